package flightline.eval.bench;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Passage;
import flightline.search.PassageTexts;
import flightline.search.RevisionSwap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes any number of documents from real ones. Every fifth word gives way to one drawn from all words of the real text as
 * often as it stands there, so that common words stay common and rare ones rare; digits are drawn anew, so that numbers and
 * part numbers go on growing in number as they do in a real library. A vector is moved off its own by a seeded step.
 */
final class Variation {
    private static final double REPLACED = 0.2;
    /** Length of the step beside a vector of length one: the likeness to the original is then 0.93, as of near paragraphs. */
    private static final double STEP = 0.4;

    private final BaseText base;
    private final RandomGenerator random;
    private final List<String> words = new ArrayList<>();
    private int made;

    Variation(BaseText base, RandomGenerator random) {
        this.base = base;
        this.random = random;
        for (RevisionSwap swap : base.swaps())
            for (Passage passage : swap.passages())
                for (String word : passage.text().split("\\s+"))
                    if (!word.isEmpty() && word.chars().allMatch(Character::isLetter)) words.add(word);
    }

    /**
     * A document with the vectors of its passages.
     *
     * @param vectors one for each passage
     * @param embedded by each text of it that an ingest would have embedded
     */
    record Made(RevisionSwap swap, List<float[]> vectors, Map<String, float[]> embedded) {}

    Made next() {
        int which = random.nextInt(base.swaps().size());
        RevisionSwap from = base.swaps().get(which);
        var passages = new ArrayList<Passage>();
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < from.passages().size(); i++) {
            passages.add(varied(from.passages().get(i), made));
            vectors.add(moved(base.meanings().get(which).get(i).whole()));
        }
        var swap = new RevisionSwap(held(from.document(), passages.size()), passages, List.of());
        return new Made(swap, vectors, embedded(swap, vectors, base.meanings().get(which)));
    }

    /** Other words may end sentences elsewhere: pieces take the vectors of those of the original in turn. */
    private Map<String, float[]> embedded(RevisionSwap swap, List<float[]> vectors, List<BaseText.Meaning> from) {
        var embedded = new HashMap<String, float[]>();
        String title = swap.document().header().title();
        for (int i = 0; i < vectors.size(); i++) {
            var texts = PassageTexts.of(title, swap.passages().get(i));
            embedded.put(texts.whole(), vectors.get(i));
            List<float[]> pieces = from.get(i).pieces();
            for (int k = 0; k < texts.pieces().size(); k++)
                embedded.put(
                        texts.pieces().get(k),
                        pieces.isEmpty() ? vectors.get(i) : moved(pieces.get(k % pieces.size())));
        }
        return embedded;
    }

    private HeldDocument held(HeldDocument from, int passages) {
        DocumentHeader header = from.header();
        int number = made++;
        return new HeldDocument(
                new DocumentHeader(
                        new DocumentId(header.id().value() + "/" + number),
                        header.title() + " " + number,
                        header.revision(),
                        header.kind(),
                        header.status(),
                        marking(number),
                        header.applicability(),
                        header.ata(),
                        List.of(),
                        header.format(),
                        header.pages(),
                        List.of()),
                from.library(),
                from.source(),
                from.fileName(),
                from.ingested(),
                passages,
                Optional.of(from.inForceFrom().orElse(java.time.LocalDate.EPOCH)),
                Optional.empty(),
                "");
    }

    /** Of a thousand documents 5 for the first group, 45 for the second, 450 for the third, 500 for the fourth. */
    private static Marking marking(int number) {
        int place = (int) (number * 619L % 1000);
        return new Marking("GROUP " + (place < 5 ? "A" : place < 50 ? "B" : place < 500 ? "C" : "D"));
    }

    /** The same shares again, by another order: the first group is for three models, the second for two, the third for one, the rest for another. */
    private static Applicability models(int number) {
        int place = (int) (number * 367L % 1000);
        return new Applicability.Has(
                Configuration.MODEL,
                place < 5
                        ? List.of("p", "q", "r")
                        : place < 50 ? List.of("q", "r") : place < 500 ? List.of("r") : List.of("s"));
    }

    private Passage varied(Passage from, int number) {
        String text = varied(from.text());
        return new Passage(
                from.ordinal(),
                from.kind(),
                from.path(),
                text,
                from.context(),
                from.place(),
                from.safety(),
                models(number),
                from.firstBlock(),
                from.lastBlock(),
                from.reading());
    }

    private String varied(String text) {
        var varied = new StringBuilder(text.length());
        for (String word : text.split("(?<=\\s)")) {
            String bare = word.strip();
            if (!bare.isEmpty() && bare.chars().allMatch(Character::isLetter) && random.nextDouble() < REPLACED)
                varied.append(words.get(random.nextInt(words.size()))).append(word.substring(bare.length()));
            else
                for (int i = 0; i < word.length(); i++) {
                    char c = word.charAt(i);
                    varied.append(c >= '0' && c <= '9' ? (char) ('0' + random.nextInt(10)) : c);
                }
        }
        return varied.toString();
    }

    private float[] moved(float[] from) {
        float[] to = from.clone();
        double scale = STEP / Math.sqrt(from.length);
        double norm = 0;
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (random.nextGaussian() * scale);
            norm += to[i] * to[i];
        }
        for (int i = 0; i < to.length; i++) to[i] /= (float) Math.sqrt(norm);
        return to;
    }

    /** A question of some words that stand together somewhere in the real text. */
    String question() {
        RevisionSwap from = base.swaps().get(random.nextInt(base.swaps().size()));
        String[] all = from.passages()
                .get(random.nextInt(from.passages().size()))
                .text()
                .split("\\s+");
        int length = Math.min(all.length, 4 + random.nextInt(6));
        int begin = random.nextInt(all.length - length + 1);
        return String.join(" ", List.of(all).subList(begin, begin + length));
    }
}
