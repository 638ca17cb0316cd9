package flightline.library.records;

import java.time.LocalDate;
import java.util.List;

/** The six tails of the bible, and what the aircraft and the date decide. */
final class Fleet {
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final LocalDate NEVER = LocalDate.MAX;
    private static final LocalDate BUILD = LocalDate.MIN;

    private static final List<Airframe> AIRFRAMES = List.of(
            new Airframe("QQ-KAA", 1012, "LT-46-200", 21_940, NEVER, LocalDate.of(2024, 1, 27), NEVER),
            new Airframe(
                    "QQ-KAB",
                    1027,
                    "LT-46-200",
                    18_620,
                    LocalDate.of(2024, 9, 14),
                    LocalDate.of(2023, 12, 8),
                    LocalDate.of(2025, 3, 18)),
            new Airframe(
                    "QQ-KAC",
                    1041,
                    "LT-46-200",
                    15_310,
                    LocalDate.of(2025, 5, 22),
                    LocalDate.of(2025, 2, 6),
                    LocalDate.of(2025, 5, 22)),
            new Airframe(
                    "QQ-KAD", 1066, "LT-46-300", 10_480, LocalDate.of(2025, 2, 20), BUILD, LocalDate.of(2025, 4, 9)),
            new Airframe("QQ-KAE", 1069, "LT-46-300", 9_150, NEVER, BUILD, NEVER),
            new Airframe("QQ-KAF", 1082, "LT-46-300", 4_390, BUILD, BUILD, BUILD));

    private Fleet() {}

    static List<Airframe> airframes() {
        return AIRFRAMES;
    }

    /**
     * One tail.
     *
     * @param hours flight hours on {@link #FIRST}
     * @param downlock from this day on POST MOD 32-0117
     * @param drain from this day on POST MOD 30-0084
     * @param brushes from this day on POST MOD 24-0062
     */
    record Airframe(
            String registration,
            int msn,
            String model,
            int hours,
            LocalDate downlock,
            LocalDate drain,
            LocalDate brushes) {
        boolean is200() {
            return model.endsWith("200");
        }

        /** The part number behind a word such as {@code @brake} on this aircraft on that day; others as they are. */
        String fitted(String word, LocalDate day) {
            return switch (word) {
                case "@downlock" -> since(downlock, day) ? "DM4410-3" : "DM4410-1";
                case "@harness" -> since(downlock, day) ? "L46-3231-107" : "L46-3231-101";
                case "@efcv" -> since(drain, day) ? "OA3012-4" : "OA3012-2";
                case "@brush" -> since(brushes, day) ? "PE2431-71" : "PE2431-70";
                case "@wheel" -> is200() ? "DM3241-5" : "DM3241-9";
                case "@brake" -> is200() ? "DM3242-3" : "DM3242-6";
                case "@engine" -> is200() ? "20V7200-01" : "20V7200-02";
                case "@eec" -> is200() ? "20V7321-06" : "20V7321-09";
                default -> word;
            };
        }

        /** True where the aircraft is one of those a text is for: a short tail, a series, or a modification state. */
        boolean is(String kind, LocalDate day) {
            return switch (kind) {
                case "all" -> true;
                case "200" -> is200();
                case "300" -> !is200();
                case "pre32" -> !since(downlock, day);
                case "post32" -> since(downlock, day);
                case "pre30" -> !since(drain, day);
                case "gradeA" -> !since(brushes, day);
                case "gradeB" -> since(brushes, day);
                default -> registration.endsWith(kind);
            };
        }

        private static boolean since(LocalDate change, LocalDate day) {
            return !day.isBefore(change);
        }
    }
}
