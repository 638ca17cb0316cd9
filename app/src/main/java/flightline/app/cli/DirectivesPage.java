package flightline.app.cli;

import flightline.app.view.DirectivesJson;
import flightline.corpus.Fact;
import flightline.flow.DirectiveRegister.Deadline;
import flightline.flow.DirectiveRegister.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The register of directives as a page and as JSON. */
final class DirectivesPage {
    private static final int MODELS = 4;

    private DirectivesPage() {}

    static String page(List<Row> rows, LocalDate day, Page page) {
        if (rows.isEmpty())
            return page.line("No directive in the library answers this.").toString();
        var table = new ArrayList<List<String>>();
        for (Row row : rows)
            table.add(List.of(
                    row.held().header().id().value(),
                    row.first(Fact.Kind.ISSUER),
                    row.standing(),
                    row.first(Fact.Kind.EFFECTIVE),
                    products(row)));
        page.table(List.of("Directive", "Authority", "Standing", "Effective", "Products"), table);
        for (Row row : rows) {
            if (row.deadlines().isEmpty() && row.supersededBy().isEmpty()) continue;
            page.blank()
                    .line(row.held().header().id().value()
                            + (row.supersededBy().isEmpty() ? "" : "  " + row.supersededBy()));
            for (Deadline deadline : row.deadlines())
                page.hanging(
                        "    ",
                        "  ",
                        deadline.due().map(due -> due + ": ").orElse("")
                                + deadline.fact().value() + " ["
                                + DirectivesJson.citation(
                                        row.held(), deadline.fact().place()) + "]",
                        words -> words);
        }
        page.blank()
                .line(rows.size() + (rows.size() == 1 ? " directive on " : " directives on ") + day
                        + "; a day stands only where the calendar alone tells it, hours and cycles count besides");
        return page.toString();
    }

    private static String products(Row row) {
        List<String> models = row.all(Fact.Kind.MODEL);
        String first = String.join(", ", models.subList(0, Math.min(MODELS, models.size())));
        String more = models.size() > MODELS ? " and " + (models.size() - MODELS) + " more" : "";
        return (row.first(Fact.Kind.MAKE) + " " + first + more).strip();
    }
}
