package flightline.ingest.manuals;

import flightline.corpus.AircraftConfiguration;
import flightline.corpus.Configuration;
import flightline.ingest.xml.TableText;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes as tables what iSpec 2200 has as lists of fields: circuit breakers, tools and materials, the aircraft of a manual. */
final class IspecTables {
    private static final Set<String> RESOURCES = Set.of("ted", "con", "expd", "std");
    private static final List<List<String>> AIRCRAFT = List.of(
            List.of("msnbr"),
            List.of("acn"),
            List.of("modtype"),
            List.of("cus"),
            List.of("linenbr"),
            List.of("venbr"),
            List.of("benbr"));

    private final IspecWalk walk;
    private final String effectivity;

    /** @param effectivity the property that a customer effectivity code (CEC) is a value of */
    IspecTables(IspecWalk walk, String effectivity) {
        this.walk = walk;
        this.effectivity = effectivity;
    }

    /** A breaker's fields with the aircraft that it is fitted to. */
    private record Breaker(Holds holds, List<String> fields) {}

    /** Breakers as rows; those that hold for other aircraft than their neighbours become a table of their own. */
    void circuitBreakers(XmlElement list) {
        var breakers = new ArrayList<Breaker>();
        collect(list, Holds.ALL, "", breakers);
        walk.out.besides(walk.title(list));
        int from = 0;
        while (from < breakers.size()) {
            Holds holds = breakers.get(from).holds();
            int to = from + 1;
            while (to < breakers.size() && breakers.get(to).holds().equals(holds)) to++;
            var run = breakers.subList(from, to).stream().map(Breaker::fields).toList();
            walk.under(
                    holds,
                    () -> walk.fields(
                            "Circuit breakers", List.of("Panel", "Position", "Number", "Name", "Remark"), run));
            from = to;
        }
    }

    /** Takes the breakers out of a list or of a part of it, and writes what else is in it. */
    private void collect(XmlElement list, Holds above, String panelAbove, List<Breaker> into) {
        String panel = panelAbove;
        for (XmlElement one : list.children()) {
            if (walk.words.role(one) == Role.SILENT) continue;
            switch (one.name()) {
                case "pan" -> panel = walk.words.of(one);
                case "cbdata" -> into.add(new Breaker(Effectivity.both(above, walk.holds(one)), breaker(one, panel)));
                case "cbsublst" -> collect(one, Effectivity.both(above, walk.holds(one)), panel, into);
                default -> {} // written below
            }
        }
        walk.under(above, () -> {
            if (list.is("cbsublst")) walk.out.besides(walk.title(list));
            walk.pieces(walk.cut(ManualWalk.without(list, Set.of("cbdata", "cbsublst", "pan", "title"))));
        });
    }

    private List<String> breaker(XmlElement breaker, String panel) {
        String own = text(breaker, "pan");
        return List.of(
                own.isEmpty() ? panel : own,
                text(breaker, "cbloc", "cbrow", "cbcol"),
                text(breaker, "cb", "cbnbr", "ein"),
                text(breaker, "cbname", "cbdesc"),
                rest(breaker, "pan", "cbloc", "cbrow", "cbcol", "cb", "cbnbr", "ein", "cbname", "cbdesc"));
    }

    /** Writes a list that names nothing but tools, materials and standards as a table; false where it says more. */
    boolean resources(XmlElement pretopic) {
        var rows = new ArrayList<List<String>>();
        for (XmlElement child : pretopic.children()) {
            if (child.is("title") || walk.words.role(child) == Role.SILENT) continue;
            if (!child.is("list1", "unlist", "numlist")) return false;
            for (XmlElement item : child.children()) {
                if (walk.words.role(item) == Role.SILENT) continue;
                if (!walk.holds(item).always() || !resource(item, rows)) return false;
            }
        }
        walk.fields(walk.title(pretopic), List.of("Reference", "Designation", "Remark"), rows);
        return !rows.isEmpty();
    }

    private boolean resource(XmlElement item, List<List<String>> rows) {
        var named = item.all(RESOURCES);
        boolean plain = named.size() == 1
                && item.all(Set.of("list2", "warning", "caution", "note", "table", "effect"))
                        .isEmpty();
        if (!plain) return false;
        XmlElement one = named.getFirst();
        String number = text(one, "toolnbr", "connbr", "stdnbr");
        String name = text(one, "toolname", "conname", "stdname", "equname");
        boolean split = !number.isEmpty() && !name.isEmpty();
        var besides = new StringBuilder();
        words(item, one, besides);
        rows.add(List.of(split ? number : "", split ? name : walk.words.of(one), XmlElement.squeeze(besides)));
        return true;
    }

    private void words(XmlElement within, XmlElement but, StringBuilder into) {
        for (XmlNode node : within.nodes())
            switch (node) {
                case XmlNode.Words(var text) -> into.append(text);
                case XmlElement child -> {
                    into.append(' ');
                    if (child != but) words(child, but, into);
                }
            }
    }

    /** The aircraft that the manual is for, each with its code; read back by {@link AircraftConfiguration}. */
    void aircraft(XmlElement table) {
        var columns = List.of(
                Configuration.SERIAL,
                Configuration.REGISTRATION,
                Configuration.MODEL,
                "customer",
                "line number",
                "variable number",
                "block number");
        var header = new ArrayList<>(List.of(effectivity));
        header.addAll(columns);
        var rows = new ArrayList<List<String>>();
        for (XmlElement one : walk.live(table, e -> e.is("effdata"))) {
            var row = new ArrayList<>(List.of(text(one, "cec")));
            for (List<String> names : AIRCRAFT) row.add(text(one, names.toArray(String[]::new)));
            rows.add(row);
        }
        String title = walk.title(table);
        walk.out.titled("", title.isEmpty() ? "Effectivity cross-reference" : title, () -> {
            walk.pieces(walk.cut(ManualWalk.without(table, Set.of("title", "effdata"))));
            walk.out.besides(AircraftConfiguration.CAPTION);
            if (!rows.isEmpty()) TableText.write(walk.out, AircraftConfiguration.CAPTION, header, rows);
        });
    }

    private String text(XmlElement holder, String... names) {
        return holder.children().stream()
                .filter(c -> c.is(names))
                .map(walk.words::of)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String rest(XmlElement holder, String... names) {
        return holder.children().stream()
                .filter(c -> !c.is(names) && walk.words.role(c) != Role.SILENT)
                .map(walk.words::of)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
