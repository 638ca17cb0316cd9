package flightline.diagnosis;

import static flightline.diagnosis.Bench.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.PassageKind;
import flightline.terms.AtaTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RankersTest {
    private static final String TROUBLES = "Trouble | Probable cause | Remedy";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private final SystemRanker systems = new SystemRanker(AtaTable.standard());
    private final CauseRanker causes = new CauseRanker();

    @Test
    void systems_codeNamedInTheComplaint_isFirst() {
        var exhibits = new Bench().past(0.9, "brake", "replaced brake").exhibits();
        var ranked = systems.rank(complaint("xyzzy", "29-11"), exhibits, Optional.empty())
                .systems();
        assertThat(ranked.getFirst().code()).isEqualTo("2911");
        assertThat(ranked.getFirst().why()).contains("named in the complaint");
        assertThat(ranked.getFirst().title()).isNotBlank();
    }

    @Test
    void systems_likerRecordsOutweighDistantOnes_sharesAddUpToOne() {
        var bench = new Bench()
                .past(0.9, "A", DAY, "N1", "c", "brake", "", "", "32-42")
                .past(0.3, "B", DAY, "N2", "c", "pump", "", "", "29-11")
                .past(0.3, "C", DAY, "N3", "c", "pump", "", "", "29-11");
        var ranked = systems.rank(complaint("xyzzy"), bench.exhibits(), Optional.empty())
                .systems();
        assertThat(ranked).extracting(RankedSystem::code).containsExactly("3242", "2911");
        assertThat(ranked.stream().mapToDouble(RankedSystem::probability).sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void systems_chapterAlone_strengthensTheCodesBeneathIt() {
        var bench = new Bench().past(0.9, "A", DAY, "N1", "c", "brake", "", "", "32-42");
        var ranked = systems.rank(complaint("xyzzy", "32"), bench.exhibits(), Optional.empty())
                .systems();
        assertThat(ranked).extracting(RankedSystem::code).containsExactly("3242");
        assertThat(systems.rank(complaint("xyzzy", "32"), new Bench().exhibits(), Optional.empty())
                        .systems())
                .extracting(RankedSystem::code)
                .containsExactly("32");
    }

    @Test
    void systems_headingGivesTheCode_aDateDoesNot() {
        var bench = new Bench()
                .passage(
                        "A",
                        PassageKind.STEP,
                        "",
                        "Do it.",
                        Applicability.ALL,
                        List.of("32-42 Brakes", "Issue 2025-01-12"));
        assertThat(systems.rank(complaint("xyzzy"), bench.exhibits(), Optional.empty())
                        .systems())
                .extracting(RankedSystem::code)
                .containsExactly("3242");
    }

    @Test
    void systems_withoutRecordsAndDocuments_areToldByWhatTheTradeSays() {
        var nothing = new Bench().exhibits();
        assertThat(systems.rank(
                                complaint("evacuation slide blew when door opened at the gate"),
                                nothing,
                                Optional.empty())
                        .chapters()
                        .getFirst()
                        .code())
                .isEqualTo("25");
        var quit = systems.rank(
                complaint("engine quit, found the tank empty and pilot had not switched tanks"),
                nothing,
                Optional.empty());
        assertThat(quit.chapters().getFirst().code()).isEqualTo("28");
        assertThat(quit.systems().getFirst().why()).isEqualTo("words used for this system");
        assertThat(quit.calibrated()).isFalse();
    }

    @Test
    void systems_recordWithoutUsableCode_isPassedOver() {
        var bench = new Bench().past(0.9, "A", DAY, "N1", "c", "brake", "", "", "n/a");
        assertThat(systems.rank(complaint("xyzzy"), bench.exhibits(), Optional.empty())
                        .systems())
                .isEmpty();
    }

    @Test
    void causes_samePartUnderALongerName_isOneCause() {
        var bench = new Bench()
                .past(0.9, "fuel pump", "replaced fuel pump")
                .row("AMM", TROUBLES, "No flow", "Bad pump", "Replace the fuel pump assembly");
        var ranked = causes.rank(complaint("no fuel"), bench.exhibits(), 5, Optional.empty());
        assertThat(ranked).singleElement().satisfies(c -> {
            assertThat(c.part()).isEqualTo("fuel pump");
            assertThat(c.evidence()).containsExactly("c1", "r1");
            assertThat(c.probability()).isEqualTo(1);
            assertThat(c.condition()).isEqualTo("worn");
            assertThat(c.why()).contains("1 passage", "1 like complaint");
        });
    }

    @Test
    void causes_samePartAbbreviated_isOneCause() {
        var bench = new Bench()
                .past(0.9, "FUEL PMP", "RPLCD FUEL PMP")
                .past(0.8, "fuel pump", "replaced fuel pump")
                .past(0.7, "unknown", "R&R FUEL PUMP")
                .row("AMM", TROUBLES, "No flow", "Worn fuel pmp", "Replace it");
        assertThat(causes.rank(complaint("no fuel"), bench.exhibits(), 5, Optional.empty()))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.part()).isEqualTo("fuel pump");
                    assertThat(c.evidence()).containsExactly("c1", "r1", "r2", "r3");
                });
        var more = new Bench()
                .past(0.9, "MLG ACTR ASSY", "replaced")
                .past(0.8, "main landing gear actuator assembly", "replaced")
                .past(0.8, "PRESS XMTR", "replaced")
                .past(0.8, "pressure transmitter", "replaced");
        assertThat(causes.rank(complaint("xyzzy"), more.exhibits(), 5, Optional.empty()))
                .extracting(Cause::part)
                .containsExactly("main landing gear actuator assembly", "pressure transmitter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Motor cuts out | **Worn** fuel pump | Replace it |",
                "|Motor cuts out |Worn fuel pump |Replace it",
                "| Motor     | Worn      | Replace |\n| cuts out  | fuel pump | it      |",
                "Motor cuts out   Worn fuel pump   Replace it"
            })
    void causes_ofARowAsPagesWriteIt_areThoseOfItsCauseColumn(String row) {
        var bench = new Bench().row("AMM", TROUBLES, row);
        assertThat(causes.rank(complaint("motor cuts out"), bench.exhibits(), 5, Optional.empty()))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.part()).isEqualTo("fuel pump");
                    assertThat(c.condition()).isEqualTo("worn");
                });
    }

    @Test
    void causes_ofTheTroubleComplainedOf_comeBeforeThoseOfOthersInTheSameTable() {
        var bench = new Bench()
                .row("AMM", TROUBLES, "Handle hard to turn", "Dry spindle", "Grease it")
                .row("AMM", TROUBLES, "Fuel smell in cockpit", "Worn seal", "Replace it");
        assertThat(causes.rank(complaint("smell of fuel in the cockpit"), bench.exhibits(), 5, Optional.empty()))
                .extracting(Cause::part)
                .startsWith("seal");
    }

    @Test
    void causes_documentedRareCause_keepsItsPlaceHoweverOftenAnotherWasChanged() {
        var bench = new Bench().row("AMM", TROUBLES, "Brake drags", "Shuttle valve stuck", "Replace it");
        for (int i = 0; i < 40; i++) bench.past(0.9, "brake", "replaced brake");
        var ranked = causes.rank(complaint("brake drags"), bench.exhibits(), 5, Optional.empty());
        assertThat(ranked).extracting(Cause::part).containsExactlyInAnyOrder("brake", "shuttle valve");
        assertThat(ranked.get(1).probability()).isGreaterThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NFF",
                "No fault found.",
                "Could not duplicate on ground run.",
                "Unable to duplicate, released.",
                "Ops check good.",
                "Tested brake on ground, operation normal",
                "Checked system IAW AMM 32-42, no defects noted.",
                "R/T SWAPPED 1/2 FOR TEST. NFF",
                "CB reset, ok",
                "No parts replaced, could not reproduce"
            })
    void causes_nothingFound_supportsNoCause_andIsToldApart(String action) {
        var bench = new Bench()
                .past(0.9, "brake", action)
                .past(0.8, "brake", "replaced brake, ops check good, no faults noted")
                .past(0.7, "valve", action);
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty()))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.part()).isEqualTo("brake");
                    assertThat(c.evidence()).containsExactly("r2");
                    assertThat(c.why())
                            .isEqualTo("fixed 1 like complaint in the records; nothing found in 1 like complaint");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Found wire chafed, spliced it, ops check good",
                "conn clnd, tested ok",
                "NFF. Replaced brake as a precaution",
                "new bulb, system normal",
                "Rerouted hose; no defects noted"
            })
    void causes_workBesideAGoodTest_isAFix(String action) {
        var bench = new Bench().past(0.9, "brake", action);
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty()))
                .singleElement()
                .satisfies(c -> assertThat(c.why()).startsWith("fixed 1 like complaint"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no fault found", "(No fault found)", "NFF", "could not duplicate"})
    void causes_nothingFoundCodedAsThePart_isNoCause(String part) {
        var bench = new Bench().past(0.9, part, "replaced lamp").past(0.9, "lamp", "replaced lamp");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty()))
                .extracting(Cause::part)
                .containsExactly("lamp");
    }

    @Test
    void causes_fixThatDidNotHold_isNotCountedAsFixed() {
        var bench = new Bench()
                .past(0.9, "A", DAY, "N1", "brake", "replaced", "worn")
                .past(0.9, "B", DAY.plusDays(10), "N1", "valve", "deferred iaw MEL 32-42", "worn");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty()))
                .extracting(Cause::why)
                .containsExactly("work put off in 1 like complaint", "worked on for 1 like complaint that came back");
    }

    @Test
    void causes_fixAfterWhichItCameBack_countsLess() {
        var bench = new Bench()
                .past(0.9, "A", DAY, "N1", "brake", "replaced", "worn")
                .past(0.9, "B", DAY.plusDays(10), "N1", "valve", "replaced", "worn");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty())
                        .getFirst()
                        .part())
                .isEqualTo("valve");
    }

    @Test
    void causes_wearWithinDays_isNoComingBack() {
        var bench = new Bench()
                .past(0.9, "A", DAY, "N1", "tire worn to limits", "tire", "replaced", "worn", "32-45")
                .past(0.8, "B", DAY.plusDays(20), "N1", "tire worn to limits", "tire", "replaced", "worn", "32-45");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty()))
                .singleElement()
                .satisfies(c -> assertThat(c.why()).isEqualTo("fixed 2 like complaints in the records"));
    }

    @Test
    void causes_otherTroubleOnTheSameAircraft_isNoComingBack() {
        var bench = new Bench()
                .past(0.9, "A", DAY, "N1", "brake drags", "brake", "replaced", "worn", "32-42")
                .past(0.8, "B", DAY.plusDays(10), "N1", "cabin light dark", "lamp", "replaced", "worn", "33-21");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty())
                        .getFirst()
                        .part())
                .isEqualTo("brake");
    }

    /** What is repaired besides, which records are coded under, stands behind it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Symptom | Probable cause | Corrective action; Oil changed colour, pressure adjusted often/Contaminated oil/Replace the oil filter; oil; contaminated; oil filter
                    Symptom | Probable cause | Corrective action; Pump replaced but no flow/Blocked inlet strainer/Clean the strainer and replace the O-ring; inlet strainer; blocked; o-ring
                    Fault | Possible causes | Rectification; Gauge changes slowly/Failure of the fuel quantity probe/Replace the probe; fuel quantity probe; failure; ''
                    Symptom | Fault | Action; Repaired seal leaks again/Scored piston rod/Repair or replace the actuator; piston rod; scored; actuator
                    Trouble | Reason | Remedy; Replaced lamp dark/If the fuse is good, the switch may be stuck/Replace the switch; switch; may be stuck; ''
                    Trouble | Cause; Cleaned contacts arc/Worn relay/-; relay; worn; ''
                    """)
    void causes_ofATroubleTable_areThoseOfItsCauseColumn(
            String header, String cells, String part, String condition, String repaired) {
        var bench = new Bench().row("AMM", header, cells.replace("/-", "").split("/"));
        List<Cause> ranked = causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty());
        assertThat(ranked.getFirst().part()).isEqualTo(part);
        assertThat(ranked.getFirst().condition()).isEqualTo(condition);
        assertThat(ranked.stream().skip(1).map(Cause::part).toList())
                .isEqualTo(repaired.isEmpty() ? List.of() : List.of(repaired));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Revision | Reason | Action", "Item | Limit | Action", "Fault | Action", "Symptom | Remedy"})
    void causes_tableWithoutACauseColumn_namesNone(String header) {
        var bench = new Bench().row("AMM", header, "Changed page", "Replaced filter", "Replace the page");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty()))
                .isEmpty();
    }

    @Test
    void causes_severalInOneCell_areSeveral() {
        var bench = new Bench()
                .row(
                        "AMM",
                        TROUBLES,
                        "No flow",
                        "1. Worn seal or dirty filter. 2. The vent is blocked; defective spark plugs or wires",
                        "As found");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 9, Optional.empty()))
                .extracting(Cause::part)
                .containsExactlyInAnyOrder("seal", "filter", "vent", "spark plugs or wires");
    }

    @Test
    void causes_uncodedRecord_speaksForThePartThatItsActionNames() {
        var bench = new Bench()
                .past(0.5, "brake", "replaced brake")
                .past(0.5, "valve", "replaced valve")
                .past(0.9, "unknown", "R&R the valve iaw AMM");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 5, Optional.empty())
                        .getFirst()
                        .part())
                .isEqualTo("valve");
    }

    @Test
    void causes_partNamedInTheComplaint_gains() {
        var bench = new Bench().past(0.8, "brake", "replaced").past(0.8, "valve", "replaced");
        assertThat(causes.rank(complaint("the valve sticks"), bench.exhibits(), 5, Optional.empty())
                        .getFirst()
                        .part())
                .isEqualTo("valve");
    }

    @Test
    void causes_top_limits_andNothingFound_isEmpty() {
        var bench = new Bench().past(0.8, "brake", "replaced").past(0.8, "valve", "replaced");
        assertThat(causes.rank(complaint("xyzzy"), bench.exhibits(), 1, Optional.empty()))
                .hasSize(1);
        assertThat(causes.rank(complaint("xyzzy"), new Bench().exhibits(), 5, Optional.empty()))
                .isEmpty();
    }

    @Test
    void systemSet_coversTheWantedShare_orAsksForReview() {
        var even = List.of(system("2911", 0.5), system("3242", 0.3), system("3244", 0.2));
        assertThat(SystemSet.covering(0.75, even)).isEqualTo(new SystemSet(0.75, List.of("2911", "3242"), false));
        assertThat(SystemSet.covering(0.9, List.of()).reviewRequired()).isTrue();
        var wide = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> system("29" + (10 + i), 0.1))
                .toList();
        assertThat(SystemSet.covering(0.9, wide).reviewRequired()).isTrue();
    }

    private static RankedSystem system(String code, double probability) {
        return new RankedSystem(code, "", probability, "");
    }
}
