package flightline.app.http;

import flightline.app.view.BadRequest;
import flightline.app.view.RequestJson;
import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an address says behind its question mark and in its path. Throws {@link BadRequest} naming parameter, value and rule. */
record Query(ServerRequest request) {
    private static final int LONGEST = 2000;

    static Query of(ServerRequest request) {
        return new Query(request);
    }

    /** Refuses what the endpoint does not know, for it would be passed over unseen. */
    void allow(List<Parameter> known) {
        List<String> names = known.stream()
                .filter(one -> one.in() == Parameter.In.QUERY)
                .map(Parameter::name)
                .toList();
        for (String name : request.query().names()) {
            if (!names.contains(name))
                throw new BadRequest("no parameter '" + shown(name) + "' is known here"
                        + (names.isEmpty() ? "" : "; known are " + String.join(", ", names)));
            List<String> values = request.query().all(name);
            if (values.size() > 1 && !name.equals("filter"))
                throw new BadRequest("'" + name + "' is given " + values.size() + " times, once is allowed");
            for (String value : values)
                if (value.length() > LONGEST)
                    throw new BadRequest(
                            "'" + name + "' has " + value.length() + " characters, at most " + LONGEST + " are read");
        }
    }

    Optional<String> word(String name) {
        return request.query().first(name).asOptional().map(String::strip).filter(value -> !value.isEmpty());
    }

    String needed(String name) {
        return word(name).orElseThrow(() -> new BadRequest("the parameter '" + name + "' is needed"));
    }

    List<String> all(String name) {
        return request.query().contains(name) ? request.query().all(name) : List.of();
    }

    boolean flag(String name) {
        return switch (word(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequest("'" + name + "' must be true or false, got '" + shown(needed(name)) + "'");
        };
    }

    int number(String name, int otherwise, int least, int most) {
        String value = word(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // said below, as for one out of range
        }
        throw new BadRequest("'" + name + "' must be " + least + ".." + most + ", got '" + shown(value) + "'");
    }

    /** A word that is one of these, as they are written: lower case, dashes between words. */
    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> known) {
        return word(name)
                .map(value -> Arrays.stream(known.getEnumConstants())
                        .filter(one -> written(one).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("'" + name + "' must be one of "
                                + Arrays.stream(known.getEnumConstants())
                                        .map(Query::written)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ", got '" + shown(value) + "'")));
    }

    private static String written(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<LocalDate> date(String name) {
        return word(name).map(RequestJson::date);
    }

    /** Of the path. */
    String part(String name) {
        String value = request.path().pathParameters().get(name);
        if (value.length() > LONGEST)
            throw new BadRequest(
                    "'" + name + "' has " + value.length() + " characters, at most " + LONGEST + " are read");
        return value;
    }

    static String shown(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }
}
