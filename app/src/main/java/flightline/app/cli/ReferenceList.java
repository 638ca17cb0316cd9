package flightline.app.cli;

import flightline.app.view.ReferencesJson;
import flightline.archive.GraphicStore.KeptGraphic;
import flightline.flow.Followed;
import java.util.ArrayList;
import java.util.List;

/** Prints references and where they lead. */
final class ReferenceList {
    private final List<Followed> references;

    ReferenceList(List<Followed> references) {
        this.references = List.copyOf(references);
    }

    void print(Outside outside, boolean json, boolean unresolved) {
        var shown =
                references.stream().filter(f -> !unresolved || !f.resolved()).toList();
        long open = references.stream().filter(f -> !f.resolved()).count();
        if (json) {
            outside.out().println(ReferencesJson.of(references, unresolved).toPrettyString());
            return;
        }
        var page = new Page(new Paint(outside.colour()), outside.width());
        var rows = new ArrayList<List<String>>();
        for (Followed f : shown)
            rows.add(List.of(place(f), f.kind(), f.target(), f.to().isEmpty() ? "–" : f.to(), f.why()));
        if (!rows.isEmpty()) page.table(List.of("From", "Kind", "Refers to", "Leads to", "Note"), rows);
        page.blank().line((references.size() - open) + " references resolved, " + open + " not");
        outside.out().print(page);
    }

    /** One reference in a line, for example {@code data module DMC-… : not held}. */
    static String line(Followed f) {
        String leads = f.graphic().map(KeptGraphic::place).orElse(f.to());
        return f.kind() + " " + f.target() + ": " + (leads.isEmpty() ? f.why() : leads)
                + (leads.isEmpty() || f.why().isEmpty() ? "" : " (" + f.why() + ")");
    }

    private static String place(Followed f) {
        return f.from().header().id() + "@" + f.from().header().revision().display()
                + f.at().map(p -> "#" + p.start() + "-" + p.end()).orElse(" line " + f.line());
    }
}
