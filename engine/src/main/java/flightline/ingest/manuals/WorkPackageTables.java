package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes as tables what work packages have as records of fields: the initial setup, and lists of tools, materials and the like. */
final class WorkPackageTables {
    private static final Pattern RECORD = Pattern.compile(".*[-.]entry|.*row|.*-setup-item|pubident|lubeitem");
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("testeqp", "Test equipment"),
            Map.entry("tools", "Tools and special tools"),
            Map.entry("spectools", "Special tools"),
            Map.entry("mtrlpart", "Materials and parts"),
            Map.entry("mrp", "Mandatory replacement parts"),
            Map.entry("persnreq", "Personnel required"),
            Map.entry("ref", "References"),
            Map.entry("eqpconds", "Equipment conditions"),
            Map.entry("specenv", "Special environmental conditions"),
            Map.entry("dwgreq", "Drawings required"),
            Map.entry("config", "Configurations"));
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("qty", "Quantity"),
            Map.entry("mos", "MOS"),
            Map.entry("itemref", "Reference"),
            Map.entry("xref", "Reference"),
            Map.entry("extref", "Reference"),
            Map.entry("link", "Reference"),
            Map.entry("partno", "Part number"),
            Map.entry("cageno", "CAGEC"),
            Map.entry("nsn", "NSN"),
            Map.entry("ui", "Unit of issue"),
            Map.entry("itemno", "Item"),
            Map.entry("desc", "Description"),
            Map.entry("dcpno", "Description"),
            Map.entry("maintenance", "Level"),
            Map.entry("dwgname", "Drawing"),
            Map.entry("dwgno", "Drawing number"),
            Map.entry("ctrlind", "Control or indicator"));

    private final WorkPackageWalk walk;

    WorkPackageTables(WorkPackageWalk walk) {
        this.walk = walk;
    }

    void setup(XmlElement setup) {
        for (XmlElement group : setup.children()) {
            if (walk.words.role(group) == Role.SILENT) continue;
            String caption = GROUPS.get(group.name());
            if (caption != null) {
                walk.under(group, () -> records(caption, group.children()));
            } else if (group.is("time.to.comp")) {
                walk.under(group, () -> walk.out.paragraph("Estimated time to complete: " + walk.words.line(group)));
            } else walk.write(group);
        }
    }

    /** Whether the element is a record whose fields are plain words. */
    boolean isRecord(XmlElement element) {
        return RECORD.matcher(element.name()).matches()
                && element.children().stream().noneMatch(this::holdsText);
    }

    private boolean holdsText(XmlElement field) {
        Role role = walk.words.role(field);
        boolean text = role == Role.BLOCK || role == Role.SAFETY || role == Role.PARAGRAPH;
        return text || field.children().stream().anyMatch(this::holdsText);
    }

    /** Writes a list of records under its title; false where it is none. */
    boolean list(XmlElement list) {
        var records = list.children().stream().filter(this::isRecord).toList();
        if (records.isEmpty()) return false;
        walk.out.titled("", walk.title(list), () -> {
            var run = new ArrayList<XmlElement>();
            for (XmlElement child : list.children())
                if (isRecord(child)) run.add(child);
                else if (!child.is("title")) {
                    records("", run);
                    run.clear();
                    walk.pieces(walk.cut(List.of(child)));
                }
            records(walk.title(list), run);
        });
        return true;
    }

    /** Writes records as rows; those that hold for other aircraft than their neighbours become a table of their own. */
    void records(String caption, List<XmlElement> records) {
        var flat = new ArrayList<XmlElement>();
        for (XmlElement record : records)
            if (walk.words.role(record) == Role.TRANSPARENT)
                record.children().stream()
                        .filter(r -> walk.words.role(r) != Role.SILENT)
                        .forEach(flat::add);
            else if (walk.words.role(record) != Role.SILENT) flat.add(record);
        int from = 0;
        while (from < flat.size()) {
            Holds holds = walk.holds(flat.get(from));
            int to = from + 1;
            while (to < flat.size() && walk.holds(flat.get(to)).equals(holds)) to++;
            var run = List.copyOf(flat.subList(from, to));
            walk.under(run.getFirst(), () -> rows(caption, run));
            from = to;
        }
    }

    private void rows(String caption, List<XmlElement> records) {
        var columns = new ArrayList<String>();
        var cells = new ArrayList<Map<String, String>>();
        for (XmlElement record : records) {
            var row = new LinkedHashMap<String, String>();
            for (XmlElement field : record.children()) {
                String text = walk.inLine(field);
                if (!text.isEmpty()) row.merge(column(field.name()), text, (a, b) -> a + ", " + b);
            }
            if (record.hasOwnWords()) row.put("Text", walk.words.of(record));
            for (String column : row.keySet()) if (!columns.contains(column)) columns.add(column);
            cells.add(row);
        }
        walk.out.besides(caption);
        walk.fields(
                caption,
                columns,
                cells.stream()
                        .map(row -> columns.stream()
                                .map(c -> row.getOrDefault(c, ""))
                                .toList())
                        .toList());
    }

    private static String column(String field) {
        return COLUMNS.getOrDefault(field, Character.toUpperCase(field.charAt(0)) + field.substring(1));
    }
}
