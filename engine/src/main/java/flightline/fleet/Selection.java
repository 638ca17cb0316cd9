package flightline.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records a question is about.
 *
 * @param systems codes as asked for, two digits for a chapter or {@code 32-41}, with their titles
 * @param parts names, or a word that stands in the name
 * @param text that must stand in complaint or action; lower case
 * @param joined how aircraft and models, systems and parts hang together
 */
record Selection(
        Optional<Period> period,
        List<String> tails,
        List<String> models,
        List<String> stations,
        List<Coded> systems,
        List<Part> parts,
        List<String> conditions,
        Optional<String> text,
        Optional<Season> season,
        Counted counted,
        Joined joined) {

    /**
     * Of kinds that must both hold where nothing else is said.
     *
     * @param aircraft whether an aircraft or a model will do
     * @param what whether a system or a part will do
     * @param families names that several models share
     */
    record Joined(boolean aircraft, boolean what, List<Family> families) {
        static final Joined BOTH = new Joined(false, false, List.of());

        Joined {
            families = List.copyOf(families);
        }
    }

    /**
     * Models by what their names share.
     *
     * @param name as it was asked for
     * @param models whole names; those of the selection have them too
     */
    record Family(String name, List<String> models) {
        Family {
            models = List.copyOf(models);
        }

        /** {@code 737 (BOEING 737-700, BOEING 737-800)}. */
        String said() {
            return name + " (" + String.join(", ", models) + ")";
        }
    }

    /** A system by its code. */
    record Coded(String code, String title) {}

    /** @param whole whether it is the whole name of a part */
    record Part(String name, boolean whole, boolean number) {
        Part(String name, boolean whole) {
            this(name, whole, false);
        }

        /** One that is meant by its part number. */
        static Part numbered(String number) {
            return new Part(number, true, true);
        }
    }

    static final Selection ALL = new Selection(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Counted.RECORDS,
            Joined.BOTH);

    Selection {
        tails = List.copyOf(tails);
        models = List.copyOf(models);
        stations = List.copyOf(stations);
        systems = List.copyOf(systems);
        parts = List.copyOf(parts);
        conditions = List.copyOf(conditions);
    }

    Selection in(Period other) {
        return new Selection(
                Optional.of(other), tails, models, stations, systems, parts, conditions, text, season, counted, joined);
    }

    Selection counting(Counted other) {
        return new Selection(period, tails, models, stations, systems, parts, conditions, text, season, other, joined);
    }

    /** The same on other aircraft; on all where none is named. */
    Selection on(List<String> others) {
        return new Selection(
                period, others, models, stations, systems, parts, conditions, text, season, counted, joined);
    }

    /** The same of other systems; of all where none is named. */
    Selection of(List<Coded> others) {
        return new Selection(period, tails, models, stations, others, parts, conditions, text, season, counted, joined);
    }

    /** The same at any time, but of the season that is asked for. */
    Selection whenever() {
        return new Selection(
                Optional.empty(), tails, models, stations, systems, parts, conditions, text, season, counted, joined);
    }

    /** Whenever it was. */
    Selection always() {
        return new Selection(
                Optional.empty(),
                tails,
                models,
                stations,
                systems,
                parts,
                conditions,
                text,
                Optional.empty(),
                counted,
                joined);
    }

    /** All records of the same aircraft, stations and time, whatever was wrong. */
    Selection whateverWasWrong() {
        return new Selection(
                period,
                tails,
                models,
                stations,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                season,
                Counted.RECORDS,
                joined);
    }

    /**
     * What a share of these is one of: where the question names what was found, or that removals were unscheduled, the same without that; else all
     * records of the same aircraft, stations and time.
     */
    Selection asWholeOfAShare() {
        boolean unscheduled = counted == Counted.UNSCHEDULED_REMOVALS;
        if (conditions.isEmpty() && text.isEmpty() && !unscheduled) return whateverWasWrong();
        return new Selection(
                period,
                tails,
                models,
                stations,
                systems,
                parts,
                List.of(),
                Optional.empty(),
                season,
                unscheduled ? Counted.REMOVALS : counted,
                joined);
    }

    /** The aircraft alone, whatever happened to them: for hours flown. */
    Selection aircraftAlone() {
        return new Selection(
                Optional.empty(),
                tails,
                models,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Counted.RECORDS,
                joined);
    }

    boolean isEmpty() {
        return this.equals(ALL.counting(counted)) && counted == Counted.RECORDS;
    }

    /** As a condition, {@code true} where everything is meant. */
    Sql where(String... further) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        period.ifPresent(p -> {
            conditions.add("day BETWEEN ? AND ?");
            values.add(p.from());
            values.add(p.to());
        });
        var aircraft = new ArrayList<String>();
        among("tail", tails, aircraft, values);
        among("model", models, aircraft, values);
        add(aircraft, joined.aircraft(), conditions);
        among("station", stations, conditions, values);
        var what = new ArrayList<String>();
        if (!systems.isEmpty()) {
            what.add(systems.stream()
                    .map(s -> s.code().length() == 2 ? "chapter = ?" : "system = ?")
                    .collect(Collectors.joining(" OR ", "(", ")")));
            systems.forEach(s -> values.add(s.code()));
        }
        if (!parts.isEmpty()) {
            what.add(parts.stream()
                    .map(p ->
                            p.number() ? "part_number = ?" : p.whole() ? "part = ?" : "contains(' ' || part || ' ', ?)")
                    .collect(Collectors.joining(" OR ", "(", ")")));
            parts.forEach(p -> values.add(p.whole() ? p.name() : " " + p.name() + " "));
        }
        add(what, joined.what(), conditions);
        among("condition", this.conditions, conditions, values);
        text.ifPresent(t -> {
            conditions.add("contains(lower(coalesce(complaint, '') || ' ' || coalesce(action, '')), ?)");
            values.add(t);
        });
        season.ifPresent(s -> conditions.add(
                "month(day) IN (" + s.months().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")"));
        if (!counted.condition().isEmpty()) conditions.add(counted.condition());
        Collections.addAll(conditions, further);
        return new Sql(conditions.isEmpty() ? "true" : String.join(" AND ", conditions), values);
    }

    private static void add(List<String> both, boolean any, List<String> conditions) {
        if (any && both.size() > 1) conditions.add("(" + String.join(" OR ", both) + ")");
        else conditions.addAll(both);
    }

    private static void among(String column, List<String> wanted, List<String> conditions, List<Object> values) {
        if (wanted.isEmpty()) return;
        conditions.add(
                wanted.size() == 1
                        ? column + " = ?"
                        : column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")");
        values.addAll(wanted);
    }

    /** Models by their own names, or that of their family. */
    private List<String> named() {
        List<String> ofFamilies =
                joined.families().stream().flatMap(one -> one.models().stream()).toList();
        return Stream.concat(
                        joined.families().stream().map(Family::said),
                        models.stream().filter(model -> !ofFamilies.contains(model)))
                .toList();
    }

    /** In words, behind what is counted: {@code  of landing gear (32) on QQ-KAC between … and …}. */
    String said() {
        var said = new StringBuilder();
        String beside = joined.what() ? " or in " : ", ";
        if (!parts.isEmpty())
            said.append(" of ")
                    .append(parts.stream()
                            .map(p -> p.number()
                                    ? "part number " + p.name()
                                    : p.whole() ? p.name() : "parts named " + p.name())
                            .collect(Collectors.joining(" or ")));
        if (systems.size() > 3)
            said.append(parts.isEmpty() ? " in ATA " : joined.what() ? beside + "ATA " : ", ATA ")
                    .append(systems.stream().map(Coded::code).collect(Collectors.joining(", ")));
        else if (!systems.isEmpty())
            said.append(parts.isEmpty() ? " in " : beside)
                    .append(systems.stream()
                            .map(s -> s.title().isEmpty() ? "ATA " + s.code() : s.title() + " (ATA " + s.code() + ")")
                            .collect(Collectors.joining(" or ")));
        if (!conditions.isEmpty()) said.append(" with condition ").append(String.join(" or ", conditions));
        text.ifPresent(t -> said.append(" with \"").append(t).append("\" in the text"));
        if (!tails.isEmpty()) said.append(" on ").append(String.join(" and ", tails));
        if (!models.isEmpty())
            said.append(tails.isEmpty() ? " on " : joined.aircraft() ? " or " : " of ")
                    .append(String.join(" and ", named()));
        if (!stations.isEmpty()) said.append(" at ").append(String.join(" and ", stations));
        season.ifPresent(s -> said.append(" in ").append(s.word()));
        period.ifPresent(p -> said.append(p.from().getYear() <= 1903 ? " until " + p.to() : " " + p.said()));
        return said.toString();
    }
}
