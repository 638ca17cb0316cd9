package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.evaluation.DriftReport;
import flightline.evaluation.DriftReport.Finding;
import flightline.evaluation.DriftReport.Span;
import flightline.evaluation.DriftReport.Standing;
import flightline.evaluation.DriftWatch;
import java.util.Locale;

/** What changed in service, as JSON. */
public final class DriftJson {
    private DriftJson() {}

    public static ObjectNode of(DriftReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("outcome", report.hasAlarm() ? "changed" : "steady");
        node.set("before", span(report.before()));
        node.set("now", span(report.now()));
        node.put("falseAlarmsAtMost", DriftWatch.FALSE_ALARMS);
        ArrayNode measures = node.putArray("measures");
        report.findings().forEach(finding -> measures.add(finding(finding)));
        ArrayNode changes = node.putArray("changes");
        report.changes()
                .forEach(change ->
                        changes.addObject().put("day", change.day().toString()).put("what", change.what()));
        return node;
    }

    private static ObjectNode span(Span span) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", span.from().toString())
                .put("to", span.until().minusDays(1).toString())
                .put("requests", span.requests());
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("measure", word(finding.measure().name()))
                .put("what", finding.measure().what())
                .put("standing", word(finding.standing().name()))
                .put("before", finding.before())
                .put("now", finding.now());
        finding.shift()
                .ifPresent(shift -> node.put("distance", rounded(shift.distance()))
                        .put("chance", rounded(shift.chance()))
                        .put("alarmFrom", rounded(finding.limit())));
        node.put("said", finding.said());
        if (finding.standing() == Standing.TOO_LITTLE) return node;
        ArrayNode bars = node.putArray("shares");
        finding.bars()
                .forEach(bar -> bars.addObject()
                        .put("of", bar.label())
                        .put("before", rounded(bar.before()))
                        .put("now", rounded(bar.now())));
        return node;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
