package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the items of an illustrated parts catalogue. */
final class IspecParts {
    private static final Set<String> TOLD = Set.of("pnr", "mfr", "upa", "kwd", "adt", "nom", "nomenclature");
    private static final Map<String, String> LABELS = Map.of(
            "tqa", "total quantity",
            "uoc", "usage code",
            "usage", "usage code",
            "smr", "source, maintenance, recoverability",
            "icy", "interchangeability",
            "nha", "next higher assembly",
            "esds", "sensitive to static electricity",
            "sbc", "service bulletin",
            "sbcdata", "");

    private final IspecWalk walk;

    IspecParts(IspecWalk walk) {
        this.walk = walk;
    }

    /** @param figure number of the figure, which items' numbers begin with; empty where there is none */
    void list(XmlElement list, String figure) {
        for (Piece piece : walk.cut(list.nodes()))
            if (piece instanceof Piece.Inner(var item) && item.is("item", "itemdata"))
                walk.under(item, () -> write(item, figure));
            else walk.pieces(List.of(piece));
    }

    void write(XmlElement item, String figure) {
        String number = item.attribute("itemnbr").isEmpty() ? first(item, "itemnbr") : item.attribute("itemnbr");
        // Variants of an item are parts of their own: 1 and 1A.
        if (!number.endsWith(item.attribute("itemvar"))) number += item.attribute("itemvar");
        String shown = figure.isEmpty() || number.isEmpty() ? number : figure + "-" + number;
        String partNumber = first(item, "pnr");
        String name = all(item, Set.of("kwd", "nom", "nomenclature"));
        String described = all(item, Set.of("adt"));
        String full = described.isEmpty() ? name : name.isEmpty() ? described : name + ", " + described;
        String quantity = first(item, "upa");
        var fields = new ArrayList<String>();
        say(fields, "Item", shown);
        say(fields, "", full);
        say(fields, "part number", partNumber);
        say(fields, "manufacturer", all(item, Set.of("mfr")));
        say(fields, "units per assembly", quantity);
        say(fields, "indenture", item.attribute("indent") + item.attribute("indnbr"));
        if (item.attribute("attach").equals("1")) fields.add("attaching part");
        if (item.attribute("illusind").equals("0")) fields.add("not illustrated");
        rest(fields, item);
        String text = String.join("; ", fields);
        walk.out.block(text, place -> new Block.Part(shown, partNumber, full, quantity, text, place));
    }

    private void rest(List<String> fields, XmlElement element) {
        for (XmlElement child : element.children()) {
            if (TOLD.contains(child.name()) || child.is("itemnbr") || walk.words.role(child) == Role.SILENT) continue;
            boolean group = !child.hasOwnWords() && child.children().stream().anyMatch(c -> TOLD.contains(c.name()));
            if (group) rest(fields, child);
            else {
                Holds holds = walk.holds(child);
                String only = holds.always()
                        ? ""
                        : " (for " + holds.computed().display()
                                + (holds.inWords().isEmpty() ? "" : "; " + holds.inWords()) + ")";
                String text = walk.words.line(child);
                if (!text.isEmpty()) say(fields, LABELS.getOrDefault(child.name(), child.name()), text + only);
            }
        }
    }

    private String first(XmlElement item, String name) {
        return item.find(name).map(walk.words::of).orElse("");
    }

    private String all(XmlElement item, Set<String> names) {
        return item.all(names).stream()
                .map(walk.words::of)
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void say(List<String> fields, String label, String value) {
        if (!value.isBlank()) fields.add(label.isEmpty() ? value : label + " " + value);
    }
}
