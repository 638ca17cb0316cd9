package flightline.app.cli;

import flightline.app.view.DirectivesJson;
import flightline.flow.Mandate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Which bulletins a directive names, and which directives name a bulletin, on pages and in JSON. */
final class MandateList {
    private MandateList() {}

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
                words + " [" + DirectivesJson.citation(mandate.directive(), mandate.place()) + "]",
                line -> line);
    }
}
