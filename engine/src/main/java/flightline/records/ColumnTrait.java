package flightline.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column may mean, by its name and by what stands in it. */
final class ColumnTrait {
    static final Set<String> NOTHING = Set.of("-", "--", "n/a", "na", "none", "nil", "unknown", "unk", "null", "tbd");

    private static final String LIST = "column-names.yaml";

    /** Words that a column's name has, whole names first; the same word may stand for several fields. */
    private static final Map<TargetField, List<String>> NAMES = names();

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern REGISTRATION = Pattern.compile("[A-Z0-9]{1,3}-?[A-Z0-9]{2,5}");
    /** A sheet that takes chapters for numbers drops their nought. */
    private static final Pattern CODE = Pattern.compile("\\d|\\d{2}(?:-?\\d{2}){0,2}");

    private static final Pattern LETTERS = Pattern.compile(".*\\p{L}{2}.*", Pattern.DOTALL);
    /** {@code P/N}, {@code A/C}. */
    private static final Pattern INITIALS = Pattern.compile("(?<![a-z0-9])([a-z])[/.](?=[a-z](?![a-z0-9]))");

    private static final Pattern PART_NUMBER = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9./-]{3,24}");
    private static final List<List<String>> DATES = List.of(
            List.of(),
            List.of("dd/MM/yyyy"),
            List.of("MM/dd/yyyy"),
            List.of("dd.MM.yyyy"),
            List.of("dd-MM-yyyy"),
            List.of("dd-MMM-yy"),
            List.of("dd MMM yyyy"),
            List.of("MMM d yyyy"),
            List.of("dd/MM/yy"),
            List.of("MM/dd/yy"),
            // As spreadsheet programs write a sheet out as text.
            List.of("d/M/yyyy"),
            List.of("M/d/yyyy"),
            List.of("d.M.yyyy"),
            List.of("d.M.yy"),
            List.of("d/M/yy"),
            List.of("M/d/yy"),
            List.of("d/M/yyyy H:mm[:ss]"),
            List.of("M/d/yyyy H:mm[:ss]"),
            List.of("d.M.yyyy H:mm[:ss]"),
            List.of("d-MMM-yy"));
    /** Forms in which day and month could change places. */
    private static final List<List<String>> EITHER = List.of(
            List.of("dd/MM/yyyy", "MM/dd/yyyy"),
            List.of("dd/MM/yy", "MM/dd/yy"),
            List.of("d/M/yyyy", "M/d/yyyy"),
            List.of("d/M/yy", "M/d/yy"),
            List.of("d/M/yyyy H:mm[:ss]", "M/d/yyyy H:mm[:ss]"));
    /** Forms besides the first that a column is written in are told where at least so many of its values are. */
    private static final double FEW = 0.02;

    private static final Pattern AFTERWARDS = Pattern.compile(
            "(?i)clos|complet|finish|releas|signed|due|until|\\bend|behoben|erledigt|freigabe|f[aä]llig|gereed|afgesloten|cl[oô]tur|termin|cerra|fecha(?:da|mento)|chius");
    private static final double MOST = 0.7;
    private static final double HALF = 0.5;
    /** A name alone that says so, or values alone that can be nothing else. */
    private static final double ENOUGH = 0.45;

    private ColumnTrait() {}

    /**
     * What a column may be.
     *
     * @param sure 0 to about 1, for comparing
     * @param formats of its dates, where the usual ones do not do
     */
    record Found(TargetField field, String column, double sure, String why, List<String> formats) {}

    static List<Found> of(String column, List<String> all, LocalDate today) {
        List<String> values = all.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !NOTHING.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        var found = new ArrayList<Found>();
        for (TargetField field : TargetField.values()) {
            double named = named(field, column);
            Optional<Found> one = values.isEmpty() ? Optional.empty() : found(field, column, named, values, today);
            one.filter(f -> f.sure() >= ENOUGH).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Found> found(
            TargetField field, String column, double named, List<String> values, LocalDate today) {
        return switch (field) {
            case DATE -> dates(column, named, values, today);
            case AIRCRAFT -> fitting(field, column, named, share(values, REGISTRATION), 0.2, "registrations");
            case ATA -> {
                boolean noughts = values.stream().anyMatch(value -> value.length() == 1);
                yield fitting(
                        field,
                        column,
                        named,
                        share(values, CODE),
                        noughts ? 0 : 0.3,
                        "codes of a system" + (noughts ? "; 5 is read as 05" : ""));
            }
            case PART_NUMBER -> fitting(field, column, named, share(values, PART_NUMBER), 0, "part numbers");
            case ID -> fitting(field, column, named, distinct(values), 0, "different from row to row");
            case COMPLAINT, ACTION -> texts(field, column, named, values, named == 1 && share(values, LETTERS) > HALF);
            case NARRATIVE -> texts(field, column, Math.max(named, words(values) >= 6 ? 0.5 : 0), values, false);
            case SOURCE -> Optional.empty();
            case MODEL, SERIAL, PART, CONDITION, REFERENCES, MARKING ->
                named < 0.5
                        ? Optional.empty()
                        : Optional.of(new Found(field, column, named * 0.9, "by its name", List.of()));
        };
    }

    private static Optional<Found> fitting(
            TargetField field, String column, double named, double share, double alone, String what) {
        if (share < 0.5) return Optional.empty();
        double sure = named * 0.7 + share * (named > 0 ? 0.3 : alone);
        return Optional.of(new Found(field, column, sure, percent(share) + " of the values are " + what, List.of()));
    }

    /**
     * Days, in the first order that most values fit; where the other order fits as well, it is said. The column may have days that there never were:
     * those rows are told when it is read.
     */
    private static Optional<Found> dates(String column, double named, List<String> values, LocalDate today) {
        double most = 0;
        var fits = new ArrayList<List<String>>();
        for (List<String> formats : DATES) {
            double share = share(values, formats, today);
            if (share < (named > 0 ? HALF : MOST) || share < most) continue;
            if (share > most) fits.clear();
            most = share;
            fits.add(formats);
        }
        List<String> mixed = named > 0 && most < 1 ? mixed(values, today) : List.of();
        if (mixed.size() > 1) {
            double share = share(values, mixed, today);
            if (share >= HALF && share > most) {
                most = share;
                fits.clear();
                fits.add(mixed);
            }
        }
        if (fits.isEmpty()) return Optional.empty();
        boolean either = EITHER.stream()
                .anyMatch(pair -> pair.stream().allMatch(form -> fits.contains(List.of(form)))
                        || (fits.getFirst().size() > 1 && pair.stream().anyMatch(fits.getFirst()::contains)));
        String why = "read as dates" + (most < 1 ? ", " + percent(most) + " of the values are" : "")
                + (either ? "; day and month could change places: look which comes first" : "");
        // When work was done says less of a record than when it was asked for, yet more than no day at all.
        double late = AFTERWARDS.matcher(column).find() ? 0.6 : 1;
        // Most values are days: by whatever name, a column of days it is.
        double sure = Math.max((0.5 + named * 0.5) * most * late, ENOUGH);
        return Optional.of(new Found(TargetField.DATE, column, sure, why, fits.getFirst()));
    }

    /** The forms that the values are written in, the commonest first; of two that differ in which of day and month comes first one alone. */
    private static List<String> mixed(List<String> values, LocalDate today) {
        var forms = new ArrayList<String>();
        List<String> left = values;
        while (!left.isEmpty()) {
            String best = "";
            long most = 0;
            for (String form : DateReader.forms(DATES)) {
                if (monthFirst(form)
                        .map(first -> forms.stream()
                                .anyMatch(f -> monthFirst(f)
                                        .filter(o -> !o.equals(first))
                                        .isPresent()))
                        .orElse(false)) continue;
                var dates = new DateReader(List.of(form), today);
                long read = left.stream().filter(value -> isDay(dates, value)).count();
                if (read > most) {
                    most = read;
                    best = form;
                }
            }
            if (most < Math.max(1, FEW * values.size())) return forms;
            forms.add(best);
            var dates = new DateReader(List.of(best), today);
            left = left.stream().filter(value -> !isDay(dates, value)).toList();
        }
        return forms;
    }

    /** Whether the month comes first, where it could be taken for the day. */
    private static Optional<Boolean> monthFirst(String form) {
        return form.contains("/") && !form.startsWith("y") ? Optional.of(form.startsWith("M")) : Optional.empty();
    }

    private static double share(List<String> values, List<String> formats, LocalDate today) {
        var dates = new DateReader(formats, today);
        return values.stream().filter(value -> isDay(dates, value)).count() / (double) values.size();
    }

    private static boolean isDay(DateReader dates, String value) {
        return dates.read(value) instanceof DateReader.DateOutcome.Day;
    }

    /** @param brief whether a word alone does: "replaced", in a column that is called so and not otherwise */
    private static Optional<Found> texts(
            TargetField field, String column, double named, List<String> values, boolean brief) {
        double words = words(values);
        if (named == 0 || (words < 1.5 && !brief)) return Optional.empty();
        double sure = named * 0.8 + Math.min(0.2, words / 50);
        return Optional.of(new Found(
                field,
                column,
                sure,
                String.format(Locale.ROOT, "by its name; %.0f words on average", words),
                List.of()));
    }

    private static double share(List<String> values, Pattern pattern) {
        return values.stream().filter(value -> pattern.matcher(value).matches()).count() / (double) values.size();
    }

    private static double distinct(List<String> values) {
        return new HashSet<>(values).size() / (double) values.size();
    }

    private static double words(List<String> values) {
        return values.stream()
                .mapToInt(value -> value.split("\\s+").length)
                .average()
                .orElse(0);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** 1 where the name is one of the field's, less where it only has one in it. */
    private static double named(TargetField field, String column) {
        String plain = plain(column);
        double best = 0;
        for (String name : NAMES.getOrDefault(field, List.of())) {
            if (plain.equals(name)) return 1;
            if ((" " + plain + " ").contains(" " + name + " "))
                best = Math.max(best, 0.55 + 0.3 * name.length() / plain.length());
        }
        return best;
    }

    /** {@code partRemoved_PN} as {@code part removed pn}, {@code Störung} as {@code storung}. */
    private static String plain(String column) {
        String letters = MARKS.matcher(Normalizer.normalize(column, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss");
        String apart = letters.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return INITIALS.matcher(apart)
                .replaceAll("$1")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static Map<TargetField, List<String>> names() {
        var names = new EnumMap<TargetField, List<String>>(TargetField.class);
        try (var stream = Objects.requireNonNull(ColumnTrait.class.getResourceAsStream(LIST), LIST)) {
            JsonMapper.builder(new YAMLFactory())
                    .build()
                    .readTree(stream)
                    .properties()
                    .forEach(entry -> names.put(
                            TargetField.ofKey(entry.getKey()).orElseThrow(),
                            entry.getValue().valueStream().map(JsonNode::asText).toList()));
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the list " + LIST, broken);
        }
    }
}
