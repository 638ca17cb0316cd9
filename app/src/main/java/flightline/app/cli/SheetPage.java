package flightline.app.cli;

import flightline.app.view.DirectivesJson;
import flightline.app.view.Standing;
import flightline.corpus.DocumentKind;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.flow.ShowFlow.Sheet;
import java.time.LocalDate;
import java.util.Locale;

/** What a document states, each with its citation, and which directives and bulletins it is tied to. */
final class SheetPage {
    private SheetPage() {}

    static String page(Sheet sheet, LocalDate day, Page page) {
        HeldDocument held = sheet.document();
        var header = held.header();
        page.line(header.id() + " " + header.revision().display() + "  " + header.title());
        page.line("  " + held.fileName() + "  " + word(header.status().name()) + ", "
                + (held.inForceOn(day) ? held.standing(day) : Standing.remark(held, day)));
        String effectivity = header.applicability().display();
        if (!effectivity.isEmpty()) page.paragraph("  effectivity: ", effectivity, "");
        if (!header.facts().isEmpty()) page.blank();
        for (Fact fact : header.facts())
            page.hanging(
                    "    ",
                    "  ",
                    fact.kind().word() + ": " + fact.value() + " [" + DirectivesJson.citation(held, fact.place()) + "]",
                    words -> words);
        if (!sheet.mandates().isEmpty()) page.blank();
        if (directive(sheet)) MandateList.ofDirective(page, sheet.mandates(), day);
        else MandateList.onBulletin(page, sheet.mandates(), day);
        return page.toString();
    }

    private static boolean directive(Sheet sheet) {
        return sheet.document().header().kind() == DocumentKind.DIRECTIVE;
    }

    private static String word(String status) {
        return status.toLowerCase(Locale.ROOT);
    }
}
