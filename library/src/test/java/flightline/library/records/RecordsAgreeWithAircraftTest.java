package flightline.library.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The committed records against the page that is the source of truth. */
class RecordsAgreeWithAircraftTest {
    private static final Pattern FLEET =
            Pattern.compile("(?m)^\\| (QQ-KA.) \\| (\\d+) \\| (LT-46-\\d+) \\| [^|]+ \\| ([^|]+) \\|");
    private static final Pattern MEL = Pattern.compile("(?m)^\\| (\\d\\d-\\d\\d-\\d\\d) \\| [^|]+ \\| ([ABCD]) \\|");
    private static final Map<String, Integer> DAYS = Map.of("A", 0, "B", 3, "C", 10, "D", 120);

    private final String aircraft = Committed.file("AIRCRAFT.md");
    private final List<Map<String, String>> records = Committed.records();

    @Test
    void records_areEnough_withUniqueIdsAndDatesInTheThreeYears() {
        assertThat(records).hasSizeGreaterThanOrEqualTo(850);
        assertThat(records).extracting(record -> record.get("record_id")).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(record -> cell(record, "date"))
                .isSorted()
                .allSatisfy(date -> assertThat(LocalDate.parse(date))
                        .isBetween(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void tails_haveTheirSerialNumberAndModel() {
        Map<String, String> fleet = new HashMap<>();
        Matcher rows = FLEET.matcher(aircraft);
        while (rows.find()) {
            fleet.put(rows.group(1), rows.group(2) + " " + rows.group(3));
        }
        assertThat(fleet).hasSize(6);
        assertThat(records)
                .allSatisfy(record -> assertThat(cell(record, "msn") + " " + cell(record, "model"))
                        .isEqualTo(fleet.get(cell(record, "registration"))));
    }

    @Test
    void hoursAndCycles_ofOneTail_neverFallAndGrowAsTheFleetFlies() {
        Map<String, Double> hours = new HashMap<>();
        Map<String, Integer> cycles = new HashMap<>();
        Map<String, Double> firstHours = new HashMap<>();
        for (Map<String, String> record : records) {
            String tail = cell(record, "registration");
            double now = Double.parseDouble(cell(record, "flight_hours"));
            int flown = Integer.parseInt(cell(record, "cycles"));
            assertThat(now).as(record.toString()).isGreaterThanOrEqualTo(hours.getOrDefault(tail, 0.0));
            assertThat(flown).as(record.toString()).isGreaterThanOrEqualTo(cycles.getOrDefault(tail, 0));
            firstHours.putIfAbsent(tail, now);
            hours.put(tail, now);
            cycles.put(tail, flown);
        }
        assertThat(firstHours.get("QQ-KAA")).isBetween(21_940.0, 22_010.0);
        assertThat(firstHours.get("QQ-KAF")).isBetween(4_390.0, 4_460.0);
        firstHours.forEach((tail, first) ->
                assertThat(hours.getOrDefault(tail, 0.0) - first).as(tail).isBetween(5_300.0, 5_900.0));
    }

    @Test
    void deferredItems_areOfTheMelAndClosedInTime() {
        Map<String, Integer> limits = new HashMap<>();
        Matcher rows = MEL.matcher(aircraft);
        while (rows.find()) {
            limits.put(rows.group(1), DAYS.getOrDefault(rows.group(2), 0));
        }
        assertThat(records).allSatisfy(record -> {
            String item = cell(record, "mel_ref");
            if (!item.isEmpty()) {
                assertThat(limits).containsKey(item);
            }
            if (!cell(record, "closed_date").isEmpty()) {
                LocalDate date = LocalDate.parse(cell(record, "date"));
                long open = LocalDate.parse(cell(record, "closed_date")).toEpochDay() - date.toEpochDay();
                assertThat(open).isGreaterThanOrEqualTo(0);
                if (!item.isEmpty()) {
                    assertThat(open).isLessThanOrEqualTo(limits.getOrDefault(item, 0));
                }
            }
        });
    }

    @Test
    void partNumbers_areOfTheAircraftAndFitTheTailOnThatDay() {
        assertThat(records).allSatisfy(record -> {
            String removed = cell(record, "part_removed_pn");
            String installed = cell(record, "part_installed_pn");
            assertThat(List.of(removed, installed)).allSatisfy(part -> {
                assertThat(part.isEmpty() || isNamed(part))
                        .as("%s in %s", part, record)
                        .isTrue();
                assertThat(fits(part, record, part.equals(installed) && !removed.equals(installed)))
                        .as("%s on %s", part, record)
                        .isTrue();
            });
            if (!removed.isEmpty() && !installed.isEmpty() && !removed.equals(installed)) {
                assertThat(removed + ">" + installed)
                        .isIn("DM4410-1>DM4410-3", "OA3012-2>OA3012-4", "PE2431-70>PE2431-71");
            }
        });
    }

    @Test
    void roles_areRolesAndAtaCodesHaveTheirForm() {
        assertThat(records).allSatisfy(record -> {
            assertThat(cell(record, "reported_by_role"))
                    .isIn(
                            "",
                            "flight crew",
                            "cabin crew",
                            "line maintenance",
                            "base maintenance",
                            "inspector",
                            "ground staff");
            assertThat(cell(record, "ata")).matches("|\\d\\d-\\d\\d(-\\d\\d)?");
            assertThat(cell(record, "station")).isIn("", "XNRH", "XTRB", "XOVW");
        });
    }

    private static String cell(Map<String, String> record, String column) {
        return record.getOrDefault(column, "");
    }

    /** True where the page names the number, or its stem and its last part on one line ({@code DM3211-7 L / -8 R}). */
    private boolean isNamed(String part) {
        int dash = part.lastIndexOf('-');
        String stem = part.substring(0, dash);
        String last = part.substring(dash);
        return aircraft.contains(part)
                || part.matches("TSL-2841-1[1-6]")
                || aircraft.lines().anyMatch(line -> line.contains(stem + "-") && line.contains(last));
    }

    /** On the day of a modification the old part leaves and the new one comes. */
    private static boolean fits(String part, Map<String, String> record, boolean comesWithModification) {
        LocalDate date = LocalDate.parse(cell(record, "date"));
        String tail = cell(record, "registration");
        boolean is200 = cell(record, "model").equals("LT-46-200");
        LocalDate downlock = switch (tail) {
            case "QQ-KAB" -> LocalDate.of(2024, 9, 14);
            case "QQ-KAC" -> LocalDate.of(2025, 5, 22);
            case "QQ-KAD" -> LocalDate.of(2025, 2, 20);
            case "QQ-KAF" -> LocalDate.of(2020, 9, 1);
            default -> LocalDate.MAX;
        };
        return switch (part) {
            case "DM4410-1", "L46-3231-101", "DM4412-1" -> !date.isAfter(downlock);
            case "DM4410-3", "L46-3231-107" -> !date.isBefore(downlock);
            case "OA3012-2", "DM3241-5", "DM3242-3", "20V7200-01", "20V7321-06" -> is200;
            case "DM3241-9", "DM3242-6", "20V7200-02", "20V7321-09" -> !is200;
            case "OA3012-4" -> !is200 || comesWithModification || date.getYear() > 2023;
            case "PE2431-70" -> !tail.equals("QQ-KAF");
            case "PE2431-71" -> tail.equals("QQ-KAF") || (date.getYear() == 2025 && !"QQ-KAA QQ-KAE".contains(tail));
            default -> true;
        };
    }
}
