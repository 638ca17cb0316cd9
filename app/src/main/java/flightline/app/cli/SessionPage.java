package flightline.app.cli;

import flightline.app.view.SessionJson;
import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.Step;
import flightline.corpus.SafetyKind;
import flightline.diagnosis.Check;
import flightline.diagnosis.SafetyNotice;
import flightline.diagnosis.VerifiedBrief;
import flightline.flow.Answer;
import flightline.flow.SessionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A troubleshooting session as a technician reads it: how the causes moved, what to check next with its warnings, what was answered. */
final class SessionPage {
    private static final int BAR = 14;
    private static final int FURTHER = 4;

    private final Paint paint;
    private final int width;

    SessionPage(Paint paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    String of(SessionOutcome.Stands stands) {
        Page page = new Page(paint, width).marking(stands.answer().marking());
        page.blank()
                .line(paint.bold("Session " + stands.session().id()) + "  "
                        + stands.session().complaint());
        moves(page, stands);
        stands.notes().forEach(note -> page.paragraph("  ! ", note, ""));
        if (stands.answer() instanceof Answer.Brief(var head, var brief)) {
            checks(page, brief);
            page.blank()
                    .line(paint.faint("audit " + head.audit() + " · advice only: a licensed person decides and signs"));
        }
        return page.toString();
    }

    String of(List<Session> sessions) {
        if (sessions.isEmpty()) return "There are no sessions.\n";
        var rows = new ArrayList<List<String>>();
        for (Session session : sessions)
            rows.add(List.of(
                    session.id(),
                    SessionJson.state(session),
                    Integer.toString(session.steps().size()),
                    session.aircraft(),
                    session.complaint().replaceAll("\\s+", " ")));
        return new Page(paint, width)
                .table(List.of("session", "state", "answers", "aircraft", "complaint"), rows)
                .toString();
    }

    /** What was answered so far, for whoever takes over. */
    String answered(Session session) {
        Page page = new Page(paint, width);
        page.heading("Answered so far");
        for (Step step : session.steps())
            page.paragraph("  " + step.answer() + "  ", Page.shorten(step.text().replaceAll("\\s+", " "), 200), "");
        session.notes().forEach(note -> page.paragraph("  note  ", note, ""));
        return page.toString();
    }

    private void moves(Page page, SessionOutcome.Stands stands) {
        page.heading("Causes, before → after");
        for (SessionOutcome.Move move : stands.moves()) {
            String part = move.part().isEmpty() ? "something that nobody listed" : move.part();
            boolean moved = Math.abs(move.after() - move.before()) >= 0.005;
            String shares = Page.percent(move.before()) + " → " + Page.percent(move.after());
            page.line("  " + paint.green(Page.bar(move.after(), BAR)) + " " + (moved ? paint.bold(shares) : shares)
                    + "  " + part);
        }
    }

    private void checks(Page page, VerifiedBrief brief) {
        if (brief.checks().isEmpty()) return;
        Check next = brief.checks().getFirst();
        for (SafetyNotice notice : of(next, brief))
            if (notice.kind() == SafetyKind.NOTE)
                page.paragraph("  Note: ", notice.text(), "[" + notice.citation() + "]");
            else
                page.blank()
                        .box(
                                notice.kind().name() + "  " + notice.citation(),
                                notice.text(),
                                notice.kind() == SafetyKind.WARNING);
        page.heading("Check next  " + next.id());
        page.paragraph("  ", next.text(), "[" + String.join(", ", next.citations()) + "]");
        page.hanging("  ", "  ", cost(next), paint::faint);
        page.hanging("  ", "  ", next.why() + ".", paint::faint);
        for (Check.Way way : next.ways()) page.paragraph("    " + way.answer() + " → ", way.leads(), "");
        if (brief.checks().size() > 1) {
            page.heading("Or");
            for (Check check : brief.checks()
                    .subList(1, Math.min(1 + FURTHER, brief.checks().size())))
                page.paragraph(
                        "  " + check.id() + "  ",
                        Page.shorten(check.text().replaceAll("\\s+", " "), 160) + "  (" + minutes(check) + ")",
                        "[" + String.join(", ", check.citations()) + "]");
        }
    }

    /** The warnings, cautions and notes of the check itself; those of all others stand with them, in their turn. */
    private static List<SafetyNotice> of(Check check, VerifiedBrief brief) {
        Set<String> texts =
                brief.notices(check).stream().map(SafetyNotice::text).collect(Collectors.toSet());
        return brief.warnings().stream().filter(w -> texts.contains(w.text())).toList();
    }

    static String cost(Check check) {
        var words = new ArrayList<String>();
        words.add(minutes(check) + ", " + check.cost().basis());
        if (check.cost().setup() > 0)
            words.add("access and equipment " + check.cost().setup() + " min once");
        if (!check.cost().access().isEmpty())
            words.add("first: " + String.join("; ", check.cost().access()));
        if (!check.cost().equipment().isEmpty())
            words.add("with: " + String.join("; ", check.cost().equipment()));
        if (!check.cost().parts().isEmpty())
            words.add("parts: " + String.join("; ", check.cost().parts()));
        return String.join(" · ", words);
    }

    static String minutes(Check check) {
        return String.format(Locale.ROOT, "about %d min", check.minutes());
    }
}
