package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.Cause;
import flightline.diagnosis.Findings;
import flightline.diagnosis.RankedSystem;
import flightline.policy.Principal;
import flightline.policy.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Complaints and records that nobody should write, after learning from records of which some have no complaint, some a code
 * that none else has. Each gets a plain answer, and nothing is said to be likelier than it can be.
 */
final class StrangeComplaintsTest {
    private static final List<String> WHERE = List.of("left", "right", "forward", "aft", "centre");

    @TempDir
    private static Path folder;

    private static Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeAll
    static void learn() {
        hangar = new Hangar(folder);
        var records = new ArrayList<MaintenanceRecord>();
        for (int i = 0; i < 180; i++) {
            String where = WHERE.get(i % 5) + " item " + Integer.toString(i, 26).replaceAll("\\d", "q");
            records.add(
                    i % 2 == 0
                            ? record(i, "brake drags, wheel hot " + where, "brake", "32-42")
                            : record(i, "no fuel flow, engine surge " + where, "fuel pump", "28-22"));
        }
        records.add(record(900, "toilet lid cracked in the aft lavatory", "toilet lid", "38-31"));
        for (int i = 901; i < 905; i++) records.add(record(i, "", "brake", "32-42"));
        records.add(record(905, " \n ", "", ""));
        hangar.records.add(records);
        LearnFlow.Report report = hangar.learn().run(Principal.localUser(), Progress.SILENT, () -> false);
        assertThat(report.lessons())
                .allSatisfy(
                        lesson -> assertThat(lesson.learned()).as(lesson.why()).isTrue());
    }

    @AfterAll
    static void close() {
        hangar.close();
    }

    static List<String> strange() {
        return List.of(
                "",
                " \t\n",
                "???",
                "brake",
                "4711 0815 12.5 99",
                "die linke bremse schleift und das rad wird heiß",
                "刹车拖滞，机轮过热",
                "brake drags, wheel hot ".repeat(2200),
                "x".repeat(50_000));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void strangeComplaint_getsAPlainAnswer_andNoImpossibleProbability(String text) {
        Answer answer = hangar.diagnose().diagnose(Hangar.request(text));
        switch (answer) {
            case Answer.Brief brief -> assertPossible(brief.brief().findings());
            case Answer.NotEnoughEvidence lacking -> {
                assertThat(lacking.why()).isNotBlank();
                assertPossible(lacking.leads());
            }
            case Answer.Refused refused -> assertThat(refused.why()).isNotBlank();
            case Answer.OutOfScope out -> assertThat(out.why()).isNotBlank();
            case Answer.Withheld withheld -> assertThat(withheld.why()).isNotBlank();
        }
        assertThat(answer.head().audit()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "???", "4711 0815 12.5 99", "刹车拖滞，机轮过热"})
    void complaintThatSaysNothingKnown_isNotConcludedFrom(String text) {
        assertThat(hangar.diagnose().diagnose(Hangar.request(text))).isNotInstanceOf(Answer.Brief.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "see attached", "please help, thanks", "defect", "test", "as per log"})
    void complaintThatOnlySaysThatThereIsSomething_isAskedWhatWasSeen(String text) {
        assertThat(hangar.diagnose().diagnose(Hangar.request(text)))
                .isInstanceOfSatisfying(Answer.NotEnoughEvidence.class, lacking -> {
                    assertThat(lacking.why()).contains("Describe what was seen");
                    assertThat(lacking.leads().systems()).isEmpty();
                    assertThat(lacking.leads().causes()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"3242", "32-42"})
    void codeAlone_isTakenAsTheSystem(String code) {
        assertThat(hangar.diagnose().diagnose(Hangar.request(code)))
                .isInstanceOfSatisfying(Answer.Brief.class, brief -> {
                    Findings findings = brief.brief().findings();
                    assertThat(findings.systems()).singleElement().satisfies(system -> {
                        assertThat(system.code()).isEqualTo("3242");
                        assertThat(system.probability()).isEqualTo(1);
                        assertThat(system.why()).contains("named in the complaint");
                    });
                    assertThat(findings.causes()).extracting(Cause::part).containsExactly("brake");
                    assertThat(findings.precedents())
                            .isNotEmpty()
                            .allMatch(past -> past.precedent().record().ata().contains("32-42"));
                });
    }

    @Test
    void courtesy_changesNoSystem() {
        Findings plain = ranked("left main wheel brake drags");
        Findings courteous = ranked("Hi team, could you please tell me why the left main wheel brake drags? Thanks!");
        assertThat(courteous.systems().getFirst().code())
                .isEqualTo(plain.systems().getFirst().code());
        assertThat(courteous.systems().getFirst().probability())
                .isCloseTo(plain.systems().getFirst().probability(), org.assertj.core.api.Assertions.within(0.02));
    }

    @Test
    void unknownAircraft_isAnsweredFromOthers_andRemembersNothing() {
        Answer answer = hangar.diagnose().diagnose(Hangar.onAircraft("brake drags, wheel hot", "NOBODY-KNOWS-IT"));
        assertThat(answer).isInstanceOfSatisfying(Answer.Brief.class, brief -> {
            assertPossible(brief.brief().findings());
            assertThat(brief.brief().findings().repeats().before()).isEmpty();
            assertThat(brief.brief().findings().systems().getFirst().code()).isEqualTo("3242");
        });
    }

    @Test
    void codeOfOneRecordOnly_isStillFound() {
        assertThat(ranked("toilet lid cracked").systems().stream().map(RankedSystem::code))
                .contains("3831");
    }

    @Test
    void complaintOfASystemThatNoRecordHas_isNotSaidToBeCertain() {
        Findings findings = ranked("windshield wiper blade came off");
        assertPossible(findings);
        assertThat(findings.systems()).allMatch(system -> system.probability() < 0.9);
    }

    private static Findings ranked(String text) {
        return hangar.diagnose().rank(Hangar.request(text), Scope.UNMARKED);
    }

    private static void assertPossible(Findings findings) {
        for (List<RankedSystem> systems :
                List.of(findings.ranked().systems(), findings.ranked().chapters())) {
            assertThat(systems).allMatch(system -> system.probability() >= 0 && system.probability() <= 1);
            assertThat(systems.stream().mapToDouble(RankedSystem::probability).sum())
                    .isLessThanOrEqualTo(1 + 1e-9);
        }
        assertThat(findings.causes()).allMatch(cause -> cause.probability() >= 0 && cause.probability() <= 1);
    }

    private static MaintenanceRecord record(int i, String complaint, String part, String ata) {
        return new MaintenanceRecord(
                new RecordId("n" + i),
                Optional.empty(),
                "",
                "",
                "",
                complaint,
                part.isEmpty() ? "" : "Replaced the " + part + ".",
                complaint.isBlank() ? "" : complaint + " Replaced the " + part + ".",
                part,
                "",
                "",
                ata.isEmpty() ? List.of() : List.of(ata),
                List.of(),
                "records.csv:" + (i + 2),
                Map.of());
    }
}
