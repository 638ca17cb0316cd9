package flightline.fleet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Of the northern hemisphere, in whole months. */
enum Season {
    WINTER(12, 1, 2),
    SPRING(3, 4, 5),
    SUMMER(6, 7, 8),
    AUTUMN(9, 10, 11);

    static final String SQL =
            "CASE WHEN month(day) IN (12, 1, 2) THEN 'winter' WHEN month(day) <= 5 THEN 'spring' WHEN month(day) <= 8 THEN 'summer' ELSE 'autumn' END";

    private final List<Integer> months;
    private final Pattern pattern;

    Season(Integer... months) {
        this.months = List.of(months);
        String name = word();
        this.pattern = Pattern.compile("(?<=\\s)(?:in |during |over )?(?:the )?"
                + (name.equals("autumn") ? "(?:autumn|fall)" : name) + "s?(?=\\s)");
    }

    /** 1 to 12. */
    List<Integer> months() {
        return months;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Season> take(Line line) {
        for (Season season : values()) if (line.take(season.pattern).isPresent()) return Optional.of(season);
        return Optional.empty();
    }
}
