package flightline.library.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One numbered record.
 *
 * @param hours flight hours of the aircraft, written with one decimal
 * @param previous id of the entry before it in the same story, which its text may cite; empty where there is none
 */
record Row(String id, Draft draft, double hours, int cycles, String previous) {
    static final String HEADER =
            "record_id,date,registration,msn,model,station,flight_hours,cycles,ata,complaint,action,"
                    + "part_removed_pn,part_removed_name,part_condition,part_installed_pn,mel_ref,deferred,closed_date,"
                    + "reported_by_role";

    String csv() {
        return List.of(
                        id,
                        draft.date().toString(),
                        draft.airframe().registration(),
                        Integer.toString(draft.airframe().msn()),
                        draft.airframe().model(),
                        draft.station(),
                        String.format(Locale.ROOT, "%.1f", hours),
                        Integer.toString(cycles),
                        draft.ata(),
                        draft.complaint().replace("{prev}", previous),
                        draft.action().replace("{prev}", previous),
                        draft.part().removed(),
                        draft.part().name(),
                        draft.part().condition(),
                        draft.part().installed(),
                        draft.mel(),
                        draft.deferred() ? "Y" : "N",
                        draft.closed().map(LocalDate::toString).orElse(""),
                        draft.role())
                .stream()
                .map(Row::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
