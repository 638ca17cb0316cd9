package flightline.app.wiring;

import flightline.archive.Archive;
import flightline.archive.Keepsakes;
import flightline.archive.RunBook;
import flightline.archive.SessionBook;
import flightline.audit.AuditLog;
import flightline.audit.AuditTrouble;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.model.EntailmentModel;
import flightline.model.LatestQueries;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.state.Cabinet;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import flightline.vault.Vault;
import flightline.vault.VaultKeys;
import java.nio.file.Path;
import java.util.Optional;

/** What every flow stands on: the data folder and what is kept in it. */
final class Ground implements AutoCloseable {
    private final Settings settings;
    private final DataFolder folder;
    private final Vault vault;
    private final Keepsakes keepsakes;
    private final StateStand state;
    private final Embedder embedder;
    private final Speller speller = Speller.standard();
    private final Abbreviations abbreviations = Abbreviations.standard();
    private final IndexStand index;
    private final SecondLookStand looks;
    private final PassageIndex passages;
    private final Archive archive;
    private final AuditLog audit;
    private final Optional<String> lost;

    Ground(Settings settings) throws DataFolder.UnusableDataFolder {
        this.settings = settings;
        this.folder = DataFolder.open(settings.data());
        this.vault = vault(folder, settings.key());
        // Before an index is opened: a removal after this is one that an answer may not know of.
        this.keepsakes = new Keepsakes(folder.root(), vault);
        this.state = StateStand.open(settings, folder, vault);
        this.embedder = new LatestQueries(
                settings.embedder().orElseGet(() -> new BgeSmallEmbedder(libraries(), settings.threads())));
        this.looks = SecondLookStand.open(settings.looks(), libraries(), settings.threads());
        this.index = IndexStand.open(settings, folder, vault, embedder, abbreviations, speller);
        this.passages = looks.over(index.passages());
        this.archive = new Archive(state.cabinet());
        this.audit = AuditLog.ofDataFolder(folder.root(), settings.clock(), vault);
        this.lost = begun(audit);
    }

    private static Optional<String> begun(AuditLog audit) {
        try {
            return audit.begin();
        } catch (AuditTrouble later) {
            // Whatever has an entry says so; what has none can be looked at.
            return Optional.empty();
        }
    }

    private static Vault vault(DataFolder folder, Optional<Path> key) throws DataFolder.UnusableDataFolder {
        return switch (new VaultKeys(folder.root()).open(key)) {
            case VaultKeys.Opening.Opened(var vault) -> vault;
            case VaultKeys.Opening.Refused(var why) -> throw new DataFolder.UnusableDataFolder(why);
        };
    }

    Settings settings() {
        return settings;
    }

    DataFolder folder() {
        return folder;
    }

    Vault vault() {
        return vault;
    }

    /** What is kept aside for convenience. */
    Keepsakes keepsakes() {
        return keepsakes;
    }

    StateStand state() {
        return state;
    }

    Cabinet cabinet() {
        return state.cabinet();
    }

    Embedder embedder() {
        return embedder;
    }

    Speller speller() {
        return speller;
    }

    Abbreviations abbreviations() {
        return abbreviations;
    }

    PassageIndex passages() {
        return passages;
    }

    /** Reads what was written anew once more; absent where none is installed. */
    Optional<EntailmentModel> inference() {
        return looks.statements();
    }

    RecordIndex records() {
        return index.records();
    }

    Archive archive() {
        return archive;
    }

    AuditLog audit() {
        return audit;
    }

    /** What an administrator must be told of the log, if it is missing. */
    Optional<String> lost() {
        return lost;
    }

    RunBook runs() {
        return new RunBook(cabinet());
    }

    SessionBook sessions() {
        return new SessionBook(cabinet());
    }

    /** Where libraries of machine code are unpacked. */
    Path libraries() {
        return folder.root().resolve("native");
    }

    @Override
    public void close() {
        index.close();
        looks.close();
        if (settings.embedder().isEmpty()) embedder.close();
        state.close();
    }
}
