package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("detectionInfo", "detected"),
            Map.entry("isolateDetectedFault", "isolated to"),
            Map.entry("isolationInfo", "isolated to"),
            Map.entry("locateAndRepair", "located at"),
            Map.entry("repair", "repair"),
            Map.entry("relatedTask", "related task"),
            Map.entry("remarks", "remarks"),
            Map.entry("fromEquip", "from"),
            Map.entry("toEquip", "to"),
            Map.entry("testProcedure", "test procedure"),
            Map.entry("from", "from"),
            Map.entry("to", "to"),
            Map.entry("limitRangeFrom", "from"),
            Map.entry("limitRangeTo", "to"));

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

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?");
    /** Attributes whose number is in the unit that stands beside it. */
    private static final Pattern MEASURED = Pattern.compile(".*(?:Duration|High|Low|(?<!Number|Ident|Type|Code)Value)");

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
        add(fields, record, skip, "", true);
        return String.join("; ", fields);
    }

    /** A record all of which holds for the same products, whatever its parts say: that is told for the whole line. */
    String unconditioned(XmlElement record) {
        var fields = new ArrayList<String>();
        add(fields, record, e -> false, "", false);
        return String.join("; ", fields);
    }

    /** How many values a record has. */
    int count(XmlElement record) {
        var fields = new ArrayList<String>();
        add(fields, record, e -> false, "", false);
        return fields.size();
    }

    /** What the element's own attributes say, without what is in it. */
    String ofAttributes(XmlElement element) {
        var fields = new ArrayList<String>();
        attributes(fields, element, Units.of(element));
        return String.join("; ", fields);
    }

    /** Whether the element or one below it says something: words, or a named or numbered thing in an attribute. */
    static boolean saysSomething(XmlElement element) {
        return !element.text().isEmpty()
                || names(element)
                || element.children().stream().anyMatch(FieldText::saysSomething);
    }

    /** Whether its attributes name or number what it is about. */
    static boolean names(XmlElement element) {
        return element.attributes().keySet().stream()
                .filter(FieldText::carriesData)
                .anyMatch(a -> a.matches(".*(Number|Value|Values|Name|Title|Ident|Subject|Code|Duration)"));
    }

    private void add(
            List<String> fields, XmlElement element, Predicate<XmlElement> skip, String unitAbove, boolean conditions) {
        if (skip.test(element)) return;
        int first = fields.size();
        Optional<Integer> inside = say(fields, element, skip, unitAbove, conditions);
        String group = GROUPS.get(element.name());
        if (group == null || inside.isEmpty() || fields.size() == first) return;
        int labelled = inside.get() < fields.size() ? inside.get() : first;
        fields.set(labelled, group + ": " + fields.get(labelled));
    }

    /** Takes in what an element says; of one without words of its own, from which field on that is what is in it. */
    private Optional<Integer> say(
            List<String> fields, XmlElement element, Predicate<XmlElement> skip, String unitAbove, boolean conditions) {
        if (Vocabulary.REFERENCES.contains(element.name()) || element.is("quantity", "quantityGroup")) {
            addValue(fields, "", words.line(element));
            return Optional.empty();
        }
        if (element.is("notIllustrated")) fields.add("not illustrated");
        String unit = Units.of(element);
        attributes(fields, element, unit.isEmpty() ? unitAbove : unit);
        if (element.text().isEmpty()) words.nameOf(element).ifPresent(name -> addValue(fields, "", name));
        if (element.hasOwnWords() || onlyInline(element)) {
            String said = words.of(element);
            if (unit.isEmpty() && NUMBER.matcher(said).matches()) unit = unitAbove;
            addValue(fields, label(element.name()), (said + " " + unit).strip());
            return Optional.empty();
        }
        int inside = fields.size();
        for (XmlElement child : element.children()) {
            int first = fields.size();
            add(fields, child, skip, unit, conditions);
            String condition = conditions ? words.condition(child) : "";
            // Each of them: what follows holds for all products again.
            for (int i = first; i < fields.size() && !condition.isEmpty(); i++)
                fields.set(i, condition + " " + fields.get(i));
        }
        return Optional.of(inside);
    }

    /** The data in the element's own attributes, numbers with the unit that they are in. */
    private static void attributes(List<String> fields, XmlElement element, String unit) {
        boolean words = element.hasOwnWords();
        element.attributes().forEach((name, value) -> {
            if (!carriesData(name)) return;
            String said = XmlElement.squeeze(value);
            boolean measured = !words
                    && MEASURED.matcher(name).matches()
                    && NUMBER.matcher(said).matches();
            addValue(fields, label(name), measured ? (said + " " + unit).strip() : said);
        });
    }

    private static void addValue(List<String> fields, String label, String value) {
        if (!value.isBlank()) fields.add(label.isEmpty() ? value : label + " " + value);
    }

    private static boolean onlyInline(XmlElement element) {
        List<XmlElement> children = new ArrayList<>(element.children());
        children.removeIf(c -> Vocabulary.INLINE.contains(c.name()) && !Vocabulary.REFERENCES.contains(c.name()));
        return children.isEmpty() && !element.children().isEmpty();
    }

    /** Whether an attribute of that name says something to a reader, not only to programs. */
    static boolean carriesData(String attribute) {
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
