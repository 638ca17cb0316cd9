package flightline.fleet;

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

    static Sql of(String text) {
        return new Sql(text, List.of());
    }
}
