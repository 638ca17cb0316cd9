package flightline.flow;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import flightline.corpus.Effectivity;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.TableMarks;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.RankedSystems;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.Hit;
import flightline.search.PassageIndex;
import flightline.search.Sight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the passages for a request: what fits best, the isolation procedure that goes on from there, and what tempts. */
final class EvidenceFinder {
    private static final int GOES_ON = 30;

    private static final int NEAR = 8;
    private static final int STEPS = 24;
    private static final int TEMPTING = 2;
    /** More tables are read no further: ten find as many causes of the handbook as twenty among all text did. */
    private static final int TABLES = 10;

    private static final int FIRST_PIECES = 3;
    /** A block is cut into no more pieces than this, so the others stand no further away. */
    private static final int PIECES = 48;

    private static final int MEL_LOOK = 60;
    private static final int MEL_ITEMS = 3;
    private static final Pattern MEL_NUMBER = Pattern.compile("\\s*(\\d{2})-(\\d{2})(?!\\d)");
    private static final Set<PassageKind> ISOLATION = Set.of(PassageKind.ISOLATION_STEP, PassageKind.ISOLATION_END);

    private final PassageIndex index;

    EvidenceFinder(PassageIndex index) {
        this.index = index;
    }

    /** What fits best, and what of revisions not in force would have stood among the first. */
    Sight look(EvidenceQuery query) {
        return index.look(query, NEAR);
    }

    /**
     * The evidence with the isolation procedure that fits: all steps and ends of it in their order. Words alone lead astray,
     * for a step of any procedure may ask for the pressure that is complained of; so it is that of the likeliest system among
     * the documents found first and those that isolate something in like words, and never one of a system that it hardly can
     * be. A procedure is followed from its start, not from the step that happens to share words with the complaint; and a
     * lone step of another procedure is left out, for out of its order it would mislead. So is a step that surely does not
     * hold for the aircraft.
     */
    Evidence withIsolation(Evidence evidence, EvidenceQuery query, RankedSystems systems) {
        var hits = new ArrayList<Hit>();
        for (Hit hit : evidence.hits()) if (!ISOLATION.contains(hit.passage().kind())) hits.add(hit);
        Optional<Procedure> fits = likeliest(
                evidence.hits().subList(0, Math.min(NEAR, evidence.hits().size())), query.aircraft(), systems);
        if (fits.isPresent()) {
            List<String> ata = fits.get().ata();
            List<Hit> like = index.find(query.withKinds(ISOLATION).withTop(STEPS)).hits().stream()
                    .filter(hit -> systems.sameChapter(hit.document().header().ata(), ata))
                    .toList();
            fits = likeliest(
                    Stream.concat(Stream.of(fits.get().found), like.stream()).toList(), query.aircraft(), systems);
        }
        fits.ifPresent(p -> p.steps.forEach(passage -> hits.add(new Hit(
                passage,
                p.found.document(),
                p.found.score(),
                List.of("belongs to the isolation procedure that fits"),
                Effectivity.of(passage.applicability(), query.aircraft())))));
        return new Evidence(hits, evidence.total(), evidence.exact());
    }

    /** Of the documents found that isolate something, that of the likeliest system; the first of several. */
    private Optional<Procedure> likeliest(List<Hit> hits, Configuration aircraft, RankedSystems systems) {
        var looked = new HashSet<String>();
        Optional<Procedure> fits = Optional.empty();
        for (Hit hit : hits) {
            List<String> ata = hit.document().header().ata();
            if (!looked.add(hit.document().key())
                    || systems.rulesOut(ata)
                    || !fits.map(f -> systems.prefers(ata, f.ata())).orElse(true)) continue;
            Procedure one = procedure(hit, aircraft);
            if (!one.steps.isEmpty()) fits = Optional.of(one);
        }
        return fits;
    }

    /**
     * Steps and ends of a document as far as they may hold for the aircraft; none where it isolates nothing.
     *
     * @param found what of the document was found
     */
    private record Procedure(Hit found, List<Passage> steps) {
        List<String> ata() {
            return found.document().header().ata();
        }
    }

    private Procedure procedure(Hit found, Configuration aircraft) {
        return new Procedure(
                found,
                index.passages(found.document().key(), ISOLATION).stream()
                        .filter(p -> p.applicability().appliesTo(aircraft) != Applicability.Verdict.NO)
                        .limit(STEPS)
                        .toList());
    }

    /** Running text that looks like a trouble table and speaks of the complaint. */
    Evidence troubleTables(EvidenceQuery query) {
        return index.tables(query.withTop(TABLES));
    }

    /**
     * The evidence, and behind it the trouble tables found in running text: the troubles of such a table are a few words
     * among hundreds, so it ranks low however well one of them fits.
     */
    Evidence withTroubleTables(Evidence evidence, Evidence tables, Configuration aircraft) {
        var hits = new ArrayList<>(evidence.hits());
        var held = new HashSet<String>();
        for (Hit hit : hits) held.add(hit.document().key() + "|" + hit.passage().ordinal());
        for (Hit hit : tables.hits())
            if (held.add(hit.document().key() + "|" + hit.passage().ordinal())) hits.add(hit);
        return withWholeTables(new Evidence(hits, evidence.total(), evidence.exact()), aircraft);
    }

    /**
     * The evidence with every piece of a block that a flattened trouble table was found in a piece of, for its causes may
     * stand in another piece than its troubles.
     */
    private Evidence withWholeTables(Evidence evidence, Configuration aircraft) {
        var hits = new ArrayList<>(evidence.hits());
        var held = new HashSet<String>();
        for (Hit hit : hits) held.add(hit.document().key() + "|" + hit.passage().ordinal());
        for (Hit hit : evidence.hits()) {
            if (hit.passage().kind() != PassageKind.PARAGRAPH
                    || !TableMarks.in(hit.passage().text())) continue;
            for (Passage piece : pieces(hit))
                if (held.add(hit.document().key() + "|" + piece.ordinal()))
                    hits.add(new Hit(
                            piece,
                            hit.document(),
                            hit.score(),
                            List.of("belongs to the trouble table that fits"),
                            Effectivity.of(piece.applicability(), aircraft)));
        }
        return new Evidence(hits, evidence.total(), evidence.exact());
    }

    /** The pieces of the block that the hit is one of, in order; nearly always few, so few are read at first. */
    private List<Passage> pieces(Hit hit) {
        int block = hit.passage().firstBlock();
        int at = hit.passage().ordinal();
        List<Passage> near = List.of();
        for (int reach = FIRST_PIECES; reach <= PIECES; reach *= 2) {
            near = index.passages(hit.document().key(), at - reach, at + reach);
            if (near.isEmpty()) return near;
            boolean before =
                    near.getFirst().ordinal() == at - reach && near.getFirst().firstBlock() == block;
            boolean after =
                    near.getLast().ordinal() == at + reach && near.getLast().firstBlock() == block;
            if (!before && !after) break;
        }
        return near.stream()
                .filter(piece -> piece.firstBlock() == block && piece.kind() == PassageKind.PARAGRAPH)
                .toList();
    }

    /**
     * Items of minimum equipment lists in force for these systems, those most like the complaint first, numbered from
     * {@code m1}: under which conditions the aircraft may be dispatched although the trouble stays.
     *
     * @param systems four digits each
     */
    List<Exhibits.Document> dispatch(EvidenceQuery query, List<String> systems) {
        var items = new ArrayList<Exhibits.Document>();
        if (systems.isEmpty()) return items;
        EvidenceQuery list = query.withKinds(Set.of(PassageKind.MEL_ITEM)).withTop(MEL_LOOK);
        for (Hit hit : index.find(list).hits()) {
            Matcher number = MEL_NUMBER.matcher(hit.passage().text());
            if (items.size() < MEL_ITEMS && number.lookingAt() && systems.contains(number.group(1) + number.group(2)))
                items.add(new Exhibits.Document("m" + (items.size() + 1), hit));
        }
        return items;
    }

    /** Passages of revisions not in force that would have ranked among the first, numbered from {@code t1}. */
    List<Exhibits.Document> tempting(EvidenceQuery query) {
        return tempting(look(query));
    }

    /** The same of what was looked at before. */
    static List<Exhibits.Document> tempting(Sight sight) {
        var tempting = new ArrayList<Exhibits.Document>();
        var documents = new HashSet<String>();
        for (Hit hit : sight.tempting())
            if (documents.add(hit.document().key()) && tempting.size() < TEMPTING)
                tempting.add(new Exhibits.Document("t" + (tempting.size() + 1), hit));
        return tempting;
    }

    /** The passages of its document that stand before one found, in order, as far back as a text goes on about what it named. */
    List<Passage> before(Hit hit) {
        int at = hit.passage().ordinal();
        return at == 0 ? List.of() : index.passages(hit.document().key(), Math.max(0, at - GOES_ON), at - 1);
    }
}
