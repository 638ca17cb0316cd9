package flightline.drafting;

import flightline.corpus.Citation;
import flightline.corpus.RecordId;
import java.util.List;

/** Words on a paper with where they come from, which decides what they are compared with before the paper is printed. */
public sealed interface Words {
    String text();

    /** Our own: a label or a fixed sentence. It holds no digit, for a number must come from somewhere. */
    record Ours(String text) implements Words {}

    /**
     * From a document.
     *
     * @param text stands in the citation's quote, white space aside
     */
    record Quoted(String text, Citation citation) implements Words {
        /** All that is cited. */
        public static Quoted all(Citation citation) {
            return new Quoted(citation.quote(), citation);
        }
    }

    /**
     * What the library knows of a document beside its running text: id, revision, title, standing, effectivity; of a procedure
     * also for which aircraft a step holds, the answers of an isolation step and a table's caption.
     */
    record Catalogued(String text, String key) implements Words {}

    /** A field of a maintenance record or a piece of its narrative. */
    record Recorded(String text, RecordId record) implements Words {}

    /** What was handed in: the complaint, a finding, a cell of the fleet list, the day. */
    record Given(String text) implements Words {}

    /** A step's number on this paper, counted from 1. */
    record Counted(int number) implements Words {
        @Override
        public String text() {
            return Integer.toString(number);
        }
    }

    /**
     * Reckoned from other words on the paper.
     *
     * @param from the operands' words, each compared with its own source
     */
    record Reckoned(Reckoning how, List<Words> from) implements Words {
        public Reckoned {
            from = List.copyOf(from);
        }

        @Override
        public String text() {
            return how.result();
        }
    }
}
