package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts a record of fields (a tool, a part, a wire, a limit) into one line: each value with what it is called, parted by
 * semicolons. In such records much of what is said stands in attributes, so those that carry data are kept too.
 */
final class FieldText {
    // A plain name reads better without "name" before it; the others have names that only a schema's author could love.
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("name", ""),
            Map.entry("shortName", ""),
            Map.entry("descr", ""),
            Map.entry("descrForPart", ""),
            Map.entry("itemDescr", ""),
            Map.entry("reqCond", ""),
            Map.entry("personCategoryCode", ""),
            Map.entry("trade", ""),
            Map.entry("taskName", ""),
            Map.entry("taskDescr", ""),
            Map.entry("manufacturerCode", "manufacturer"),
            Map.entry("manufacturerCodeValue", "manufacturer"),
            Map.entry("partNumber", "part number"),
            Map.entry("partNumberValue", "part number"),
            Map.entry("partSerialNumber", "serial number"),
            Map.entry("toolNumber", "tool number"),
            Map.entry("skillLevelCode", "skill level"),
            Map.entry("skill", "skill level"),
            Map.entry("reqQuantity", "quantity"),
            Map.entry("quantityPerNextHigherAssy", "quantity per next higher assembly"),
            Map.entry("title", ""),
            Map.entry("workAreaLocationGroup", "work area"),
            Map.entry("descrForLocation", "location"),
            Map.entry("itemSeqNumberValue", "sequence"),
            Map.entry("reasonForSelectionValue", "reason for selection"),
            Map.entry("sourceMaintRecoverability", "source, maintenance, recoverability"),
            Map.entry("genericPartDataName", ""),
            Map.entry("genericPartDataValue", ""),
            Map.entry("supportEquipDescr", ""),
            Map.entry("supplyDescr", ""),
            Map.entry("spareDescr", ""),
            Map.entry("simplePara", ""),
            Map.entry("para", ""),
            Map.entry("paraBasic", ""));

    /** Groups of fields that mean nothing without what they are about. */
    private static final Map<String, String> GROUPS = Map.of(
            "detectionInfo", "detected",
            "isolateDetectedFault", "isolated to",
            "isolationInfo", "isolated to",
            "locateAndRepair", "located at",
            "repair", "repair",
            "remarks", "remarks",
            "fromEquip", "from",
            "toEquip", "to",
            "testProcedure", "test procedure");

    private static final Set<String> SILENT = Set.of(
            "id",
            "internalRefTargetType",
            "unitOfMeasure",
            "quantityUnitOfMeasure",
            "thresholdUnitOfMeasure",
            "infoEntityIdent",
            "independentCheck",
            "colname",
            "indenture");

    private final InlineText words;

    FieldText(InlineText words) {
        this.words = words;
    }

    String of(XmlElement record) {
        return of(record, e -> false);
    }

    /** @param skip elements that are left out, with all in them */
    String of(XmlElement record, Predicate<XmlElement> skip) {
        var fields = new ArrayList<String>();
        add(fields, record, skip);
        return String.join("; ", fields);
    }

    /** Whether the element or one below it says something: words, or a named or numbered thing in an attribute. */
    static boolean saysSomething(XmlElement element) {
        return !element.text().isEmpty()
                || names(element)
                || element.children().stream().anyMatch(FieldText::saysSomething);
    }

    private static boolean names(XmlElement element) {
        return element.attributes().keySet().stream()
                .filter(FieldText::carriesData)
                .anyMatch(a -> a.matches(".*(Number|Value|Values|Name|Title|Ident|Subject|Code)"));
    }

    private void add(List<String> fields, XmlElement element, Predicate<XmlElement> skip) {
        if (skip.test(element)) return;
        if (Vocabulary.REFERENCES.contains(element.name())) {
            addValue(fields, "", inline(element));
            return;
        }
        element.attributes().forEach((name, value) -> {
            if (carriesData(name)) addValue(fields, label(name), XmlElement.squeeze(value));
        });
        if (element.text().isEmpty()) words.nameOf(element).ifPresent(name -> addValue(fields, "", name));
        if (element.hasOwnWords() || onlyInline(element)) {
            addValue(fields, label(element.name()), (words.of(element) + " " + unit(element)).strip());
            return;
        }
        String group = GROUPS.get(element.name());
        int first = fields.size();
        for (XmlElement child : element.children()) add(fields, child, skip);
        if (group != null && fields.size() > first) fields.set(first, group + ": " + fields.get(first));
    }

    private static void addValue(List<String> fields, String label, String value) {
        if (!value.isBlank()) fields.add(label.isEmpty() ? value : label + " " + value);
    }

    private String inline(XmlElement element) {
        var out = new StringBuilder();
        words.append(out, element);
        return XmlElement.squeeze(out);
    }

    private static boolean onlyInline(XmlElement element) {
        List<XmlElement> children = new ArrayList<>(element.children());
        children.removeIf(c -> Vocabulary.INLINE.contains(c.name()) && !Vocabulary.REFERENCES.contains(c.name()));
        return children.isEmpty() && !element.children().isEmpty();
    }

    private static String unit(XmlElement element) {
        return element.attribute("unitOfMeasure")
                + element.attribute("quantityUnitOfMeasure")
                + element.attribute("thresholdUnitOfMeasure");
    }

    private static boolean carriesData(String attribute) {
        return !SILENT.contains(attribute)
                && !attribute.endsWith("RefId")
                && !attribute.endsWith("RefIds")
                && !attribute.startsWith("change")
                && !attribute.startsWith("reasonForUpdate")
                && !attribute.startsWith("security")
                && !attribute.startsWith("authority");
    }

    /** {@code maxMountingPositions} becomes {@code max mounting positions}. */
    static String label(String name) {
        String known = LABELS.get(name);
        return known != null
                ? known
                : name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
