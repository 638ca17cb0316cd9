package flightline.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a field's value comes from.
 *
 * @param from columns or JSON fields (dots lead into objects), joined by a space where there are several and each gives
 *     something; empty where the value is constant
 * @param constant the same for every record; absent where it comes from the source
 * @param prefix how many of the first characters count; absent for all
 * @param formats date patterns, tried in order; empty for the usual ones, meant for the date only
 */
public record FieldRule(List<String> from, Optional<String> constant, OptionalInt prefix, List<String> formats) {
    public FieldRule {
        from = List.copyOf(from);
        formats = List.copyOf(formats);
        if (from.isEmpty() == constant.isEmpty())
            throw new IllegalArgumentException("a field comes either from columns or is constant");
    }

    /** From these columns as they stand. */
    public static FieldRule from(String... columns) {
        return new FieldRule(List.of(columns), Optional.empty(), OptionalInt.empty(), List.of());
    }
}
