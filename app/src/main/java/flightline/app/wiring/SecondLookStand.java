package flightline.app.wiring;

import flightline.llama.embedding.CrossEncoder;
import flightline.llama.embedding.InferenceModel;
import flightline.llama.embedding.UnusableModel;
import flightline.model.EntailmentModel;
import flightline.model.RelevanceModel;
import flightline.search.PassageIndex;
import flightline.search.SecondLook;
import java.nio.file.Path;
import java.util.Optional;

/** The models that look again, loaded after their hash was found to be the one that is pinned. */
final class SecondLookStand implements AutoCloseable {
    private final Optional<RelevanceModel> passages;
    private final Optional<EntailmentModel> statements;
    private final int first;

    private SecondLookStand(Optional<RelevanceModel> passages, Optional<EntailmentModel> statements, int first) {
        this.passages = passages;
        this.statements = statements;
        this.first = first;
    }

    /**
     * @param cache folder below which native libraries are unpacked
     * @throws DataFolder.UnusableDataFolder naming the setting, the file and the rule
     */
    static SecondLookStand open(SecondLooks looks, Path cache, int threads) throws DataFolder.UnusableDataFolder {
        Optional<RelevanceModel> passages = Optional.empty();
        String setting = "second-look.passages: ";
        try {
            if (looks.passages().isPresent()) {
                var pinned = looks.passages().get();
                passages = Optional.of(CrossEncoder.open(pinned.folder(), pinned.sha256(), cache, threads));
            }
            setting = "second-look.statements: ";
            Optional<EntailmentModel> statements = Optional.empty();
            if (looks.statements().isPresent()) {
                var pinned = looks.statements().get();
                statements = Optional.of(InferenceModel.open(pinned.folder(), pinned.sha256(), cache, threads));
            }
            return new SecondLookStand(passages, statements, looks.first());
        } catch (UnusableModel unusable) {
            passages.ifPresent(RelevanceModel::close);
            throw new DataFolder.UnusableDataFolder(setting + unusable.getMessage());
        }
    }

    /** The index, looked at again where a model is installed for it. */
    PassageIndex over(PassageIndex index) {
        return passages.<PassageIndex>map(model -> new SecondLook(index, model, first))
                .orElse(index);
    }

    Optional<EntailmentModel> statements() {
        return statements;
    }

    @Override
    public void close() {
        passages.ifPresent(RelevanceModel::close);
        statements.ifPresent(EntailmentModel::close);
    }
}
