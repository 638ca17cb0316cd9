package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.terms.AtaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ranks the systems a complaint may belong to, from what it names itself, from like records, and from the documents found.
 *
 * <p>Each piece of evidence gives its weight to its code; a code with two digits only shares the chapter with the codes
 * beneath it. The probability is the share of the whole weight, which is honest arithmetic but not calibrated.
 */
public final class SystemRanker {
    /** A code that the complaint names outweighs whatever resembles it. */
    private static final double NAMED = 4.0;
    /** The best passage weighs as much as a record that is nearly the same; the tenth hardly counts. */
    private static final double DOCUMENT = 0.5;

    /** What the ATA table says of a code's parts counts as much as this share of all other evidence. */
    private static final double TABLE = 0.2;

    /** Weight of the other evidence where there is less of it or none, so that the table speaks alone. */
    private static final double LITTLE = 0.5;

    /** More systems than this help nobody to choose. */
    private static final int MOST = 25;

    private static final Pattern CODE = Pattern.compile("(?<![\\d-])(\\d{2})-(\\d{2})(?:-\\d{2})?(?![\\d-])");

    private final AtaTable table;
    private final TableMatch match;

    public SystemRanker(AtaTable table) {
        this.table = table;
        this.match = new TableMatch(table);
    }

    public List<RankedSystem> rank(Complaint complaint, Exhibits exhibits) {
        Tally tally = new Tally();
        for (String ata : complaint.ata()) add(tally, ata, NAMED, "complaint");
        for (Exhibits.Past past : exhibits.precedents()) {
            List<String> codes = past.precedent().record().ata();
            if (!codes.isEmpty()) add(tally, codes.getFirst(), Weights.of(past.precedent()), past.id());
        }
        int rank = 0;
        for (Exhibits.Document document : exhibits.documents()) {
            rank++;
            for (String ata : codes(document)) {
                add(tally, ata, DOCUMENT / rank, document.id());
                break;
            }
        }
        double known = Math.max(LITTLE, tally.total());
        match.shares(Words.of(complaint.normalised()))
                .forEach((code, share) -> tally.add(code, TABLE * known * share, "table"));
        return share(tally, exhibits);
    }

    /** What has no two digits is no code. */
    private static void add(Tally tally, String ata, double weight, String exhibit) {
        String code = code(ata);
        if (code.length() >= 2) tally.add(code, weight, exhibit);
    }

    private List<String> codes(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        var named = new ArrayList<String>();
        for (String heading : passage.path().reversed()) {
            var matcher = CODE.matcher(heading);
            if (matcher.find() && table.title(matcher.group(1)).isPresent())
                named.add(matcher.group(1) + "-" + matcher.group(2));
        }
        named.addAll(document.hit().document().header().ata());
        return named;
    }

    private List<RankedSystem> share(Tally given, Exhibits exhibits) {
        Tally tally = given.spread();
        double total = tally.total();
        var systems = new ArrayList<RankedSystem>();
        for (String code : tally.ranked().stream().limit(MOST).toList()) {
            String title = table.title(code)
                    .or(() -> table.title(code.substring(0, 2)))
                    .orElse("");
            systems.add(new RankedSystem(code, title, tally.weight(code) / total, why(tally.evidence(code), exhibits)));
        }
        return systems;
    }

    private static String why(List<String> evidence, Exhibits exhibits) {
        long records = evidence.stream().filter(e -> e.startsWith("r")).count();
        long passages = evidence.stream()
                .filter(e -> e.startsWith("c") && !e.equals("complaint"))
                .count();
        var reasons = new ArrayList<String>();
        if (evidence.contains("complaint")) reasons.add("named in the complaint");
        if (records > 0)
            reasons.add(count(records, "like record") + " of "
                    + exhibits.precedents().size());
        if (reasons.isEmpty() && passages == 0) reasons.add("words of the ATA table");
        if (passages > 0) reasons.add(count(passages, "passage"));
        return String.join(", ", reasons);
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /** {@code 32-41-00} becomes {@code 3241}; a chapter alone stays two digits. */
    static String code(String ata) {
        String digits = ata.toUpperCase(Locale.ROOT).replaceAll("[^0-9]", "");
        return digits.length() >= 4 ? digits.substring(0, 4) : digits.substring(0, Math.min(2, digits.length()));
    }
}
