package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.Applicability.AllOf;
import flightline.corpus.Applicability.AnyOf;
import flightline.corpus.Applicability.Has;
import flightline.corpus.Applicability.Not;
import flightline.corpus.Applicability.Unread;
import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Applicability.Worded;
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
    void range_openOnOneSide_goesOnForEver() {
        var later = new Has("serialno", List.of("1061~"));
        assertThat(later.appliesTo(serial("1060"))).isEqualTo(Verdict.NO);
        assertThat(later.appliesTo(serial("99999"))).isEqualTo(Verdict.YES);
        assertThat(later.display()).isEqualTo("serialno 1061 and on");
        var earlier = new Has("serialno", List.of("~1060"));
        assertThat(earlier.appliesTo(serial("0001"))).isEqualTo(Verdict.YES);
        assertThat(earlier.appliesTo(serial("1061"))).isEqualTo(Verdict.NO);
        assertThat(earlier.display()).isEqualTo("serialno up to 1060");
    }

    @Test
    void range_thatCannotBeCompared_isUnknown() {
        assertThat(EARLY.appliesTo(serial("QQ-KAB"))).isEqualTo(Verdict.UNKNOWN);
        var tails = new Has("registration", List.of("QQ-KAA~QQ-KAC"));
        assertThat(tails.appliesTo(tail("qq-kab"))).isEqualTo(Verdict.YES);
        assertThat(tails.appliesTo(tail("qq-kad"))).isEqualTo(Verdict.NO);
        assertThat(tails.appliesTo(tail("zz-1"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Has("serialno", List.of("LT-9~LT-20")).appliesTo(serial("lt-10")))
                .isEqualTo(Verdict.YES);
    }

    @Test
    void serialNumber_leadingZeros_areTheSameNumber() {
        assertThat(new Has("serialno", List.of("0300")).appliesTo(serial("300")))
                .isEqualTo(Verdict.YES);
    }

    @Test
    void not_turnsTheVerdictRound_unlessUnknown() {
        var all = new Not(new Has("serialno", List.of("1008")));
        assertThat(all.appliesTo(serial("1008"))).isEqualTo(Verdict.NO);
        assertThat(all.appliesTo(serial("1009"))).isEqualTo(Verdict.YES);
        assertThat(all.appliesTo(Configuration.UNKNOWN)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void unread_neverDecides() {
        assertThat(new Unread("Airplanes with STC SA123").appliesTo(serial("1")))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void worded_showsTheDocumentsWords_andMeansWhatTheyMean() {
        var worded = new Worded("SN 1001 and\n subsequent", new Has("serialno", List.of("1001~")));
        assertThat(worded.display()).isEqualTo("SN 1001 and subsequent");
        assertThat(worded.appliesTo(serial("1000"))).isEqualTo(Verdict.NO);
    }

    @Test
    void canonical_readsBackAsItself() {
        for (var a : List.of(
                Applicability.ALL,
                EARLY,
                EARLY_POST_MOD,
                new AnyOf(List.of(EARLY_POST_MOD, EARLY)),
                new Not(new AllOf(List.of(EARLY, new Has("serialno", List.of("~7")), new Unread("a;b)c ü?")))),
                new Worded("PRE \"SB\" (32-017); or so", new Not(EARLY)),
                new AllOf(List.of(new Worded("x", Applicability.ALL), new Unread("")))))
            assertThat(Applicability.parse(a.canonical())).isEqualTo(a);
    }

    @Test
    void niceErrorOn_malformedCanonical() {
        assertThatThrownBy(() -> Applicability.parse("&(serialno=1"))
                .hasMessageContaining("&(serialno=1")
                .hasMessageContaining("offset 12");
    }

    private static Configuration tail(String registration) {
        return new Configuration(Map.of(Configuration.REGISTRATION, registration));
    }

    private static Configuration serial(String number) {
        return new Configuration(Map.of(Configuration.SERIAL, number));
    }
}
