package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.ModelBook;
import flightline.archive.ModelBook.Entry;
import flightline.archive.TrialBook;
import flightline.archive.TrialBook.Trial;
import flightline.audit.AuditLog;
import flightline.corpus.ContentHash;
import flightline.flow.ModelFiles.Standing;
import flightline.flow.ModelFlow.Addition;
import flightline.flow.ModelFlow.Licence;
import flightline.flow.ModelFlow.Outcome;
import flightline.model.ModelFile;
import flightline.policy.Principal;
import flightline.state.FileCabinet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFlowTest {
    private static final Principal ADMINISTRATOR = Principal.localUser();
    private static final Principal TECHNICIAN = new Principal(
            "line 3", new Principal.Organisation("", "civil", ""), List.of("technician"), Set.of(), "", "");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T08:00:00Z"));

    @TempDir
    private Path temp;

    private Path file = Path.of("unset");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(temp.resolve("small.gguf"), "weights");
    }

    @Test
    void add_withoutAcceptance_showsTheLicenceAndHoldsNothing() {
        Outcome outcome = add("small", false, Optional.empty());
        assertThat(outcome).isEqualTo(new Outcome.LicenceToAccept("You may use it."));
        assertThat(flow().held().models()).isEmpty();
    }

    @Test
    void add_accepted_recordsHashLicenceAndWho() {
        Outcome outcome = add("small", true, Optional.empty());
        assertThat(outcome).isInstanceOf(Outcome.Added.class);
        Entry entry = flow().held().models().getFirst();
        assertThat(entry.sha256()).isEqualTo(ContentHash.of("weights").hex());
        assertThat(entry.licence()).isEqualTo("Small Licence");
        assertThat(entry.licenceSha256())
                .isEqualTo(ContentHash.of("You may use it.").hex());
        assertThat(entry.acceptedBy()).isEqualTo("local user");
        assertThat(entry.added()).isEqualTo("2026-07-01T08:00:00Z");
        assertThat(entry.contextTokens()).isEqualTo(4096);
        assertThat(add("small", true, Optional.empty())).isEqualTo(new Outcome.AlreadyHeld(entry));
    }

    @Test
    void add_ofAnotherHashThanPinned_isRefused() {
        assertThat(add("small", true, Optional.of("0".repeat(64)))).isInstanceOf(Outcome.Unsound.class);
        assertThat(flow().held().models()).isEmpty();
    }

    @Test
    void add_ofAFileThatIsNoModel_saysWhy() {
        var flow = new ModelFlow(
                book(),
                trials(),
                path -> new ModelFile.Unsound(path + ": no GGUF"),
                audit(),
                Hangar.RULES.access(),
                CLOCK,
                ModelSeals.NONE,
                "");
        var addition = new Addition(file, "small", new Licence("", ""), true, Optional.empty(), "file");
        assertThat(flow.add(addition, ADMINISTRATOR, Progress.SILENT))
                .isEqualTo(new Outcome.Unsound(file + ": no GGUF"));
    }

    @Test
    void add_underANameThatLeadsElsewhere_isRefused() {
        for (String name : List.of("../up", "a/b", "", ".hidden", "a b"))
            assertThat(add(name, true, Optional.empty())).as(name).isInstanceOf(Outcome.Unsound.class);
    }

    @Test
    void technician_changesNothing() {
        add("small", true, Optional.empty());
        assertThat(flow().promote("small", Optional.empty(), TECHNICIAN, Progress.SILENT))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(flow().rollback(TECHNICIAN)).isInstanceOf(Outcome.Refused.class);
        assertThat(flow().remove("small", TECHNICIAN)).isInstanceOf(Outcome.Refused.class);
        assertThat(flow().held().writing()).isEmpty();
        assertThat(flow().held().models()).hasSize(1);
    }

    @Test
    void promoteAndRollback_goOneStep() {
        add("one", true, Optional.empty());
        add("two", true, Optional.empty());
        assertThat(flow().held().writing()).isEmpty();
        evaluated("");
        flow().promote("one", Optional.empty(), ADMINISTRATOR, Progress.SILENT);
        evaluated("one");
        Outcome second = flow().promote("two", Optional.empty(), ADMINISTRATOR, Progress.SILENT);
        assertThat(((Outcome.InService) second).before()).contains("one");
        assertThat(flow().held().writing().map(Entry::name)).contains("two");
        flow().rollback(ADMINISTRATOR);
        assertThat(flow().held().writing().map(Entry::name)).contains("one");
        assertThat(flow().rollback(ADMINISTRATOR)).isEqualTo(new Outcome.NoneInService(Optional.of("one"), List.of()));
        assertThat(flow().rollback(ADMINISTRATOR)).isEqualTo(new Outcome.NoneInService(Optional.empty(), List.of()));
        assertThat(flow().promote("three", Optional.empty(), ADMINISTRATOR, Progress.SILENT))
                .isEqualTo(new Outcome.Unknown("three"));
    }

    @Test
    void promotedAgain_replacesNothing() {
        add("one", true, Optional.empty());
        serve("one");
        assertThat(((Outcome.InService) serve("one")).before()).isEmpty();
    }

    @Test
    void rollback_passesOverWhatCannotWriteAnyMore() throws IOException {
        Path first = file;
        for (String name : List.of("one", "two", "three")) {
            file = Files.writeString(temp.resolve(name + ".gguf"), "weights");
            add(name, true, Optional.empty());
            serve(name);
        }
        file = first;
        Files.delete(temp.resolve("two.gguf"));
        assertThat(flow().rollback(ADMINISTRATOR))
                .isEqualTo(new Outcome.InService(
                        flow().held().named("one").orElseThrow(),
                        Optional.of("three"),
                        List.of("two: its file is missing")));
        assertThat(audit().latest(1).getFirst().event().details())
                .containsEntry("now", "one")
                .containsEntry("passedOver", "two: its file is missing");
        Files.delete(temp.resolve("one.gguf"));
        assertThat(flow().rollback(ADMINISTRATOR)).isEqualTo(new Outcome.NoneInService(Optional.of("one"), List.of()));
    }

    @Test
    void anotherFileUnderTheNameOfWhatWrites_tellsWhatWritesNow() throws IOException {
        add("old", true, Optional.empty());
        serve("old");
        add("new", true, Optional.empty());
        serve("new");
        String hash = flow().held().named("new").orElseThrow().sha256();
        file = Files.writeString(temp.resolve("other.gguf"), "other weights");
        assertThat(((Outcome.Added) add("new", true, Optional.empty())).replaced())
                .contains(new ModelFlow.Gone(hash, true, Optional.of("old")));
        assertThat(((Outcome.Removed) flow().remove("old", ADMINISTRATOR)).gone())
                .isEqualTo(new ModelFlow.Gone(hash, true, Optional.empty()));
        assertThat(((Outcome.Removed) flow().remove("new", ADMINISTRATOR))
                        .gone()
                        .wrote())
                .isFalse();
    }

    private Outcome serve(String name) {
        return flow().promote(name, Optional.of("a test"), ADMINISTRATOR, Progress.SILENT);
    }

    @Test
    void changedFile_isFoundAndNotPutIntoService() throws IOException {
        add("small", true, Optional.empty());
        Files.writeString(file, "Weights");
        assertThat(flow().verify(Progress.SILENT))
                .singleElement()
                .extracting(ModelFlow.Verified::standing)
                .isEqualTo(Standing.CHANGED);
        assertThat(flow().promote("small", Optional.empty(), ADMINISTRATOR, Progress.SILENT))
                .isEqualTo(new Outcome.Unsound(file + " was changed since it was added"));
        Files.delete(file);
        assertThat(flow().verify(Progress.SILENT).getFirst().standing()).isEqualTo(Standing.MISSING);
    }

    @Test
    void removed_isForgottenButItsFileStays() {
        add("small", true, Optional.empty());
        evaluated("");
        flow().promote("small", Optional.empty(), ADMINISTRATOR, Progress.SILENT);
        flow().remove("small", ADMINISTRATOR);
        assertThat(flow().held().models()).isEmpty();
        assertThat(flow().held().writing()).isEmpty();
        assertThat(file).exists();
    }

    private Outcome add(String name, boolean accepted, Optional<String> pinned) {
        var licence = new Licence("Small Licence", "You may use it.");
        return flow().add(new Addition(file, name, licence, accepted, pinned, "file"), ADMINISTRATOR, Progress.SILENT);
    }

    private ModelFlow flow() {
        return new ModelFlow(
                book(),
                trials(),
                path -> new ModelFile.Sound("Small", "llama", "Q4_0", 4096, "small-licence"),
                audit(),
                Hangar.RULES.access(),
                CLOCK,
                ModelSeals.NONE,
                "");
    }

    @Test
    void foundWorse_isLetWriteOnlyForAReason() {
        add("small", true, Optional.empty());
        String hash = flow().held().models().getFirst().sha256();
        trials().keep(hash, trial("wrong numbers: 1 more than before; none is allowed"));

        assertThat(flow().promote("small", Optional.empty(), ADMINISTRATOR, Progress.SILENT))
                .isInstanceOfSatisfying(
                        Outcome.Unsound.class,
                        not -> assertThat(not.why()).contains("found it worse", "wrong numbers", "--despite"));
        assertThat(flow().promote("small", Optional.of("for a trial on one tail"), ADMINISTRATOR, Progress.SILENT))
                .isInstanceOf(Outcome.InService.class);
        assertThat(audit().latest(1).getFirst().event().details()).containsEntry("despite", "for a trial on one tail");
    }

    @Test
    void foundNoWorse_isLetWrite_andAnotherFileUnderItsNameIsNot() throws IOException {
        add("small", true, Optional.empty());
        evaluated("");
        assertThat(flow().promote("small", Optional.empty(), ADMINISTRATOR, Progress.SILENT))
                .isInstanceOf(Outcome.InService.class);
        Files.writeString(file, "other weights");
        add("small", true, Optional.empty());

        assertThat(why(flow().promote("small", Optional.empty(), ADMINISTRATOR, Progress.SILENT)))
                .isEqualTo("small: it was not evaluated yet, and 'model evaluate' does it; --despite REASON lets it"
                        + " write all the same");
        assertThat(flow().held().writing()).isEmpty();
        assertThat(audit().latest(1).getFirst().event().outcome()).isEqualTo("not evaluated");
    }

    @Test
    void evaluatedBesideWhatWritesNoLonger_isNotLetWrite() {
        add("one", true, Optional.empty());
        add("two", true, Optional.empty());
        evaluated("");
        flow().promote("one", Optional.empty(), ADMINISTRATOR, Progress.SILENT);

        assertThat(why(flow().promote("two", Optional.empty(), ADMINISTRATOR, Progress.SILENT)))
                .contains("was beside answers without a model, and one writes now");
        assertThat(flow().promote("one", Optional.empty(), ADMINISTRATOR, Progress.SILENT))
                .as("what writes already goes on")
                .isInstanceOf(Outcome.InService.class);
        evaluated("one+hydraulics.gguf");
        assertThat(flow().promote("two", Optional.empty(), ADMINISTRATOR, Progress.SILENT))
                .as("with an adapter over it, it is the same model")
                .isInstanceOf(Outcome.InService.class);
    }

    private static String why(Outcome outcome) {
        return ((Outcome.Unsound) outcome).why();
    }

    /** Every file of these tests is the same one, so that each model is evaluated by it. */
    private void evaluated(String beside) {
        trials().keep(flow().held().models().getFirst().sha256(), trial(beside, List.of()));
    }

    private static Trial trial(String fault) {
        return trial("", List.of(fault));
    }

    private static Trial trial(String beside, List<String> faults) {
        return new Trial("small", beside, 3, "0".repeat(64), "2026-07-01T08:00:00Z", "v", faults, Map.of(), Map.of());
    }

    private TrialBook trials() {
        return new TrialBook(new FileCabinet(temp.resolve("data")));
    }

    private ModelBook book() {
        return new ModelBook(new FileCabinet(temp.resolve("data")), temp.resolve("data"));
    }

    private AuditLog audit() {
        return new AuditLog(temp.resolve("data/audit"), CLOCK);
    }
}
