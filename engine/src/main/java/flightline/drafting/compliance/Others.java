package flightline.drafting.compliance;

import flightline.corpus.DocumentStatus;
import flightline.corpus.HeldDocument;
import flightline.drafting.Line;
import flightline.drafting.Section;
import flightline.drafting.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Directives that concern no aircraft of the list more than another: they stand once, not under each aircraft. A library has hundreds of them,
 * and among them nobody would find those that count.
 */
final class Others {
    private final LocalDate on;
    private final List<Tail> fleet;
    private final List<List<List<Words>>> strangers = new ArrayList<>();
    private final List<List<List<Words>>> unread = new ArrayList<>();

    Others(LocalDate on, List<Tail> fleet) {
        this.on = on;
        this.fleet = fleet;
    }

    /** Whether it belongs here; then it is kept. */
    boolean takes(Directive directive) {
        if (fleet.stream().anyMatch(tail -> Due.done(directive, tail).isPresent())) return false;
        boolean read = !directive.products().isEmpty() && !directive.models().isEmpty();
        if (read && fleet.stream().anyMatch(tail -> new Reach(directive, tail).mayName())) return false;
        HeldDocument held = directive.held();
        List<Words> says = directive.products().isEmpty()
                ? List.of(new Words.Catalogued(held.header().title(), held.key()))
                : List.of(Words.Quoted.all(directive.products().getFirst()));
        (read ? strangers : unread)
                .add(List.of(
                        List.of(
                                named(held),
                                new Words.Catalogued(held.header().revision().display(), held.key())),
                        standing(held, on),
                        says));
        return true;
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        if (!unread.isEmpty())
            sections.add(section(
                    "For a person to decide: applicability not read for sure",
                    "They may concern any aircraft of the list.",
                    unread));
        if (!strangers.isEmpty())
            sections.add(section(
                    "Directives that name no model of the list",
                    "NO for every aircraft of the list: model not listed.",
                    strangers));
        return sections;
    }

    private static Section section(String heading, String remark, List<List<List<Words>>> rows) {
        return new Section(
                ours(heading),
                List.of(
                        new Line.Remark(false, ours(remark)),
                        new Line.Grid(ours("Directive", "Standing", "It says"), rows)));
    }

    static Words named(HeldDocument held) {
        return new Words.Catalogued(held.header().id().value(), held.key());
    }

    static List<Words> standing(HeldDocument held, LocalDate on) {
        String status = held.header().status().name().toLowerCase(Locale.ROOT);
        if (held.inForceOn(on)) {
            String plain =
                    (held.header().status() == DocumentStatus.CORRECTION ? "correction" : "final") + ", in force";
            return held.doubt()
                    .<List<Words>>map(
                            said -> List.of(new Words.Ours(plain + ","), new Words.Catalogued(said, held.key())))
                    .orElse(ours(plain));
        }
        return held.why().isBlank()
                ? List.of(new Words.Catalogued(status, held.key()), new Words.Ours("- not in force"))
                : List.of(new Words.Catalogued(held.why(), held.key()));
    }

    private static List<Words> ours(String... texts) {
        return Arrays.stream(texts).<Words>map(Words.Ours::new).toList();
    }
}
