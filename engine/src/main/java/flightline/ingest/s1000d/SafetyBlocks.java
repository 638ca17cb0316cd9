package flightline.ingest.s1000d;

import flightline.corpus.SafetyKind;
import flightline.corpus.SharedEntry;
import flightline.ingest.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes warnings, cautions and notes: where they stand, and where they are referred to. */
final class SafetyBlocks {
    private final Desk desk;

    SafetyBlocks(Desk desk) {
        this.desk = desk;
    }

    /** @param general whether it holds for the whole procedure */
    void write(XmlElement element, boolean general) {
        String reference = element.attribute("applicRefId");
        Runnable body =
                () -> desk.out().safety(kind(element), general, desk.words().of(element));
        // Applicability of the warning itself, for those that are not reached by the walk.
        desk.applicability().byId(reference).ifPresentOrElse(said -> desk.out().applying(said.holds(), body), body);
    }

    /** Writes the warnings and cautions that the element's attributes refer to. */
    void referredTo(XmlElement element, boolean general) {
        refer(element.attribute("warningRefs"), SafetyKind.WARNING, general);
        refer(element.attribute("cautionRefs"), SafetyKind.CAUTION, general);
    }

    /** Warnings that the module keeps, or refers to, in one place; those that no step refers to are written here, for all of it. */
    void collection(XmlElement collection) {
        var used = new HashSet<String>();
        desk.numbers().content().visit(e -> {
            used.addAll(List.of(e.attribute("warningRefs").split("\\s+")));
            used.addAll(List.of(e.attribute("cautionRefs").split("\\s+")));
        });
        for (XmlElement child : collection.children()) {
            String id = child.attribute("id");
            if (used.contains(id)) continue;
            if (Vocabulary.SAFETY.contains(child.name())) write(child, true);
            if (child.is("warningRef", "cautionRef"))
                elsewhere(
                        Optional.of(child), id, child.is("warningRef") ? SafetyKind.WARNING : SafetyKind.CAUTION, true);
        }
    }

    /** A warning of a repository, under its number, so that other modules' references to it can be followed. */
    void repositoryEntry(XmlElement spec) {
        String number = spec.all(Set.of("warningIdent", "cautionIdent")).stream()
                .map(i -> i.attribute("warningIdentNumber") + i.attribute("cautionIdentNumber"))
                .findFirst()
                .orElse("");
        desk.out()
                .titled(
                        "",
                        number,
                        () -> desk.out()
                                .safety(
                                        spec.is("warningSpec") ? SafetyKind.WARNING : SafetyKind.CAUTION,
                                        false,
                                        desk.words().of(spec)));
    }

    /** Applicability that stands in the text, as words. */
    void applicability(XmlElement applic) {
        String shown = applic.child("displayText").map(XmlElement::text).orElse("");
        if (!shown.isEmpty()) desk.out().safety(SafetyKind.NOTE, false, "Applicability: " + shown);
    }

    private void refer(String ids, SafetyKind kind, boolean general) {
        for (String id : ids.split("\\s+")) {
            if (id.isEmpty()) continue;
            Optional<XmlElement> target = desk.numbers().byId(id);
            if (target.isPresent() && Vocabulary.SAFETY.contains(target.get().name())) write(target.get(), general);
            else elsewhere(target, id, kind, general);
        }
    }

    private void elsewhere(Optional<XmlElement> target, String id, SafetyKind kind, boolean general) {
        String ident = target.map(SharedKinds::ident).filter(i -> !i.isEmpty()).orElse(id);
        var shared = kind == SafetyKind.WARNING ? SharedEntry.Kind.WARNING : SharedEntry.Kind.CAUTION;
        int line = target.map(XmlElement::line).orElse(desk.numbers().content().line());
        desk.out().safety(kind, general, desk.shared().safety(shared, ident, target.flatMap(Codes::in), line));
    }

    private static SafetyKind kind(XmlElement element) {
        return switch (element.name()) {
            case "warning" -> SafetyKind.WARNING;
            case "caution" -> SafetyKind.CAUTION;
            default -> SafetyKind.NOTE;
        };
    }
}
