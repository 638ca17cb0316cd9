package flightline.ingest.s1000d;

import flightline.corpus.AircraftConfiguration;
import flightline.ingest.xml.TableText;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the tables that applicability rests on: which properties there are, and which product has which of them. */
final class CrossReferenceTables {
    private static final List<String> COLUMNS = List.of("property", "name", "meaning", "values", "more");

    private final Desk desk;

    CrossReferenceTables(Desk desk) {
        this.desk = desk;
    }

    /** The table "Products": a row per product, a column per property (lower case), a cell per value. */
    void products(XmlElement table) {
        var products = table.children("product");
        var properties = new ArrayList<String>();
        for (XmlElement product : products)
            for (XmlElement assigned : product.children("assign"))
                if (!properties.contains(property(assigned))) properties.add(property(assigned));
        var rows = new ArrayList<List<String>>();
        for (XmlElement product : products) rows.add(row(product, properties));
        desk.out().besides(AircraftConfiguration.CAPTION);
        TableText.write(desk.out(), AircraftConfiguration.CAPTION, properties, rows);
    }

    /** A table of product attributes, condition types or conditions. */
    void properties(XmlElement list) {
        String caption = switch (list.name()) {
            case "productAttributeList" -> "Product attributes";
            case "condTypeList" -> "Condition types";
            default -> "Conditions";
        };
        var rows = new ArrayList<List<String>>();
        for (XmlElement property : list.children()) rows.add(described(property));
        desk.out().besides(caption);
        if (!rows.isEmpty()) TableText.write(desk.out(), caption, COLUMNS, rows);
    }

    private List<String> described(XmlElement property) {
        String values = String.join(
                "|",
                property.children("enumeration").stream()
                        .map(e -> e.attribute("applicPropertyValues"))
                        .toList());
        String kind = property.attribute("condTypeRefId");
        String more = desk.fields().of(property, e -> e != property && e.is("name", "descr", "enumeration"));
        return List.of(
                property.attribute("id").toLowerCase(Locale.ROOT),
                words(property, "name"),
                words(property, "descr"),
                values,
                kind.isEmpty() ? more : "type " + kind + (more.isEmpty() ? "" : "; " + more));
    }

    private String words(XmlElement property, String name) {
        return property.child(name).map(desk.words()::of).orElse("");
    }

    private static List<String> row(XmlElement product, List<String> properties) {
        var cells = new ArrayList<String>();
        for (String property : properties)
            cells.add(product.children("assign").stream()
                    .filter(a -> property(a).equals(property))
                    .map(a -> XmlElement.squeeze(a.attribute("applicPropertyValue")))
                    .findFirst()
                    .orElse(""));
        return cells;
    }

    private static String property(XmlElement assigned) {
        return assigned.attribute("applicPropertyIdent").toLowerCase(Locale.ROOT);
    }
}
