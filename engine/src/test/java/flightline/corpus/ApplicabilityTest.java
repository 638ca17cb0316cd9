package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.Applicability.AllOf;
import flightline.corpus.Applicability.AnyOf;
import flightline.corpus.Applicability.Has;
import flightline.corpus.Applicability.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ApplicabilityTest {
    private static final Applicability EARLY = new Has("serialno", List.of("1001~1060"));
    private static final Applicability EARLY_POST_MOD =
            new AllOf(List.of(EARLY, new Has("MOD 32-0117", List.of("post (SB)", "a;b=c|d"))));

    @Test
    void range_comparesNumbersAsNumbers() {
        assertThat(EARLY.appliesTo(serial("1009"))).isEqualTo(Verdict.YES);
        assertThat(EARLY.appliesTo(serial("1061"))).isEqualTo(Verdict.NO);
        assertThat(new Has("serialno", List.of("9~10")).appliesTo(serial("100")))
                .isEqualTo(Verdict.NO);
    }

    @Test
    void unknownProperty_isUnknown_unlessAnotherPartDecides() {
        assertThat(EARLY_POST_MOD.appliesTo(serial("1009"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(EARLY_POST_MOD.appliesTo(serial("2000"))).isEqualTo(Verdict.NO);
        assertThat(new AnyOf(List.of(EARLY, new Has("x", List.of("1")))).appliesTo(serial("1009")))
                .isEqualTo(Verdict.YES);
    }

    @Test
    void canonical_readsBackAsItself() {
        for (var a : List.of(Applicability.ALL, EARLY, EARLY_POST_MOD, new AnyOf(List.of(EARLY_POST_MOD, EARLY))))
            assertThat(Applicability.parse(a.canonical())).isEqualTo(a);
    }

    @Test
    void niceErrorOn_malformedCanonical() {
        assertThatThrownBy(() -> Applicability.parse("&(serialno=1"))
                .hasMessageContaining("&(serialno=1")
                .hasMessageContaining("offset 12");
    }

    private static Configuration serial(String number) {
        return new Configuration(Map.of(Configuration.SERIAL, number));
    }
}
