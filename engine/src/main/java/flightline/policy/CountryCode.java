package flightline.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Countries as principals and markings write them, brought to two letters. */
final class CountryCode {
    private static final Map<String, String> CODES = codes();
    private static final Set<String> FIVE_EYES = Set.of("US", "AU", "CA", "GB", "NZ");

    private CountryCode() {}

    /** ISO 3166 two letters of a code of two or three; empty for what is no country's. */
    static String of(String code) {
        return CODES.getOrDefault(code.strip().toUpperCase(Locale.ROOT), "");
    }

    /** All of a list like {@code USA, GBR AND FVEY}; what is no country's code names nobody. */
    static Set<String> listed(String list) {
        return Arrays.stream(list.toUpperCase(Locale.ROOT).split("[,; ]+"))
                .flatMap(word -> word.equals("FVEY") ? FIVE_EYES.stream() : List.of(of(word)).stream())
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<>(Map.of("UK", "GB"));
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
            codes.put(Locale.of("", code).getISO3Country(), code);
        }
        // "AND" between countries is a word; Andorra is AD.
        codes.remove("AND");
        return Map.copyOf(codes);
    }
}
