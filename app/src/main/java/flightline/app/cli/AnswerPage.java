package flightline.app.cli;

import flightline.app.view.Standing;
import flightline.corpus.Citation;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.SafetyKind;
import flightline.diagnosis.Cause;
import flightline.diagnosis.Check;
import flightline.diagnosis.Conflict;
import flightline.diagnosis.Findings;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.SafetyNotice;
import flightline.diagnosis.Statement;
import flightline.diagnosis.VerifiedBrief;
import flightline.flow.Answer;
import flightline.flow.WrittenBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An answer as a technician reads it: warnings first and boxed, causes with bars, every line with where it stands. */
final class AnswerPage {
    private static final int BAR = 18;
    private static final int SYSTEMS = 4;
    private static final int CHECKS = 6;
    /** Causes always shown with their bars, and the share from which on others are; the rest is named in a line. */
    private static final int CAUSES = 5;

    private static final double WORTH_A_BAR = 0.02;

    private final Paint paint;
    private final int width;

    AnswerPage(Paint paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    /** What an answer adds to its extracts and the statements that were shown early. */
    String closing(Answer answer, VerifiedBrief extracts) {
        if (!(answer instanceof Answer.Brief(var head, var brief))) return of(answer);
        Page page = new Page(paint, width);
        if (head.by().byModel()) {
            List<Conflict> seen = extracts.findings().conflicts();
            conflicts(
                    page,
                    brief.findings().conflicts().stream()
                            .filter(conflict -> !seen.contains(conflict))
                            .toList());
            Set<String> used = used(brief);
            extracts.findings().citations().forEach(numbered -> used.remove(numbered.id()));
            sources(page, brief.findings(), used);
        }
        return ended(page, answer);
    }

    String of(Answer answer) {
        Page page = new Page(paint, width).marking(answer.marking());
        switch (answer) {
            case Answer.Brief(var head, var brief) -> brief(page, brief);
            case Answer.NotEnoughEvidence(var head, var why, var leads) -> {
                page.blank().hanging("", "", "Not enough evidence for an answer.", paint::amber);
                page.paragraph("  ", why, "");
                leads(page, leads);
            }
            case Answer.Refused(var head, var clause, var category, var why) -> {
                page.blank().hanging("", "", "Refused under " + clause + " (" + category + ").", paint::red);
                page.paragraph("  ", why, "");
            }
            case Answer.OutOfScope(var head, var why) -> {
                page.blank().line(paint.amber("Out of scope."));
                page.paragraph("  ", why, "");
            }
            case Answer.Withheld(var head, var why) -> {
                page.blank()
                        .hanging(
                                "",
                                "",
                                "Withheld: the brief did not stand the comparison with its sources.",
                                paint::red);
                page.paragraph("  ", why, "");
            }
        }
        return ended(page, answer);
    }

    private String ended(Page page, Answer answer) {
        page.marking(answer.marking()).blank();
        for (String note : answer.head().notes()) page.hanging("", "", note, paint::amber);
        written(page, answer.head().by());
        page.hanging(
                "",
                "",
                String.format(
                        Locale.ROOT,
                        "audit %s · %.0f ms · advice only: a licensed person decides and signs",
                        answer.head().audit(),
                        answer.head().millis().total()),
                paint::faint);
        return page.toString();
    }

    /** The documents' own words, while a model is still writing. */
    String early(VerifiedBrief extracts) {
        Page page = new Page(paint, width).marking(extracts.findings().marking());
        brief(page, extracts);
        return page.blank()
                .hanging("", "", "These are the documents' own words. The model is writing …", paint::faint)
                .toString();
    }

    /** Above the first statement of the model. */
    String liveHeading() {
        return new Page(paint, width).heading("In short, as the model puts it").toString();
    }

    /** Below statements that no longer count. */
    String withdrawn() {
        return new Page(paint, width)
                .blank()
                .hanging("", "", "What the model wrote above is taken back.", paint::amber)
                .toString();
    }

    /**
     * A statement of the model, as it comes.
     *
     * @param seen texts of the warnings that were shown before; those of this statement are added
     */
    String live(VerifiedBrief brief, Set<String> seen) {
        Page page = new Page(paint, width);
        List<SafetyNotice> fresh = brief.warnings().stream()
                .filter(notice -> seen.add(notice.text()))
                .toList();
        warnings(page, fresh);
        statements(page, brief);
        notes(page, fresh);
        return page.toString();
    }

    /** Who wrote the sentences, where a model was asked. */
    private void written(Page page, WrittenBy by) {
        by.model().ifPresent(model -> {
            if (by.byModel())
                page.hanging(
                        "",
                        "",
                        "Written by " + model.name() + ", each sentence compared with the passage that it cites.",
                        paint::faint);
            if (!by.note().isEmpty()) page.hanging("", "", by.note(), paint::amber);
        });
    }

    private void brief(Page page, VerifiedBrief brief) {
        warnings(page, brief.warnings());
        new RepeatsPage(paint).write(page, brief.findings().repeats());
        systems(page, brief.findings());
        causes(page, brief.findings());
        checks(page, brief.checks());
        if (!brief.statements().isEmpty()) {
            page.heading("What the documents say");
            statements(page, brief);
        }
        notes(page, brief.warnings());
        conflicts(page, brief.findings().conflicts());
        precedents(page, "It happened before", brief.findings());
        sources(page, brief.findings(), used(brief));
    }

    private static void warnings(Page page, List<SafetyNotice> notices) {
        for (SafetyNotice notice : notices)
            if (notice.kind() != SafetyKind.NOTE)
                page.blank()
                        .box(
                                notice.kind().name() + "  " + notice.citation(),
                                notice.text(),
                                notice.kind() == SafetyKind.WARNING);
    }

    private void statements(Page page, VerifiedBrief brief) {
        for (Statement statement : brief.statements()) {
            page.paragraph("  • ", statement.text(), "[" + String.join(", ", statement.citations()) + "]");
            List<String> columns = columns(brief.findings(), statement);
            if (!columns.isEmpty())
                page.hanging("    ", "    ", "columns: " + String.join(" | ", columns), paint::faint);
        }
    }

    /** Names of the columns that a quoted row stands under. */
    private static List<String> columns(Findings findings, Statement statement) {
        if (statement.citations().size() != 1) return List.of();
        return findings.citations().stream()
                .filter(numbered -> numbered.id().equals(statement.citations().getFirst()))
                .map(numbered -> numbered.citation().columns())
                .findFirst()
                .orElse(List.of());
    }

    private static void notes(Page page, List<SafetyNotice> notices) {
        for (SafetyNotice notice : notices)
            if (notice.kind() == SafetyKind.NOTE)
                page.paragraph("  Note: ", notice.text(), "[" + notice.citation() + "]");
    }

    private void systems(Page page, Findings findings) {
        if (findings.systems().isEmpty()) return;
        page.heading("System");
        findings.systems().stream().limit(SYSTEMS).forEach(s -> system(page, s));
        if (findings.systemSet().reviewRequired())
            page.hanging("  ", "  ", "The evidence does not settle on a few systems: review required.", paint::amber);
        RankedSystems ranked = findings.ranked();
        List<String> chapters = ranked.chapterSet().codes();
        // A set that is sure is of a system named by its code: that says nothing of other complaints.
        boolean share = ranked.chapterSet().coverage() < 1;
        if (ranked.calibrated() && share && !ranked.chapterSet().reviewRequired())
            page.hanging(
                    "  ",
                    "  ",
                    "In nine of ten such complaints it was "
                            + (chapters.size() == 1 ? "chapter " : "one of the chapters ")
                            + String.join(", ", chapters) + ".",
                    paint::faint);
    }

    private void system(Page page, RankedSystem system) {
        String lead = barred(system.probability());
        String name = dashed(system.code()) + "  " + system.title();
        boolean fits = lead.length() + name.length() + 2 + system.why().length() <= width;
        if (fits) page.line(painted(system.probability()) + name + "  " + paint.faint(system.why()));
        else {
            String below = " ".repeat(lead.length());
            page.hanging(lead, painted(system.probability()), name, UnaryOperator.identity());
            page.hanging(below, below, system.why(), paint::faint);
        }
    }

    private static String barred(double share) {
        return "  " + Page.bar(share, BAR) + " " + Page.percent(share) + "  ";
    }

    private String painted(double share) {
        return "  " + paint.green(Page.bar(share, BAR)) + " " + Page.percent(share) + "  ";
    }

    private void causes(Page page, Findings findings) {
        if (findings.causes().isEmpty()) return;
        page.heading("Likely causes");
        int barred = Math.max(Math.min(CAUSES, findings.causes().size()), (int) findings.causes().stream()
                .filter(c -> c.probability() >= WORTH_A_BAR)
                .count());
        findings.causes().stream().limit(barred).forEach(c -> {
            String condition = c.condition().isEmpty() ? "" : " (" + c.condition() + ")";
            String named = c.part() + condition;
            page.hanging(barred(c.probability()), painted(c.probability()), named, paint::bold);
            page.paragraph(" ".repeat(BAR + 10), c.why(), "[" + String.join(", ", c.evidence()) + "]");
        });
        List<String> further =
                findings.causes().stream().skip(barred).map(Cause::part).toList();
        if (!further.isEmpty())
            page.paragraph("  ", "Listed in the documents besides: " + String.join(" · ", further), "");
    }

    private void checks(Page page, List<Check> checks) {
        if (checks.isEmpty()) return;
        page.heading("Check next");
        int number = 0;
        for (Check check : checks.subList(0, Math.min(CHECKS, checks.size())))
            page.paragraph(
                    String.format(Locale.ROOT, "  %d. ", ++number),
                    check.text(),
                    "(" + SessionPage.minutes(check) + ") [" + String.join(", ", check.citations()) + "]");
        if (checks.getFirst().why().contains("History suggests"))
            page.hanging("     ", "     ", checks.getFirst().why() + ".", paint::faint);
        if (checks.size() > CHECKS)
            page.line(paint.faint("     … and " + (checks.size() - CHECKS) + " more (--json has all)"));
    }

    private void conflicts(Page page, List<Conflict> conflicts) {
        if (conflicts.isEmpty()) return;
        page.heading("Mind");
        for (Conflict conflict : conflicts)
            page.paragraph("  ! ", conflict.text(), "[" + String.join(", ", conflict.citations()) + "]");
    }

    private void precedents(Page page, String heading, Findings findings) {
        if (findings.precedents().isEmpty()) return;
        page.heading(heading);
        findings.precedents().stream().limit(5).forEach(p -> {
            MaintenanceRecord record = p.precedent().record();
            String when = record.date().map(LocalDate::toString).orElse("undated");
            page.paragraph(
                    "  " + String.format(Locale.ROOT, "%-4s", p.id()),
                    when + " " + record.aircraft() + "  " + oneLine(record.complaint())
                            + (record.action().isBlank() ? "" : "  →  " + oneLine(record.action())),
                    "(" + Page.percent(p.precedent().similarity()).strip() + " alike)");
        });
    }

    /** No systems with bars here: a share of too little evidence would look like knowledge. */
    private void leads(Page page, Findings leads) {
        new RepeatsPage(paint).write(page, leads.repeats());
        // What was too far from the complaint to diagnose from did not happen before: it is only nearest.
        precedents(page, "Nearest records, for you to judge", leads);
        List<Numbered> passages = leads.citations().stream()
                .filter(numbered -> numbered.id().startsWith("c"))
                .toList();
        if (passages.isEmpty()) return;
        page.heading("Nearest passages, for you to judge");
        for (Numbered numbered : passages) page.paragraph("  " + numbered.id() + "  ", place(numbered.citation()), "");
    }

    /** Numbers of the citations that are shown beside what is said. */
    private static Set<String> used(VerifiedBrief brief) {
        Set<String> used = new LinkedHashSet<>();
        brief.warnings().forEach(w -> used.add(w.citation()));
        brief.checks().stream().limit(CHECKS).forEach(c -> used.addAll(c.citations()));
        brief.statements().forEach(s -> used.addAll(s.citations()));
        brief.findings().causes().forEach(c -> used.addAll(c.evidence()));
        brief.findings().conflicts().forEach(c -> used.addAll(c.citations()));
        return used;
    }

    private void sources(Page page, Findings findings, Set<String> used) {
        Map<String, Citation> byId = new HashMap<>();
        findings.citations().forEach(c -> byId.put(c.id(), c.citation()));
        if (used.stream().noneMatch(id -> byId.containsKey(id) && id.startsWith("c"))) return;
        page.heading("Where it stands").line(paint.faint("  flightline show c1 opens a place"));
        var byPlace = new TreeMap<Integer, List<String>>();
        var places = new LinkedHashMap<String, Integer>();
        for (String id : used.stream()
                .filter(u -> u.startsWith("c") && byId.containsKey(u))
                .sorted(Comparator.comparingInt(AnswerPage::number))
                .toList()) {
            Citation citation = Objects.requireNonNull(byId.get(id));
            int first = places.computeIfAbsent(read(citation), p -> number(id));
            byPlace.computeIfAbsent(first, f -> new ArrayList<>()).add(id);
        }
        for (List<String> ids : byPlace.values())
            page.paragraph(
                    "  ", String.join(" ", ids) + "  " + read(Objects.requireNonNull(byId.get(ids.getFirst()))), "");
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    /** Where it stands, and what to mind about how it was read. */
    private static String read(Citation citation) {
        String note = citation.reading().note();
        return place(citation) + (note.isEmpty() ? "" : " — " + note);
    }

    static String place(Citation citation) {
        String page = citation.place().page().isPresent()
                ? ", page " + citation.place().page().getAsInt()
                : "";
        String path = citation.path().isEmpty()
                ? ""
                : " › "
                        + String.join(
                                " › ",
                                citation.path()
                                        .subList(
                                                Math.max(0, citation.path().size() - 2),
                                                citation.path().size()));
        String effectivity = citation.effectivity().display();
        return citation.document() + " " + citation.revision() + page
                + (citation.marking().equals(Marking.UNMARKED) ? "" : " — " + citation.marking())
                + behind(Standing.remark(citation))
                + behind(effectivity)
                + "  " + citation.title() + path;
    }

    private static String behind(String said) {
        return said.isEmpty() ? "" : " — " + said;
    }

    private static String oneLine(String text) {
        return Page.shorten(text.replaceAll("\\s+", " ").strip(), 160);
    }

    private static String dashed(String code) {
        return code.length() == 4 ? code.substring(0, 2) + "-" + code.substring(2) : code;
    }
}
