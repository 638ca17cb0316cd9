package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.terms.AtaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What speaks for each system: the complaint's own words, like records, the documents found, the ATA table, and what the
 * trade says of each system.
 *
 * @param joined all of it, tallied by code
 * @param near what like records say, by their likeness
 * @param documents what the documents found say, by their rank
 * @param table share of each code by the words of the ATA table
 * @param trade share of each code by what the trade says of it
 */
record SystemEvidence(Tally joined, Tally near, Tally documents, Map<String, Double> table, Map<String, Double> trade) {
    /** A code that the complaint names outweighs whatever resembles it. */
    private static final double NAMED = 4.0;
    /** The best passage weighs as much as a record that is nearly the same; the tenth hardly counts. */
    private static final double DOCUMENT = 0.5;

    /** What the ATA table says of a code's parts counts as much as this share of all other evidence. */
    private static final double TABLE = 0.2;

    /**
     * What the trade says counts as much as this share of all other evidence: chosen on the public records, each without
     * itself, with the other weights as they are.
     */
    private static final double TRADE = 0.35;

    /** Weight of the other evidence where there is less of it or none, so that the table speaks alone. */
    private static final double LITTLE = 0.5;

    private static final Pattern CODE = Pattern.compile("(?<![\\d-])(\\d{2})-(\\d{2})(?:-\\d{2})?(?![\\d-])");

    static SystemEvidence of(Complaint complaint, Exhibits exhibits, AtaTable table, TableMatch match) {
        Tally joined = new Tally();
        Tally near = new Tally();
        Tally documents = new Tally();
        for (String ata : complaint.ata()) add(joined, ata, NAMED, "complaint");
        for (Exhibits.Past past : exhibits.precedents()) {
            List<String> codes = past.precedent().record().ata();
            if (codes.isEmpty()) continue;
            add(near, codes.getFirst(), Weights.of(past.precedent()), past.id());
            add(joined, codes.getFirst(), Weights.of(past.precedent()), past.id());
        }
        int rank = 0;
        for (Exhibits.Document document : exhibits.documents()) {
            rank++;
            Optional<String> code = code(document, table);
            if (code.isEmpty()) continue;
            add(documents, code.get(), DOCUMENT / rank, document.id());
            add(joined, code.get(), DOCUMENT / rank, document.id());
        }
        double known = Math.max(LITTLE, joined.total());
        Map<String, Double> shares = match.shares(Words.of(complaint.normalised()));
        shares.forEach((code, share) -> joined.add(code, TABLE * known * share, "table"));
        Map<String, Double> trade = TradeMatch.standard().shares(LearnedWords.of(complaint.normalised()));
        trade.forEach((code, share) -> joined.add(code, TRADE * known * share, "trade"));
        return new SystemEvidence(joined.spread(), near.spread(), documents.spread(), shares, trade);
    }

    /** What has no two digits is no code. */
    private static void add(Tally tally, String ata, double weight, String exhibit) {
        String code = SystemRanker.code(ata);
        if (code.length() >= 2) tally.add(code, weight, exhibit);
    }

    private static Optional<String> code(Exhibits.Document document, AtaTable table) {
        Passage passage = document.hit().passage();
        var named = new ArrayList<String>();
        for (String heading : passage.path().reversed()) {
            Matcher matcher = CODE.matcher(heading);
            if (matcher.find() && table.title(matcher.group(1)).isPresent())
                named.add(matcher.group(1) + "-" + matcher.group(2));
        }
        named.addAll(document.hit().document().header().ata());
        return named.stream().findFirst();
    }
}
