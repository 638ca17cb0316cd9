package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Marking;
import flightline.fleet.Chart;
import flightline.fleet.Figure;
import flightline.fleet.Finding;
import flightline.fleet.Grid;
import flightline.fleet.SvgChart;
import flightline.flow.FleetFlow.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer over all records, as JSON. */
public final class FleetJson {
    private FleetJson() {}

    public static ObjectNode of(Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        MarkingJson.into(node, outcome.marking());
        return switch (outcome) {
            case Outcome.Answered(var id, var question, var finding, var audit, var millis) -> {
                node.put("id", id).put("outcome", "answered").put("question", question);
                finding(node, finding);
                yield node.put("audit", audit).put("millis", AnswerJson.tenth(millis));
            }
            case Outcome.NotEnough(var id, var question, var why, var nearest, var marking, var audit, var millis) -> {
                node.put("id", id)
                        .put("outcome", "not-enough-evidence")
                        .put("question", question)
                        .put("why", why);
                nearest.forEach(node.putArray("nearest")::add);
                yield node.put("audit", audit).put("millis", AnswerJson.tenth(millis));
            }
            case Outcome.Denied(var id, var word, var clause, var why, var audit) ->
                node.put("id", id)
                        .put("outcome", word)
                        .put("clause", clause)
                        .put("why", why)
                        .put("audit", audit);
            case Outcome.Ran(var id, var sql, var table, var marking, var audit, var millis) -> {
                node.put("id", id).put("outcome", "ran").put("sql", sql);
                table(node, table);
                yield node.put("audit", audit).put("millis", AnswerJson.tenth(millis));
            }
            case Outcome.NotRun(var id, var sql, var why, var marking, var audit) ->
                node.put("id", id)
                        .put("outcome", "bad-request")
                        .put("sql", sql)
                        .put("why", why)
                        .put("audit", audit);
        };
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("form", finding.form());
        node.put("sentence", finding.sentence());
        node.put("sql", finding.sql().text());
        ArrayNode parameters = node.putArray("parameters");
        for (Object value : finding.sql().parameters()) cell(parameters, value);
        table(node, finding.table());
        ArrayNode figures = node.putArray("figures");
        for (Figure figure : finding.figures()) figure(figures.addObject(), figure);
        finding.chart().ifPresent(chart -> chart(node.putObject("chart"), chart, finding.marking()));
        finding.caveats().forEach(node.putArray("caveats")::add);
        finding.records().forEach(node.putArray("records")::add);
        node.put("recordsInAll", finding.behind());
    }

    private static void figure(ObjectNode node, Figure figure) {
        node.put("name", figure.name())
                .put("value", figure.value())
                .put("shown", figure.shown())
                .put("unit", figure.unit());
        figure.interval().ifPresent(i -> node.putArray("interval").add(i.low()).add(i.high()));
        if (figure.row() >= 0) node.put("row", figure.row());
        if (!figure.column().isEmpty()) node.put("column", figure.column());
        figure.records().forEach(node.putArray("records")::add);
        node.put("recordsInAll", figure.behind());
    }

    private static void chart(ObjectNode node, Chart chart, Marking marking) {
        node.put("kind", chart.kind().name().toLowerCase(Locale.ROOT))
                .put("title", chart.title())
                .put("across", chart.across())
                .put("up", chart.up())
                .put("note", chart.note());
        if (chart.change() >= 0) node.put("change", chart.change());
        ArrayNode points = node.putArray("points");
        for (Chart.Point point : chart.points()) {
            ObjectNode one = points.addObject().put("label", point.label()).put("value", point.value());
            point.low().ifPresent(low -> one.put("low", low));
            point.high().ifPresent(high -> one.put("high", high));
            point.middle().ifPresent(middle -> one.put("expected", middle));
            if (point.marked()) one.put("marked", true);
        }
        node.put("svg", SvgChart.of(chart, marking));
    }

    private static void table(ObjectNode node, Grid table) {
        table.columns().forEach(node.putArray("columns")::add);
        ArrayNode rows = node.putArray("rows");
        for (List<@Nullable Object> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            for (Object cell : row) cell(cells, cell);
        }
        if (table.cut()) node.put("cut", true);
    }

    private static void cell(ArrayNode to, @Nullable Object cell) {
        switch (cell) {
            case null -> to.addNull();
            case Boolean truth -> to.add(truth);
            case Integer number -> to.add(number);
            case Long number -> to.add(number);
            case Double number -> {
                if (Double.isFinite(number)) to.add(number);
                else to.addNull();
            }
            case Number number -> to.add(new java.math.BigDecimal(number.toString()));
            default -> to.add(cell.toString());
        }
    }
}
