package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.SafetyKind;
import flightline.corpus.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a brief out of verbatim pieces of the documents: faults, trouble rows, remedies and steps, each with its citation. */
public final class BriefWriter {
    private static final int STATEMENTS = 6;
    private static final int SHORTEST = 30;
    private static final int NEAREST = 5;
    /** Characters beyond which a fault report is cut to its opening. */
    private static final int LONG = 260;
    /** What a technician reads first: the fault and its remedy, then how, then what it is. */
    private static final List<PassageKind> ORDER = List.of(
            PassageKind.FAULT,
            PassageKind.TABLE_ROW,
            PassageKind.MEL_ITEM,
            PassageKind.ISOLATION_END,
            PassageKind.STEP,
            PassageKind.PARAGRAPH,
            PassageKind.LIST_ITEM);

    private final CheckPlanner planner;

    public BriefWriter(CheckPlanner planner) {
        this.planner = planner;
    }

    /**
     * A draft and what belongs to it.
     *
     * @param required safety notices by the citation that they belong to, for the verifier
     * @param verbatim numbers of the citations that may only be quoted
     */
    public record Written(DraftBrief draft, Map<String, List<SafetyNotice>> required, Set<String> verbatim) {
        public Written {
            verbatim = Set.copyOf(verbatim);
        }
    }

    /**
     * @param situation what is believed and answered so far
     * @param dispatch minimum equipment list items of the systems that are likely, said after everything else
     * @param tempting passages of documents not in force that fit as well as those that are
     * @param on the day for which a document must be in force
     */
    public Written write(
            Complaint complaint,
            Exhibits exhibits,
            RankedSystems systems,
            List<Cause> causes,
            Situation situation,
            List<Exhibits.Document> dispatch,
            List<Exhibits.Document> tempting,
            LocalDate on) {
        return written(
                chosen(complaint, exhibits),
                complaint,
                exhibits,
                systems,
                causes,
                situation,
                dispatch,
                tempting,
                on,
                List.of());
    }

    /** The pieces of the passages that have most to do with the complaint, in the order in which a technician reads them. */
    public List<Said> chosen(Complaint complaint, Exhibits exhibits) {
        Set<String> wanted = wanted(complaint);
        return exhibits.documents().stream()
                .filter(d ->
                        ORDER.contains(d.hit().passage().kind()) && says(d.hit().passage()))
                .limit(STATEMENTS)
                .sorted(Comparator.comparingInt(
                        d -> ORDER.indexOf(d.hit().passage().kind())))
                .map(d -> Said.quoted(said(d.hit().passage(), wanted), d))
                .toList();
    }

    /**
     * The brief that says this, see {@link #write}.
     *
     * @param known citations that were numbered before
     */
    public Written written(
            List<Said> said,
            Complaint complaint,
            Exhibits exhibits,
            RankedSystems systems,
            List<Cause> causes,
            Situation situation,
            List<Exhibits.Document> dispatch,
            List<Exhibits.Document> tempting,
            LocalDate on,
            List<Numbered> known) {
        Docket docket = new Docket(on, known);
        Set<String> wanted = wanted(complaint);
        var statements = new ArrayList<Statement>();
        for (Said one : said) statements.add(one.entered(docket));
        Set<String> already = new HashSet<>();
        statements.forEach(s -> already.add(s.text()));
        for (Exhibits.Document item : dispatch) {
            String text = said(item.hit().passage(), wanted);
            if (already.add(text))
                statements.add(new Statement(text, List.of(docket.enter(item)), Statement.Verdict.QUOTED));
        }
        List<Check> checks = planner.plan(situation, docket);
        causes.forEach(cause -> cause.evidence().forEach(id -> enter(id, exhibits, docket)));
        List<Exhibits.Past> shown = shown(causes, checks, exhibits);
        shown.forEach(docket::enter);
        exhibits.repeats().enter(docket);
        var conflicts = new ArrayList<>(Disagreements.among(exhibits.documents(), docket));
        for (Exhibits.Document document : tempting) conflicts.add(notInForce(document, docket));
        var findings = new Findings(
                systems,
                causes.stream().map(docket::renumbered).toList(),
                conflicts,
                shown,
                docket.citations(),
                exhibits.repeats());
        return new Written(
                new DraftBrief(findings, checks, warnings(docket, statements, checks), statements),
                docket.required(),
                docket.verbatim());
    }

    private static Set<String> wanted(Complaint complaint) {
        return Words.of(complaint.text() + " " + complaint.normalised());
    }

    /** What was found though it is not enough: systems, the nearest passages and records, nothing concluded. */
    public Findings leads(RankedSystems systems, Exhibits exhibits, LocalDate on) {
        Docket docket = new Docket(on);
        exhibits.documents().stream().limit(NEAREST).forEach(docket::enter);
        List<Exhibits.Past> shown = shown(List.of(), List.of(), exhibits);
        shown.forEach(docket::enter);
        exhibits.repeats().enter(docket);
        return new Findings(systems, List.of(), List.of(), shown, docket.citations(), exhibits.repeats());
    }

    /** The nearest passages alone, as leads for a question that could not be answered. */
    public static Findings nearest(Exhibits exhibits, LocalDate on) {
        Docket docket = new Docket(on);
        exhibits.documents().stream().limit(NEAREST).forEach(docket::enter);
        return new Findings(RankedSystems.none(), List.of(), List.of(), List.of(), docket.citations());
    }

    /** The nearest precedents and those that a cause rests on or a check is taken from. */
    static List<Exhibits.Past> shown(List<Cause> causes, List<Check> checks, Exhibits exhibits) {
        var wanted = new HashSet<String>();
        exhibits.precedents().stream().limit(NEAREST).forEach(p -> wanted.add(p.id()));
        causes.forEach(cause -> wanted.addAll(cause.evidence()));
        checks.forEach(check -> wanted.addAll(check.citations()));
        return exhibits.precedents().stream()
                .filter(p -> wanted.contains(p.id()))
                .toList();
    }

    /** Says that a document speaks of the matter but must not be followed. */
    static Conflict notInForce(Exhibits.Document document, Docket docket) {
        var held = document.hit().document();
        return new Conflict(
                held.header().id() + " " + held.header().revision().display()
                        + " speaks of this too, but is not in force: " + docket.standing(document) + ".",
                List.of(docket.enter(document)));
    }

    /** Whether it says anything by itself: a caption or a lone heading does not. */
    private static boolean says(Passage passage) {
        return passage.kind() != PassageKind.PARAGRAPH || passage.text().length() >= SHORTEST;
    }

    private static void enter(String id, Exhibits exhibits, Docket docket) {
        exhibits.documents().stream().filter(d -> d.id().equals(id)).forEach(docket::enter);
    }

    /**
     * A short passage is said whole, and so is every step and every row; of a long paragraph, the sentences that have most
     * to do with the complaint; of a long fault report, what it says before it goes into part numbers and tests.
     */
    static String said(Passage passage, Set<String> wanted) {
        return switch (passage.kind()) {
            case PARAGRAPH -> nearest(passage.text(), Sentences.of(passage.text()), wanted);
            case FAULT -> opening(passage.text());
            case STEP, TABLE_ROW, LIST_ITEM, SAFETY, FIGURE, ISOLATION_STEP, ISOLATION_END, PART, MEL_ITEM ->
                passage.text();
        };
    }

    private static String nearest(String text, List<String> sentences, Set<String> wanted) {
        if (sentences.size() <= 2) return text;
        int best = 0;
        double most = -1;
        for (int i = 0; i < sentences.size(); i++) {
            double share = Words.covered(wanted, Words.of(sentences.get(i)));
            if (share > most) {
                most = share;
                best = i;
            }
        }
        String first = sentences.get(best);
        int start = text.indexOf(first);
        String last = sentences.get(Math.min(sentences.size() - 1, best + 1));
        int end = text.indexOf(last, start) + last.length();
        return end > start ? text.substring(start, end) : first;
    }

    private static String opening(String text) {
        if (text.length() <= LONG) return text;
        int cut = text.indexOf("; isolated to:");
        if (cut < 0) cut = text.indexOf(';', LONG / 2);
        return cut < 0 ? text : text.substring(0, cut);
    }

    /** Every warning and caution of what is cited, gravest first, each text once, as the gravest that it stands as; notes last. */
    static List<SafetyNotice> warnings(Docket docket, List<Statement> statements, List<Check> checks) {
        var byText = new LinkedHashMap<String, SafetyNotice>();
        var cited = new ArrayList<String>();
        statements.forEach(s -> cited.addAll(s.citations()));
        checks.forEach(c -> cited.addAll(c.citations()));
        for (String id : cited)
            for (SafetyNotice notice : docket.required().getOrDefault(id, List.of()))
                byText.merge(notice.text(), notice, BriefWriter::graver);
        return byText.values().stream()
                .sorted(Comparator.comparing(SafetyNotice::kind))
                .filter(n -> n.kind() != SafetyKind.NOTE || byText.size() <= 12)
                .toList();
    }

    private static SafetyNotice graver(SafetyNotice one, SafetyNotice other) {
        return other.kind().compareTo(one.kind()) < 0 ? other : one;
    }
}
