package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.event;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.audit.AuditEvent;
import flightline.audit.AuditVerdict;
import flightline.audit.Exposure;
import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.diagnosis.Check;
import flightline.model.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log tells of what was shown: enough to prove it later, and not a word of it. */
final class TrailTest {
    private static final String LOW = "hydraulic system pressure low after start";
    private static final String STEP = "Torque the nuts of the hydraulic pump to 25 N·m.";
    private static final List<String> TEXTS = List.of(
            "HYDRAULIC FLUID UNDER PRESSURE CAN CUT SKIN. RELEASE THE PRESSURE FIRST.",
            STEP,
            "The left hydraulic pump 65-45821-3 may deliver 3000 psi to the actuator.",
            "Is the hydraulic system pressure below the green band at ground idle?",
            "Only while both of the selectors point to the shaded sector");

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(new Paper("AMM-29", "29-11 Engine driven pump")
                        .under("29-11 Engine driven pump", "Installation")
                        .warning(TEXTS.getFirst())
                        .step(STEP)
                        .under("29-11 Engine driven pump", "Description")
                        .paragraph(TEXTS.get(2)))
                .shelve(new Paper("FIM-29", "29-11 Hydraulic pressure low")
                        .isolation(
                                "s1",
                                TEXTS.get(3),
                                List.of(
                                        new Block.Branch(TEXTS.get(4), "e1"),
                                        new Block.Branch("Always", "e1"),
                                        new Block.Branch("Never", "e1")))
                        .end("e1", "Replace the engine driven pump."))
                .file(event("R-7", LocalDate.of(2025, 5, 1), "N100", LOW, "replaced engine driven pump", "pump"));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void ask_entryNamesWhatWasShown_byIdAndHash() {
        Answer answer = hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?"));
        AuditEvent entry = latest();
        var quotes = ((Answer.Brief) answer)
                .brief().findings().citations().stream()
                        .map(numbered ->
                                ContentHash.of(numbered.citation().quote()).hex())
                        .toList();
        assertThat(entry.exposure().shown()).extracting(Exposure.Shown::sha256).containsExactlyElementsOf(quotes);
        assertThat(entry.exposure().shown()).anyMatch(one -> one.id().startsWith("AMM-29@1 "));
        assertThat(entry.exposure().retrieved())
                .containsAll(entry.exposure().shown().stream()
                        .map(Exposure.Shown::id)
                        .toList());
        assertThat(entry.details())
                .containsKeys("millis", "statementsSha256", "policy")
                .containsEntry("writer", "extractive");
    }

    @Test
    void diagnose_entryNamesRecordsToo() {
        hangar.diagnose().diagnose(request(LOW));
        assertThat(latest().exposure().shown()).anyMatch(one -> one.id().equals("record R-7"));
        assertThat(latest().exposure().retrieved()).contains("record R-7");
        assertThat(latest().details()).containsKeys("millis", "writer");
    }

    @Test
    void searchAndShow_entriesHashWhatWasRead() {
        var found = (SearchFlow.Outcome.Found)
                hangar.search().search(request("hydraulic pump"), Map.of(), Optional.empty(), false);
        assertThat(latest().exposure().shown())
                .extracting(Exposure.Shown::sha256)
                .containsExactlyElementsOf(found.result().evidence().hits().stream()
                        .map(hit -> ContentHash.of(hit.passage().text()).hex())
                        .toList());
        var shown = hangar.show()
                .show(new DocumentId("AMM-29"), "", 0, 20, TODAY, ANYBODY)
                .orElseThrow();
        assertThat(latest().exposure().shown())
                .containsExactly(Exposure.Shown.text(
                        "AMM-29@1 0.." + (20 + shown.after().length()), shown.before() + shown.text() + shown.after()));
        assertThat(latest().details()).containsKey("millis");
    }

    @Test
    void refused_nothingWasLookedAt() {
        hangar.ask().ask(request("falsify the logbook entry for the inspection"));
        assertThat(latest().exposure()).isEqualTo(Exposure.NONE);
    }

    @Test
    void many_areCounted_andTheEntryStaysSmall() throws IOException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 500; i++) ids.add("QQ-A-32-41-00-00A-720A-D@002-00 " + i * 1000 + ".." + (i * 1000 + 999));
        var shown =
                ids.stream().map(id -> Exposure.Shown.text(id, "text of " + id)).toList();
        hangar.audit.append(
                new AuditEvent("search", "a", "hydraulic pump", "found", Map.of(), Exposure.of(ids, shown)));
        assertThat(latest().exposure().shown()).isEqualTo(shown.subList(0, 32));
        assertThat(latest().exposure().shownInAll()).isEqualTo(500);
        assertThat(latest().exposure().retrieved()).isEqualTo(ids.subList(0, 16));
        assertThat(Files.readAllLines(log()).getLast()).hasSizeLessThan(6_000);
        assertThat(hangar.audit.verify()).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void log_neverHoldsADocumentsWords() throws IOException {
        hangar.with(
                new ScriptedModel(prompt -> "{\"statements\":[{\"passages\":[1],\"quote\":\"\",\"text\":\""
                        + TEXTS.get(2).replace("3000", "3500") + "\"}]}"),
                Duration.ofMinutes(2));
        hangar.ask().ask(request("What does the pump deliver?"));
        hangar.ask().ask(request("Which pressure does a pump number 12 of an A320 have?"));
        hangar.diagnose().diagnose(request(LOW));
        hangar.search().search(request("nuts torque"), Map.of(), Optional.empty(), false);
        hangar.show().show(new DocumentId("AMM-29"), "", 0, 20, TODAY, ANYBODY);
        answerADocumentsWords();
        hangar.library().remove(new DocumentId("AMM-29"), ANYBODY);
        hangar.library().remove(new DocumentId("FIM-29"), ANYBODY);
        String log = Files.readString(log()).toLowerCase(Locale.ROOT);
        assertThat(TEXTS.stream().flatMap(text -> runs(text).stream()))
                .isNotEmpty()
                .noneMatch(log::contains);
        assertThat(log)
                .contains("amm-29@1", "sha256 " + ContentHash.of(TEXTS.get(4)).hex());
    }

    /** A check whose answer is worded by the document. */
    private void answerADocumentsWords() {
        var begun = (SessionOutcome.Stands) hangar.sessions().open(request(LOW));
        Check check = ((Answer.Brief) begun.answer())
                .brief().checks().stream()
                        .filter(c ->
                                c.ways().stream().anyMatch(way -> way.answer().equals(TEXTS.get(4))))
                        .findFirst()
                        .orElseThrow();
        assertThat(hangar.sessions().answer(begun.session().id(), check.id(), TEXTS.get(4), ANYBODY))
                .isInstanceOf(SessionOutcome.Stands.class);
    }

    /** Each four words in a row, as they would stand in a line of JSON. */
    private static List<String> runs(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split(" ");
        var runs = new ArrayList<String>();
        for (int i = 0; i + 4 <= words.length; i++) runs.add(String.join(" ", Arrays.copyOfRange(words, i, i + 4)));
        return runs;
    }

    private AuditEvent latest() {
        return hangar.audit.latest(1).getFirst().event();
    }

    private Path log() {
        return folder.resolve("audit/audit.jsonl");
    }
}
