package flightline.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.evaluation.Comparison;
import flightline.flow.ModelTrialFlow.Report;

/** How the evaluation of a model went. */
public final class TrialJson {
    private TrialJson() {}

    /** @param drawn whether the cases were drawn from the library */
    public static ObjectNode of(Report report, boolean drawn) {
        var trial = report.trial();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("outcome", trial.passed() ? "no-worse" : "worse")
                .put("model", trial.name())
                .put("beside", trial.beside())
                .put("cases", trial.cases())
                .put("casesDrawn", drawn)
                .put("casesSha256", trial.casesSha256())
                .put("at", trial.at())
                .put("policyVersion", trial.policyVersion())
                .put("passed", trial.passed());
        trial.faults().forEach(node.putArray("faults")::add);
        ObjectNode figures = node.putObject("figures");
        trial.figures().forEach(figures::put);
        ObjectNode beside = node.putObject("besideFigures");
        trial.besideFigures().forEach(beside::put);
        var comparisons = node.putArray("comparisons");
        for (Comparison one : report.comparisons())
            comparisons
                    .addObject()
                    .put("name", one.name())
                    .put("better", one.better())
                    .put("worse", one.worse())
                    .put("chance", one.chance());
        return node;
    }
}
