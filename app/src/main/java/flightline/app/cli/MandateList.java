package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.HeldDocument;
import flightline.flow.Mandate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Which bulletins a directive names, and which directives name a bulletin, on pages and in JSON. */
final class MandateList {
    private MandateList() {}

    static ArrayNode json(List<Mandate> mandates, LocalDate day) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Mandate mandate : mandates) {
            ObjectNode node = all.addObject();
            node.put("directive", mandate.directive().header().id().value());
            node.put("standing", mandate.directive().standing(day));
            node.put("bulletin", mandate.bulletin());
            node.put("required", mandate.required());
            node.put("citation", DirectivesPage.citation(mandate.directive(), mandate.place()));
            ArrayNode held = node.putArray("held");
            for (HeldDocument bulletin : mandate.held())
                held.addObject()
                        .put("document", bulletin.header().id().value())
                        .put("revision", bulletin.header().revision().display())
                        .put("standing", bulletin.standing(day));
        }
        return all;
    }

    /** A line for each directive that names a bulletin. */
    static void onBulletin(Page page, List<Mandate> mandates, LocalDate day) {
        for (Mandate mandate : mandates)
            line(
                    page,
                    (mandate.required() ? "required by " : "named by ")
                            + mandate.directive().header().id().value() + " ("
                            + mandate.directive().standing(day) + "): " + mandate.bulletin(),
                    mandate);
    }

    /** A line for each bulletin that a directive names. */
    static void ofDirective(Page page, List<Mandate> mandates, LocalDate day) {
        for (Mandate mandate : mandates) {
            String held = mandate.held().isEmpty()
                    ? "not in the library"
                    : mandate.held().stream()
                            .map(d -> d.header().revision().display() + " " + d.standing(day))
                            .collect(Collectors.joining("; ", "held: ", ""));
            line(page, (mandate.required() ? "requires " : "names ") + mandate.bulletin() + " (" + held + ")", mandate);
        }
    }

    private static void line(Page page, String words, Mandate mandate) {
        page.hanging(
                "    ",
                "  ",
                words + " [" + DirectivesPage.citation(mandate.directive(), mandate.place()) + "]",
                line -> line);
    }
}
