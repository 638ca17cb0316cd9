package flightline.fleet;

import java.time.LocalDate;
import java.util.List;

/**
 * A query as it is run.
 *
 * @param text with {@code ?} for each parameter: what a person typed or a record says is never part of it
 * @param parameters in their order; strings, numbers, dates
 */
public record Sql(String text, List<Object> parameters) {
    public Sql {
        parameters = List.copyOf(parameters);
    }

    /** The same with its values written into it, so that it can be taken along and run again. */
    public String whole() {
        var whole = new StringBuilder();
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?') whole.append(literal(parameters.get(next++)));
            else whole.append(c);
        }
        return whole.toString();
    }

    private static String literal(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case LocalDate day -> "DATE '" + day + "'";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    static Sql of(String text) {
        return new Sql(text, List.of());
    }
}
