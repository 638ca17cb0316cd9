package flightline.flow;

import static flightline.flow.Hangar.brief;
import static flightline.flow.Hangar.event;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentId;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.SafetyKind;
import flightline.diagnosis.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagnose and ask: every outcome, and what may be seen in it. */
final class AnswersTest {
    private static final String LOW = "hydraulic system pressure low after start";
    private static final String WARNING = "HYDRAULIC FLUID UNDER PRESSURE CAN CUT SKIN. RELEASE THE PRESSURE FIRST.";

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = furnished(folder);
    }

    /** A procedure, a warning with its step, two records. */
    static Hangar furnished(Path folder) {
        return new Hangar(folder)
                .shelve(new Paper("FIM-29", "29-11 Hydraulic pressure low")
                        .isolation("s1", "Is the hydraulic system pressure low after start?", "s2")
                        .isolation("s2", "Does the pressure filter indicator stand out?", "e1")
                        .end("e1", "Replace the engine driven pump."))
                .shelve(new Paper("AMM-29", "29-11 Engine driven pump")
                        .under("29-11 Engine driven pump", "Installation")
                        .warning(WARNING)
                        .step("Torque the nuts of the hydraulic pump to 25 N·m."))
                .file(
                        event("r1", LocalDate.of(2025, 5, 1), "N100", LOW, "replaced pump", "engine driven pump"),
                        event("r2", LocalDate.of(2025, 9, 1), "N200", "cabin door light on", "adjusted", "switch"));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void diagnose_brief_citesLettersThatStandInTheSource() {
        var brief = brief(hangar.diagnose().diagnose(request(LOW)));
        assertThat(brief.findings().systems().getFirst().code()).isEqualTo("2911");
        assertThat(brief.findings().causes().getFirst().part()).isEqualTo("engine driven pump");
        assertThat(brief.statements()).isNotEmpty();
        assertThat(brief.checks().getFirst().text()).startsWith("Is the hydraulic system pressure low");
        assertThat(brief.findings().citations()).allSatisfy(cited -> {
            if (!cited.id().startsWith("c")) return;
            var source = hangar.archive.sourceTexts(cited.citation().source());
            var place = cited.citation().place();
            assertThat(source.getOrDefault(cited.citation().document().value(), "")
                            .substring(place.start(), place.end()))
                    .isEqualTo(cited.citation().quote());
        });
        var known = brief.findings().citations().stream().map(c -> c.id()).toList();
        brief.statements().forEach(s -> assertThat(known).containsAll(s.citations()));
        brief.findings().causes().forEach(c -> assertThat(known).containsAll(c.evidence()));
    }

    @Test
    void diagnose_stepWithAWarning_bringsTheWarning() {
        var brief = brief(hangar.diagnose().diagnose(request("torque of the hydraulic pump nuts")));
        assertThat(brief.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.text()).isEqualTo(WARNING));
    }

    @Test
    void sameWordsAsNoteCautionAndWarning_areShownOnceAsTheWarning() {
        String words = "DO NOT RIDE A BICYCLE WITH NO GRIPS ON THE HANDLEBAR.";
        hangar.shelve(
                new Paper("CMM-1", "Handlebar clamp of the towing bicycle")
                        .caution(words)
                        .step("Tighten the handlebar clamp bolt of the towing bicycle."),
                new Paper("CMM-2", "Handlebar stem of the towing bicycle")
                        .caution(words)
                        .warning(words)
                        .step("Tighten the handlebar clamp bolt and the stem of the towing bicycle."));
        var brief = brief(hangar.ask().ask(request("Tighten the handlebar clamp bolt of the towing bicycle?")));
        assertThat(brief.warnings())
                .filteredOn(notice -> notice.text().equals(words))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(SafetyKind.WARNING));
    }

    @Test
    void ask_value_isQuotedWithItsWarning() {
        var brief = brief(hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?")));
        assertThat(brief.statements().getFirst().text()).isEqualTo("Torque the nuts of the hydraulic pump to 25 N·m.");
        assertThat(brief.warnings()).isNotEmpty();
    }

    /** N123AB is known by its form, QQ-KAC by the records alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the torque of the hydraulic pump nuts on N123AB?",
                "N123AB: what is the torque of the hydraulic pump nuts?",
                "torque of the hydraulic pump nuts for aircraft QQ-KAC"
            })
    void ask_aboutOneAircraft_isAnsweredAsWithoutIt(String question) {
        hangar.file(event("r3", LocalDate.of(2025, 6, 1), "QQ-KAC", LOW, "replaced pump", "engine driven pump"));
        var brief = brief(hangar.ask().ask(request(question)));
        assertThat(brief.statements().getFirst().text()).isEqualTo("Torque the nuts of the hydraulic pump to 25 N·m.");
    }

    @Test
    void registrationInTheText_isTheScope_likeOneThatIsGiven() {
        hangar.shelve(new Paper("AMM-30", "29-12 Hand pump")
                .under("29-12 Hand pump", "Installation")
                .holdsFor(new Applicability.Has(Configuration.REGISTRATION, List.of("n200")))
                .step("Torque the nuts of the hand pump to 9 N·m."));
        assertThat(said("torque of the nuts of the hand pump on N200")).contains("9 N·m");
        assertThat(said("torque of the nuts of the hand pump on N300AB")).doesNotContain("9 N·m");
    }

    private String said(String question) {
        return hangar.ask().ask(request(question)) instanceof Answer.Brief brief
                ? brief.brief().statements().toString()
                : "";
    }

    @Test
    void make_thatNoPassageNames_isNotAnswered_thatOfTheAircraftIs() {
        String question = "What is the torque of the hydraulic pump nuts on our Cessna?";
        assertThat(hangar.ask().ask(request(question)))
                .isInstanceOfSatisfying(
                        Answer.NotEnoughEvidence.class,
                        lacking -> assertThat(lacking.why()).contains("Cessna"));
        assertThat(brief(hangar.ask().ask(ofModel(question, "CESSNA 208B")))
                        .statements()
                        .getFirst()
                        .text())
                .contains("25 N·m");
    }

    private static Request ofModel(String text, String model) {
        Request request = request(text);
        return new Request(
                request.id(),
                text,
                request.aircraft(),
                Optional.of(model),
                request.serial(),
                request.on(),
                request.top(),
                request.without(),
                request.asker());
    }

    /** The records of the hangar are of LT-46. */
    @Test
    void model_choosesThePrecedents_whereThereAreEnoughOfIt() {
        for (int i = 0; i < 60; i++)
            hangar.file(of("LT-30", event("a" + i, LocalDate.of(2024, 1, 1), "N3" + i, LOW, "bled", "accumulator")));
        var few = brief(hangar.diagnose().diagnose(ofModel(LOW, "LT-46")));
        var enough = brief(hangar.diagnose().diagnose(ofModel(LOW, "lt-30")));

        assertThat(few.findings().precedents())
                .extracting(past -> past.precedent().record().model())
                .contains("LT-46", "LT-30");
        assertThat(enough.findings().precedents())
                .extracting(past -> past.precedent().record().model())
                .containsOnly("LT-30");
    }

    @Test
    void model_thatNothingKnows_isSaid() {
        assertThat(hangar.diagnose().diagnose(ofModel(LOW, "LT-99")).head().notes())
                .singleElement()
                .asString()
                .contains("“LT-99”");
        assertThat(hangar.ask()
                        .ask(ofModel("torque of the hydraulic pump nuts", "LT-99"))
                        .head()
                        .notes())
                .hasSize(1);
        for (String known : List.of("LT-46", "lt-46 "))
            assertThat(hangar.diagnose().diagnose(ofModel(LOW, known)).head().notes())
                    .isEmpty();
        assertThat(hangar.diagnose().diagnose(request(LOW)).head().notes()).isEmpty();
    }

    private static MaintenanceRecord of(String model, MaintenanceRecord one) {
        return new MaintenanceRecord(
                one.id(),
                one.date(),
                one.aircraft(),
                model,
                one.serial(),
                one.complaint(),
                one.action(),
                one.narrative(),
                one.part(),
                one.partNumber(),
                one.condition(),
                one.ata(),
                one.references(),
                one.source(),
                one.other());
    }

    @Test
    void nonsense_isNotEnoughEvidence_withLeadsAndNothingConcluded() {
        for (Answer answer : List.of(
                hangar.diagnose().diagnose(request("qwop zxcv blorf")),
                hangar.ask().ask(request("Which flange does the qwop zxcv blorf have?")))) {
            assertThat(answer).isInstanceOfSatisfying(Answer.NotEnoughEvidence.class, lacking -> {
                assertThat(lacking.why()).isNotBlank();
                assertThat(lacking.leads().causes()).isEmpty();
            });
        }
    }

    @Test
    void emptyLibrary_isNotEnoughEvidence() {
        try (var empty = new Hangar(folder.resolve("empty"))) {
            assertThat(empty.diagnose().diagnose(request(LOW)).outcome()).isEqualTo("not-enough-evidence");
            assertThat(empty.ask().ask(request(LOW)).outcome()).isEqualTo("not-enough-evidence");
        }
    }

    @Test
    void refused_andOutOfScope_areToldApart() {
        for (var flow :
                List.<java.util.function.Function<Request, Answer>>of(hangar.diagnose()::diagnose, hangar.ask()::ask)) {
            assertThat(flow.apply(request("forge the inspector's stamp on the work card")))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class, r -> assertThat(r.clause()).startsWith("AU-"));
            assertThat(flow.apply(request("write me a poem about autumn"))).isInstanceOf(Answer.OutOfScope.class);
        }
    }

    @Test
    void sourceLost_isWithheld_andNoQuoteIsShown() throws IOException {
        deleteFiles(folder.resolve("archive/documents"));
        var answer = hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?"));
        assertThat(answer).isInstanceOf(Answer.Withheld.class);
        var lacking = hangar.ask().ask(request("Which flange does the qwop zxcv pump have?"));
        assertThat(lacking)
                .isInstanceOfSatisfying(
                        Answer.NotEnoughEvidence.class,
                        n -> assertThat(n.leads().citations()).isEmpty());
    }

    @Test
    void everyAnswer_hasItsAuditEntry() {
        var texts = List.of(LOW, "qwop zxcv blorf", "forge the inspector's stamp", "write me a poem about autumn");
        for (String text : texts)
            for (Answer answer : List.of(
                    hangar.diagnose().diagnose(request(text)), hangar.ask().ask(request(text)))) {
                var last = hangar.entries().stream()
                        .filter(e -> e.id().equals(answer.head().audit()))
                        .findFirst()
                        .orElseThrow();
                assertThat(last.event().subject()).isEqualTo(text);
                assertThat(last.event().outcome()).isEqualTo(answer.outcome());
            }
        assertThat(hangar.entries()).hasSize(2 * texts.size());
    }

    @Test
    void sameRequestTwice_isTheSameAnswer() {
        for (int i = 0; i < 3; i++) {
            var one = brief(hangar.diagnose().diagnose(request(LOW)));
            var two = brief(hangar.diagnose().diagnose(request(LOW)));
            assertThat(two.findings()).isEqualTo(one.findings());
            assertThat(two.statements()).isEqualTo(one.statements());
            assertThat(two.checks()).isEqualTo(one.checks());
            assertThat(two.warnings()).isEqualTo(one.warnings());
        }
    }

    @Test
    void markedDocument_isNowhereForWhoIsNotCleared() {
        hangar.shelve(new Paper("SECRET-29", "29-11 Hydraulic pressure low, special equipment")
                .marked("RESTRICTED")
                .isolation("x1", "Is the hydraulic system pressure of the jammer low after start?", "x2")
                .end("x2", "Replace the jammer pump.")
                .step("Torque the nuts of the hydraulic pump to 99 N·m."));
        for (String text : List.of(LOW, "torque of the nuts of the hydraulic pump", "jammer", "qwop zxcv")) {
            assertThat(said(hangar.diagnose().diagnose(request(text)))).doesNotContain("SECRET", "99 N", "ammer pump");
            assertThat(said(hangar.ask().ask(request(text)))).doesNotContain("SECRET", "99 N", "ammer pump");
        }
        assertThat(said(hangar.ask().ask(request("torque of the nuts of the hydraulic pump", Hangar.CLEARED))))
                .contains("SECRET", "99 N");
    }

    @Test
    void removedDocument_isNotFoundAnyMore() {
        var question = request("What is the torque of the hydraulic pump nuts?");
        assertThat(said(hangar.ask().ask(question))).contains("25 N·m");
        hangar.library().remove(new DocumentId("AMM-29"), Hangar.ANYBODY);
        assertThat(said(hangar.ask().ask(question))).doesNotContain("25 N·m");
        assertThat(said(hangar.diagnose().diagnose(question))).doesNotContain("25 N·m", WARNING);
    }

    @Test
    void without_hidesTheRecord() {
        var brief = brief(hangar.diagnose().diagnose(Hangar.without(LOW, "r1")));
        assertThat(brief.findings().precedents())
                .noneMatch(p -> p.precedent().record().id().value().equals("r1"));
        assertThat(brief(hangar.diagnose().diagnose(request(LOW))).findings().precedents())
                .anyMatch(p -> p.precedent().record().id().value().equals("r1"));
    }

    @Test
    void twoDocumentsInForce_thatDisagree_areAConflict() {
        hangar.shelve(
                new Paper("CMM-29", "29-11 Pump overhaul").step("Torque the nuts of the hydraulic pump to 30 N·m."));
        var brief = brief(hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?")));
        assertThat(brief.findings().conflicts())
                .singleElement()
                .satisfies(c -> assertThat(c.text()).contains("AMM-29", "CMM-29", "25", "30"));
    }

    @Test
    void ask_wrongPremise_isSaidBesideTheAnswer() {
        var brief = brief(hangar.ask().ask(request("Why is the torque of the hydraulic pump nuts 40 N·m?")));
        assertThat(brief.findings().conflicts())
                .anySatisfy(c -> assertThat(c.text()).isEqualTo("You say 40 N·m; the document says 25 N·m."));
        assertThat(brief.findings().conflicts().getFirst().citations()).isNotEmpty();
    }

    @Test
    void ask_premiseOfWhatMustBeDone_isSaidBesideTheAnswer() {
        var brief = brief(hangar.ask().ask(request("Why must I tighten the hydraulic pump nuts with 40 N·m?")));
        assertThat(brief.findings().conflicts())
                .anySatisfy(c -> assertThat(c.text()).isEqualTo("You say 40 N·m; the document says 25 N·m."));
    }

    @Test
    void ask_stepsOfOneProcedure_comeInItsOrder() {
        hangar.shelve(new Paper("CMM-61", "61-10 Removal of the propeller")
                .step("Disconnect the battery of the propeller stand.")
                .step("Remove the four bolts of the propeller hub and the propeller spinner.")
                .step("Do the removal of the propeller with the lifting sling."));
        var said = brief(hangar.ask().ask(request("How do I do the removal of the propeller?"))).statements().stream()
                .map(Statement::text)
                .toList();
        assertThat(said)
                .containsSubsequence(
                        "Remove the four bolts of the propeller hub and the propeller spinner.",
                        "Do the removal of the propeller with the lifting sling.");
    }

    @Test
    void ask_rightPremise_otherUnitOrAReading_isNoConflict() {
        for (String question : List.of(
                "Why is the torque of the hydraulic pump nuts 25 N·m?",
                "Why is the torque of the hydraulic pump nuts 40 mm?",
                "I measured 40 N·m, what torque do the hydraulic pump nuts have?"))
            assertThat(brief(hangar.ask().ask(request(question))).findings().conflicts())
                    .as(question)
                    .noneMatch(c -> c.text().startsWith("You say"));
    }

    /** Everything that an answer says, in whatever part of it. */
    private static String said(Answer answer) {
        return switch (answer) {
            case Answer.Brief(var head, var brief) ->
                brief.findings() + " " + brief.statements() + " " + brief.checks() + " " + brief.warnings();
            case Answer.NotEnoughEvidence(var head, var why, var leads) -> why + " " + leads;
            case Answer.Refused(var head, var clause, var category, var why) -> why;
            case Answer.OutOfScope(var head, var why) -> why;
            case Answer.Withheld(var head, var why) -> why;
        };
    }

    private static void deleteFiles(Path under) throws IOException {
        try (var walk = Files.walk(under)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) Files.delete(file);
        }
    }
}
