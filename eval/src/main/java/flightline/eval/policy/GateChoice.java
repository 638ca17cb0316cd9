package flightline.eval.policy;

import flightline.model.Embedder;
import flightline.policy.AcceptableUse;
import flightline.policy.AcceptableUse.Thresholds;
import flightline.policy.Gate;
import flightline.policy.PurposeModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Counts what gates make of requests that their model has not seen, at several certainties: what a certainty is chosen by. */
final class GateChoice {
    private static final double[] REFUSE = {0.25, 0.35, 0.45, 0.55, 0.65};
    private static final double[] FOREIGN = {0.5, 0.65, 0.8, 0.9, 0.97};

    private final AcceptableUse use;
    private final PurposeModel model;
    private final Embedder embedder;

    GateChoice(AcceptableUse use, PurposeModel model, Embedder embedder) {
        this.use = use;
        this.model = model;
        this.embedder = embedder;
    }

    void judge(List<LabelledRequests.Case> unseen) {
        for (double refuse : REFUSE) print(with(refuse, use.thresholds().refuseForeign()), unseen);
        for (double foreign : FOREIGN) print(with(use.thresholds().refuse(), foreign), unseen);
        verdicts(use.thresholds(), unseen).wrong().forEach(wrong -> System.out.println("  " + wrong));
    }

    private void print(Thresholds sure, List<LabelledRequests.Case> unseen) {
        System.out.printf(
                Locale.ROOT,
                "refused from %.2f, without a word of the trade from %.2f: %s%n",
                sure.refuse(),
                sure.refuseForeign(),
                verdicts(sure, unseen));
    }

    private Verdicts verdicts(Thresholds sure, List<LabelledRequests.Case> unseen) {
        var gate = new Gate(at(sure), model, embedder, InstantSource.system());
        var verdicts = new Verdicts();
        unseen.forEach(one -> verdicts.add(gate, one.example()));
        return verdicts;
    }

    private Thresholds with(double refuse, double foreign) {
        Thresholds now = use.thresholds();
        return new Thresholds(refuse, refuse, foreign, now.outOfScope(), now.doubt());
    }

    private AcceptableUse at(Thresholds sure) {
        return new AcceptableUse(
                use.version(),
                sure,
                use.clauses(),
                use.lists(),
                use.frames(),
                use.sentence(),
                use.rules(),
                use.outOfScope(),
                use.neverExcepted(),
                use.exceptedWork(),
                use.otherLanguages());
    }
}
