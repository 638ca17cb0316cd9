package flightline.app.wiring;

import flightline.archive.FeedbackBook;
import flightline.archive.ModelBook;
import flightline.archive.TrialBook;
import flightline.audit.AuditLog;
import flightline.flow.DriftFlow;
import flightline.flow.EvaluateFlow;
import flightline.flow.ModelFlow;
import flightline.flow.ModelSeals;
import flightline.flow.ModelTrialFlow;
import flightline.model.LanguageModel;
import flightline.policy.Rulebook;
import flightline.search.RecordIndex;
import flightline.state.Cabinet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Models in service, put together: which are held and write, whether they may, and whether what they do still is what it was. */
public record ModelStand(Settings settings, Path root, Cabinet cabinet, AuditLog audit, Rulebook rulebook) {
    ModelBook book() {
        return new ModelBook(cabinet, root);
    }

    private TrialBook trialBook() {
        return new TrialBook(cabinet);
    }

    ModelFlow models() {
        return new ModelFlow(
                book(),
                trialBook(),
                LlamaStand::inspect,
                audit,
                rulebook.access(),
                settings.clock(),
                new ModelSeals(settings.llama().signedBy()),
                rulebook.version());
    }

    ModelTrialFlow trials(Function<Optional<LanguageModel>, EvaluateFlow> exams) {
        return new ModelTrialFlow(exams, trialBook(), audit, rulebook.version(), settings.clock(), settings.nanos());
    }

    /** @param known whether a word in lower case is English or of the trade */
    DriftFlow drift(RecordIndex records, Predicate<String> known) {
        return new DriftFlow(audit, new FeedbackBook(cabinet), records, known, rulebook.version());
    }
}
