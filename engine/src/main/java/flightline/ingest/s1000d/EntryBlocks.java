package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;

/** Writes references to other modules and publications, and the entries of publication modules and management lists. */
final class EntryBlocks {
    private final Desk desk;
    private final ModuleWalk walk;

    EntryBlocks(Desk desk, ModuleWalk walk) {
        this.desk = desk;
        this.walk = walk;
    }

    void references(XmlElement list) {
        for (XmlElement child : list.children())
            if (child.is("refs", "reftp", "norefs") && !child.children().isEmpty()) references(child);
            else reference(child, 0);
    }

    /** @param depth 0 for an entry that stands in no other */
    void publicationEntry(XmlElement entry, int depth) {
        String title = entry.child("pmEntryTitle")
                .or(() -> entry.child("title"))
                .map(desk.words()::of)
                .orElse("");
        desk.out().titled("", title, () -> {
            for (XmlElement child : entry.children())
                if (child.is("pmEntry")) walk.under(child, () -> publicationEntry(child, depth + 1));
                else if (Vocabulary.REFERENCES.contains(child.name())) reference(child, depth);
                else if (!child.is("pmEntryTitle", "title")) walk.write(child);
        });
    }

    void managementEntry(XmlElement entry) {
        desk.out().item("-", 0, desk.fields().of(entry));
    }

    private void reference(XmlElement reference, int depth) {
        walk.under(reference, () -> desk.out().item("-", depth, desk.words().line(reference)));
    }
}
