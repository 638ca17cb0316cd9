package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes repair parts and special tools lists. */
final class WorkPackageParts {
    private static final Set<String> TOLD = Set.of(
            "callout",
            "uoc",
            "usbefserno",
            "boi",
            "qty",
            "smr",
            "nsn",
            "partno",
            "cageno",
            "name",
            "desc",
            "pi.item",
            "kititem",
            "pi.category",
            "nha_item");

    private final WorkPackageWalk walk;
    private final UsableOn usableOn;

    WorkPackageParts(WorkPackageWalk walk, UsableOn usableOn) {
        this.walk = walk;
        this.usableOn = usableOn;
    }

    void category(XmlElement category) {
        var group = category.child("fncgrp");
        String code = group.flatMap(g -> g.child("fnccode")).map(walk.words::of).orElse("");
        String title =
                group.flatMap(g -> g.child("fnctitle")).map(walk.words::of).orElse("");
        walk.out.titled(code, (code + " " + title).strip(), () -> {
            group.ifPresent(g -> walk.pieces(walk.cut(ManualWalk.without(g, Set.of("fnccode", "fnctitle")))));
            for (XmlElement child : category.children()) {
                if (walk.words.role(child) == Role.SILENT) continue;
                if (child.is("pi.item")) walk.under(child, () -> item(child, 0));
                else if (!child.is("fncgrp")) walk.write(child);
            }
        });
    }

    /** @param depth 0 for a part that stands in no other */
    void item(XmlElement item, int depth) {
        Holds usable = usableOn.ofPart(item);
        walk.out.applying(usable.computed(), () -> line(item, depth));
        for (XmlElement child : item.children())
            if (child.is("pi.category")) walk.write(child);
            else if (child.is("pi.item", "kititem") && walk.words.role(child) != Role.SILENT)
                walk.under(child, () -> item(child, depth + 1));
    }

    private void line(XmlElement item, int depth) {
        String number = joined(item, "callout");
        String partNumber = joined(item, "partno");
        String described = joined(item, "desc");
        String name = joined(item, "name") + (described.isEmpty() ? "" : ", " + described);
        String quantity = joined(item, "qty");
        String indenture = item.attribute("indent").isEmpty() ? Integer.toString(depth) : item.attribute("indent");
        var fields = new ArrayList<String>();
        say(fields, "Item", number);
        say(fields, "", name);
        say(fields, "part number", partNumber);
        say(fields, "CAGEC", joined(item, "cageno"));
        say(fields, "SMR", joined(item, "smr"));
        say(fields, "NSN", joined(item, "nsn"));
        say(fields, "quantity", quantity);
        say(fields, "usable on code", joined(item, "uoc"));
        say(fields, "usable on", joined(item, "usbefserno"));
        say(fields, "basis of issue", joined(item, "boi"));
        say(fields, "indenture", indenture.equals("0") ? "" : indenture);
        for (XmlElement child : item.children())
            if (!TOLD.contains(child.name()) && walk.words.role(child) != Role.SILENT)
                say(fields, "", walk.inLine(child));
        String text = String.join("; ", fields);
        walk.out.block(text, place -> new Block.Part(number, partNumber, name, quantity, text, place));
    }

    private String joined(XmlElement item, String name) {
        return item.children(name).stream()
                .map(walk::inLine)
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void say(List<String> fields, String label, String value) {
        if (!value.isBlank()) fields.add(label.isEmpty() ? value : label + " " + value);
    }
}
