package flightline.eval.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small part of the seeded error set, over the sample library alone. */
final class ClaimErrorsTest {
    private static final Set<String> NEVER_MISSED = Set.of(
            "number",
            "number of the passage",
            "count",
            "unit",
            "unit converted",
            "part number or reference",
            "warning left out",
            "warning altered");
    private static final Set<String> BEYOND = Set.of("thing exchanged", "things swapped");
    private static final int OF_A_KIND = 25;

    private static List<Case> cases = List.of();

    private final Bench bench = new Bench();

    @BeforeAll
    static void derive() {
        var passages = new PassageShelf()
                .documents(List.of(Path.of("../library/s1000d"), Path.of("../library/ispec2200")))
                .passages();
        cases = new CaseBook(OF_A_KIND, 5).of(passages);
    }

    @Test
    void derivedCases_areMany() {
        assertThat(cases.stream().filter(one -> !one.faithful())).hasSizeGreaterThan(150);
        assertThat(cases.stream().filter(Case::faithful)).hasSizeGreaterThan(80);
    }

    @Test
    void falseStatement_withAWrongNumberUnitIdentifierOrWarning_isAlwaysFound() {
        assertThat(cases)
                .filteredOn(one -> !one.faithful() && NEVER_MISSED.contains(one.kind()))
                .allSatisfy(one -> assertThat(bench.refused(one)).as(one.text()).isPresent());
    }

    @Test
    void falseStatement_ofTheKindsPromised_isFoundButForOneInFifty() {
        var promised = cases.stream()
                .filter(one -> !one.faithful() && !BEYOND.contains(one.kind()))
                .toList();
        long missed =
                promised.stream().filter(one -> bench.refused(one).isEmpty()).count();
        assertThat(missed).isLessThanOrEqualTo(promised.size() / 50);
    }

    @Test
    void faithfulStatement_isRefusedAtMostOnceInThirty() {
        var faithful = cases.stream().filter(Case::faithful).toList();
        long refused =
                faithful.stream().filter(one -> bench.refused(one).isPresent()).count();
        assertThat(refused).isLessThanOrEqualTo(faithful.size() / 30);
    }
}
