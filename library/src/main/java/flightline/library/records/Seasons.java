package flightline.library.records;

import java.time.LocalDate;

/** Days on which a text may occur: {@code when=} names the season, {@code from=} and {@code to=} bound it. */
final class Seasons {
    private Seasons() {}

    /** A day inside the bounds and the season; a season must have a day inside the bounds. */
    static LocalDate day(Attributes attributes, Dice dice) {
        LocalDate from = attributes.text("from").map(LocalDate::parse).orElse(Fleet.FIRST);
        LocalDate to = attributes.text("to").map(LocalDate::parse).orElse(Fleet.LAST);
        String season = attributes.text("when").orElse("all");
        int days = (int) (to.toEpochDay() - from.toEpochDay());
        LocalDate day = from.plusDays(dice.between(0, days));
        while (!in(season, day.getMonthValue())) {
            day = from.plusDays(dice.between(0, days));
        }
        return day;
    }

    private static boolean in(String season, int month) {
        return switch (season) {
            case "all" -> true;
            case "winter" -> month >= 11 || month <= 3;
            case "summer" -> month >= 6 && month <= 8;
            case "wet" -> month >= 10 || month <= 4;
            case "birds" -> month >= 4 && month <= 10;
            default -> throw new IllegalArgumentException("season is all, winter, summer, wet or birds, got " + season);
        };
    }
}
