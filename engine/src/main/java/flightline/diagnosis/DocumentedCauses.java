package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the causes that documents name: the rows of trouble tables, also of tables that were flattened into running text,
 * and the ends of fault isolation.
 */
final class DocumentedCauses {
    /** Share of a trouble's words that the complaint must have; a table of other troubles says nothing of this one. */
    private static final double SAME_TROUBLE = 0.34;
    /** Share of the best table's likeness that another needs to count too. */
    private static final double NEARLY = 0.75;
    /** Weight of a cause that stands far from where the trouble's are expected, or in a row of another trouble. */
    private static final double LEAST_NEAR = 0.2;

    /** Weight of a part that a remedy names beside another cause: an O-ring is changed with what it seals. */
    private static final double REPAIRED = 0.5;

    private static final Pattern ASSEMBLY = Pattern.compile(" (?:assembly|assy|unit)$");

    private DocumentedCauses() {}

    /**
     * A cause that a document names.
     *
     * @param weight above 0 and at most 1; the document's own rank is in it
     * @param exhibit number of the passage
     */
    record Named(String part, String condition, double weight, String exhibit) {}

    /** All that the passages name, best document first; each passage of one document counts alike. */
    static List<Named> of(Complaint complaint, Exhibits exhibits) {
        var ranks = new HashMap<String, Integer>();
        var named = new ArrayList<Named>();
        Set<String> wanted = Words.of(complaint.text() + " " + complaint.normalised());
        for (Exhibits.Document document : exhibits.documents()) {
            Passage passage = document.hit().passage();
            String key = document.hit().document().key();
            int rank = ranks.computeIfAbsent(key, k -> ranks.size() + 1);
            double like = likeness(passage, wanted);
            for (Told told : told(passage))
                named.add(
                        new Named(told.cause.part(), told.cause.condition(), told.share * like / rank, document.id()));
        }
        List<Fitting> tables = exhibits.tables().found().stream()
                .map(standing -> Fitting.of(standing, complaint))
                .toList();
        double best = tables.stream().mapToDouble(Fitting::like).max().orElse(0);
        for (Fitting fitting : tables)
            if (fitting.like >= Math.max(SAME_TROUBLE, NEARLY * best)) {
                String key =
                        fitting.standing.pieces().getFirst().hit().document().key();
                flattened(fitting, 1.0 / ranks.getOrDefault(key, 1), named);
            }
        return named;
    }

    /**
     * A flattened table and how well it fits.
     *
     * @param trouble the trouble most like the complaint, 0-based
     * @param like how like it is: share of its words in the complaint or of the complaint's in it, the greater
     */
    private record Fitting(TroubleTables.Standing standing, int trouble, double like) {
        static Fitting of(TroubleTables.Standing standing, Complaint complaint) {
            FlattenedTable table = standing.table();
            Set<String> wanted = Words.of(complaint.text());
            // Where a table has no cells for its troubles, they stand among what is read as causes.
            List<FlattenedTable.Cell> troubles = table.troubles().isEmpty() ? table.causes() : table.troubles();
            int best = 0;
            double like = 0;
            for (int i = 0; i < troubles.size(); i++) {
                Set<String> words = Words.of(troubles.get(i).text());
                double covered = Math.max(Words.covered(words, wanted), Words.covered(wanted, words));
                if (covered > like) {
                    like = covered;
                    best = i;
                }
            }
            return new Fitting(standing, best, like);
        }
    }

    static List<String> in(Passage passage) {
        return told(passage).stream().map(told -> told.cause.part()).toList();
    }

    /** @param share above 0 and at most 1: how far the words mean it as a cause */
    private record Told(CausePhrase cause, double share) {}

    private static List<Told> told(Passage passage) {
        return switch (passage.kind()) {
            case TABLE_ROW -> troubleRow(passage);
            case ISOLATION_END ->
                PartPhrases.in(passage.text()).stream()
                        .map(part -> new Told(new CausePhrase(part, ""), 1))
                        .toList();
            case PARAGRAPH, STEP, LIST_ITEM, SAFETY, FIGURE, FAULT, ISOLATION_STEP, PART, MEL_ITEM -> List.of();
        };
    }

    /** Whether the row belongs to a table of troubles, causes and remedies. */
    static boolean isTroubleRow(Passage passage) {
        return columns(passage)
                .filter(columns -> columns.cause() >= 0 && columns.remedies())
                .isPresent();
    }

    /** What a trouble row tells to do: its last cell. */
    static String remedy(Passage row) {
        return columns(row)
                .map(columns -> columns.last(row.text()))
                .orElseGet(() ->
                        row.text().substring(row.text().lastIndexOf('\t') + 1).strip());
    }

    /** Weight of what the passage names: a row of another trouble than the one complained of is a hint at most. */
    private static double likeness(Passage passage, Set<String> wanted) {
        Set<String> trouble = columns(passage)
                .filter(columns -> columns.cause() > 0)
                .map(columns -> Words.of(columns.trouble(passage.text())))
                .orElse(Set.of());
        if (trouble.isEmpty()) return 1;
        double like = Math.max(Words.covered(trouble, wanted), Words.covered(wanted, trouble));
        return like >= SAME_TROUBLE ? 1 : LEAST_NEAR;
    }

    /**
     * The causes in the cell under the column that is named after them, and what is replaced or repaired: records name the brake
     * unit where the cause is a worn piston in it.
     */
    private static List<Told> troubleRow(Passage passage) {
        Optional<TroubleColumns> columns = columns(passage).filter(c -> c.cause() >= 0);
        if (columns.isEmpty()) return List.of();
        List<String> repaired = columns.get().remedies() ? PartPhrases.in(remedy(passage)) : List.of();
        List<CausePhrase> causes = columns.get().causeCell(passage.text()).stream()
                .flatMap(cell -> CausePhrase.in(cell).stream())
                .filter(cause -> CauseRanker.isPart(cause.part()))
                .map(cause -> new CausePhrase(fuller(cause.part(), repaired), cause.condition()))
                .distinct()
                .toList();
        List<String> named = causes.stream().map(CausePhrase::part).toList();
        double share = named.isEmpty() ? 1 : REPAIRED;
        Stream<Told> further = repaired.stream()
                .filter(part -> !named.contains(SamePart.as(part, named)))
                .map(part -> new Told(new CausePhrase(part, ""), share));
        return Stream.concat(causes.stream().map(cause -> new Told(cause, 1)), further)
                .toList();
    }

    /** "Bad pump" beside "replace the fuel pump assembly" is the fuel pump; "oil" is no oil filter. */
    private static String fuller(String part, List<String> repaired) {
        return repaired.stream()
                .map(name -> ASSEMBLY.matcher(name).replaceFirst(""))
                .filter(name -> name.endsWith(" " + part))
                .findFirst()
                .orElse(part);
    }

    private static Optional<TroubleColumns> columns(Passage passage) {
        return passage.kind() == PassageKind.TABLE_ROW ? TroubleColumns.of(passage.context()) : Optional.empty();
    }

    /** All causes of the table, those that stand where the trouble's are expected with most weight. */
    private static void flattened(Fitting fitting, double weight, List<Named> named) {
        FlattenedTable table = fitting.standing.table();
        for (int i = 0; i < table.causes().size(); i++) {
            FlattenedTable.Cell cell = table.causes().get(i);
            double near =
                    table.troubles().isEmpty() ? 1 : LEAST_NEAR + (1 - LEAST_NEAR) * table.near(fitting.trouble, i);
            CausePhrase cause = CausePhrase.of(cell.text());
            fitting.standing
                    .holding(cell.start())
                    .ifPresent(d -> named.add(
                            new Named(cause.part(), cause.condition(), weight * fitting.like * near, d.id())));
        }
    }

    /** Remedies of flattened tables with the passage that each stands in whole, as something to do. */
    static Map<FlattenedTable.Cell, Exhibits.Document> remedies(TroubleTables tables) {
        var remedies = new LinkedHashMap<FlattenedTable.Cell, Exhibits.Document>();
        for (TroubleTables.Standing standing : tables.found())
            for (FlattenedTable.Cell cell : standing.table().remedies())
                standing.holding(cell.start())
                        .filter(d -> cell.end() <= TroubleTables.place(d).end())
                        .ifPresent(d -> remedies.put(cell, d));
        return remedies;
    }
}
