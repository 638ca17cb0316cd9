package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.GraphicStore.KeptGraphic;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Reference;
import flightline.corpus.RevisionNames;
import flightline.corpus.SharedWant;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds where the references of a document lead, among what the asker may see. */
final class ReferenceFollower {
    private final PassageIndex index;
    private final Archive archive;
    private final Predicate<HeldDocument> visible;
    private final LocalDate on;

    /** @param on the day for which revisions in force are preferred */
    ReferenceFollower(PassageIndex index, Archive archive, Predicate<HeldDocument> visible, LocalDate on) {
        this.index = index;
        this.archive = archive;
        this.visible = visible;
        this.on = on;
    }

    List<Followed> follow(HeldDocument from) {
        var followed = new ArrayList<Followed>();
        archive.document(from.source(), from.header().id()).ifPresent(document -> {
            document.links().references().forEach(r -> followed.add(follow(from, r)));
            document.links().wants().forEach(w -> followed.add(follow(from, w)));
        });
        return followed;
    }

    private Followed follow(HeldDocument from, Reference reference) {
        return switch (reference.kind()) {
            case DATA_MODULE, PUBLICATION -> module(from, reference);
            case EXTERNAL -> external(from, reference);
            case INTERNAL ->
                leads(
                        from,
                        reference,
                        reference.broken().isEmpty()
                                ? reference
                                        .to()
                                        .map(p -> from.header().id() + "@" + named(from) + "#" + p.start() + "-"
                                                + p.end())
                                        .orElse("#" + reference.target())
                                : "",
                        reference.broken());
            case GRAPHIC -> graphic(from, reference);
        };
    }

    private Followed module(HeldDocument from, Reference reference) {
        if (!reference.broken().isEmpty()) return leads(from, reference, "", reference.broken());
        var target = from.header().id().referringTo(new DocumentId(reference.target())).stream()
                .flatMap(id -> best(held(id)).stream())
                .findFirst();
        if (target.isEmpty()) return leads(from, reference, "", "not held");
        String revision = target.get().header().revision().display();
        String why = target.get().inForceOn(on) ? "" : target.get().standing(on);
        if (!reference.issue().isEmpty() && !reference.issue().equals(revision))
            why += (why.isEmpty() ? "" : "; ") + "issue " + reference.issue() + " is referred to";
        return leads(from, reference, target.get().header().id() + "@" + named(target.get()), why);
    }

    private Followed external(HeldDocument from, Reference reference) {
        var target = best(index.documents().stream()
                .filter(visible)
                .filter(d -> d.header().id().value().equalsIgnoreCase(reference.target())
                        || d.header().title().equalsIgnoreCase(reference.target()))
                .toList());
        return target.map(d -> leads(from, reference, d.header().id() + "@" + named(d), ""))
                .orElseGet(() -> leads(from, reference, "", "a publication outside the library"));
    }

    private String named(HeldDocument document) {
        return RevisionNames.of(held(document.header().id())).of(document);
    }

    private Followed graphic(HeldDocument from, Reference reference) {
        Optional<KeptGraphic> kept = archive.graphics().find(reference.target());
        return new Followed(
                from,
                reference.from(),
                reference.line(),
                reference.kind().display(),
                reference.target(),
                kept.map(KeptGraphic::fileName).orElse(""),
                kept.isPresent() ? "" : "no graphic of that number has been taken in",
                kept);
    }

    private static Followed leads(HeldDocument from, Reference reference, String to, String why) {
        return new Followed(
                from,
                reference.from(),
                reference.line(),
                reference.kind().display(),
                reference.target(),
                to,
                why,
                Optional.empty());
    }

    private static Followed follow(HeldDocument from, SharedWant want) {
        return new Followed(
                from,
                Optional.empty(),
                want.line(),
                want.kind().display(),
                want.ident() + want.repository().map(r -> " in " + r).orElse(""),
                want.found().map(f -> f.repository() + "@" + f.revision()).orElse(""),
                want.why(),
                Optional.empty());
    }

    private List<HeldDocument> held(DocumentId id) {
        return index.revisions(id).stream().filter(visible).toList();
    }

    /** The revision in force, else the newest. */
    private Optional<HeldDocument> best(List<HeldDocument> revisions) {
        return revisions.stream()
                .filter(d -> d.inForceOn(on))
                .findFirst()
                .or(() -> revisions.stream()
                        .max(Comparator.comparing(d -> d.header().revision())));
    }
}
