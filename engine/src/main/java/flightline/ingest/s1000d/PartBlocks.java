package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the lines of an illustrated parts list. */
final class PartBlocks {
    private static final Set<String> DESCRIPTIONS = Set.of("descrForPart", "name", "shortName");
    private static final Set<String> NUMBERS = Set.of("partRef", "partNumber");

    private final Desk desk;
    private final ModuleWalk walk;

    PartBlocks(Desk desk, ModuleWalk walk) {
        this.desk = desk;
        this.walk = walk;
    }

    void write(XmlElement catalogue) {
        String item = item(catalogue);
        for (XmlElement child : catalogue.children())
            if (child.is("itemSeqNumber", "itemSequenceNumber"))
                walk.under(child, () -> part(item, indenture(catalogue), child));
            else walk.write(child);
    }

    private void part(String item, String indenture, XmlElement line) {
        Optional<XmlElement> description = line.all(DESCRIPTIONS).stream().findFirst();
        Optional<XmlElement> numbered = line.all(NUMBERS).stream().findFirst();
        Optional<XmlElement> quantity = line.find("quantityPerNextHigherAssy");
        Optional<XmlElement> maker = line.find("manufacturerCode");
        String name = description
                .map(desk.words()::of)
                .or(() -> numbered.flatMap(desk.words()::nameOf))
                .orElse("");
        String partNumber = numbered.map(PartBlocks::number).orElse("");
        String perAssembly = quantity.map(desk.words()::of).orElse("");
        String manufacturer = numbered.map(n -> n.attribute("manufacturerCodeValue"))
                .filter(m -> !m.isEmpty())
                .or(() -> maker.map(XmlElement::text))
                .orElse("");
        var told = new ArrayList<XmlElement>();
        Stream.of(description, numbered, quantity, maker).forEach(found -> found.ifPresent(told::add));
        String text = said(
                labelled("Item ", item),
                name,
                labelled("part number ", partNumber),
                labelled("manufacturer ", manufacturer),
                labelled("quantity ", perAssembly),
                labelled("indenture ", indenture),
                desk.fields().of(line, told::contains));
        desk.out().block(text, place -> new Block.Part(item, partNumber, name, perAssembly, text, place));
    }

    private static String number(XmlElement element) {
        return element.is("partRef") ? element.attribute("partNumberValue") : element.text();
    }

    private static String item(XmlElement catalogue) {
        String figure = catalogue.attribute("figureNumber") + catalogue.attribute("figureNumberVariant");
        String item = catalogue.attribute("item") + catalogue.attribute("itemVariant");
        if (!item.isEmpty()) return figure.isEmpty() ? item : figure + "-" + item;
        return Stream.of("catalogSeqNumberValue", "csn")
                .map(catalogue::attribute)
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String indenture(XmlElement catalogue) {
        return catalogue.attribute("indenture") + catalogue.attribute("ind");
    }

    private static String labelled(String label, String value) {
        return value.isEmpty() ? "" : label + value;
    }

    private static String said(String... fields) {
        return List.of(fields).stream().filter(f -> !f.isEmpty()).collect(Collectors.joining("; "));
    }
}
