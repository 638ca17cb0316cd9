package flightline.app.cli;

import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.Repeats;
import flightline.diagnosis.memory.Chain;
import flightline.diagnosis.memory.Occurrence;

/** A repeat defect as a technician reads it: how often, in how many days, and what did not help. */
final class RepeatsPage {
    private static final int LONGEST = 110;

    private final Paint paint;

    RepeatsPage(Paint paint) {
        this.paint = paint;
    }

    void write(Page page, Repeats repeats) {
        repeats.recall().chain().ifPresent(chain -> write(page, repeats, chain));
        if (!repeats.recall().note().isEmpty())
            page.blank().hanging("", "", "Memory: " + repeats.recall().note() + ".", paint::faint);
    }

    private void write(Page page, Repeats repeats, Chain chain) {
        page.blank()
                .hanging(
                        "",
                        "",
                        "Repeat defect: " + ordinal(chain.times()) + " time in " + days(chain.days()) + " on "
                                + chain.aircraft() + (chain.open() ? ", still open" : ""),
                        paint::red);
        for (int i = 0; i < chain.before().size(); i++) {
            Occurrence time = chain.before().get(i);
            page.paragraph(
                    "  " + time.day() + "  ",
                    told(time.record()) + " — " + outcome(time) + code(time),
                    "[" + repeats.ids().get(i) + "]");
        }
        page.line(paint.faint("  " + Page.percent(chain.sure()).strip() + " sure: "
                + String.join(", ", surest(chain).why())));
    }

    private static Occurrence surest(Chain chain) {
        return chain.before().stream()
                .max(java.util.Comparator.comparingDouble(Occurrence::sure))
                .orElseThrow();
    }

    private static String told(MaintenanceRecord record) {
        String complaint = shorter(record.complaint().isBlank() ? record.narrative() : record.complaint());
        return record.action().isBlank() ? complaint : complaint + "  →  " + shorter(record.action());
    }

    private static String outcome(Occurrence time) {
        String back = time.held() == 0 ? "came back the same day" : "came back after " + days(time.held());
        return switch (time.done()) {
            case WORKED -> back;
            case NOTHING_FOUND -> "nothing found, " + back;
            case PUT_OFF ->
                "put off, " + (time.held() == 0 ? "again the same day" : "again after " + days(time.held()));
        };
    }

    private static String code(Occurrence time) {
        return time.otherCode() ? " (coded " + time.record().ata().getFirst() + ")" : "";
    }

    private static String shorter(String text) {
        return Page.shorten(text.replaceAll("\\s+", " ").strip(), LONGEST);
    }

    private static String days(int days) {
        return days + (days == 1 ? " day" : " days");
    }

    private static String ordinal(int number) {
        String ending = number % 100 / 10 == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }
}
