package flightline.drafting;

import flightline.corpus.SafetyKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of a paper. */
public sealed interface Line {
    /** Every piece of text on it, in reading order. */
    List<Words> words();

    /** Running text; printed in a box where it must not be overlooked. */
    record Remark(boolean boxed, List<Words> words) implements Line {
        public Remark {
            words = List.copyOf(words);
        }

        static Remark plain(Words... words) {
            return new Remark(false, List.of(words));
        }

        static Remark boxed(Words... words) {
            return new Remark(true, List.of(words));
        }
    }

    /**
     * A label and what stands behind it.
     *
     * @param words empty where it is left for a person to fill in
     */
    record Field(String label, List<Words> words) implements Line {
        public Field {
            words = List.copyOf(words);
        }

        static Field of(String label, Words... words) {
            return new Field(label, List.of(words));
        }
    }

    /** A heading inside a section. */
    record Subheading(Words text) implements Line {
        @Override
        public List<Words> words() {
            return List.of(text);
        }
    }

    /** A warning, caution or note, whole. */
    record Danger(SafetyKind kind, Words.Quoted text) implements Line {
        @Override
        public List<Words> words() {
            return List.of(text);
        }
    }

    /**
     * An action of a procedure.
     *
     * @param number as the document numbers it, or counted; empty where there is none
     * @param depth 0 for a main step
     * @param holds for which aircraft, absent where it holds wherever the procedure does
     * @param done whether there is a field to sign; none for what does not hold for the aircraft
     */
    record Step(String number, int depth, Words.Quoted text, Optional<Hold> holds, boolean done) implements Line {
        @Override
        public List<Words> words() {
            return holds.<List<Words>>map(hold -> List.of(text, hold.words())).orElse(List.of(text));
        }
    }

    /** An item of a list, under a label of ours that may be empty. */
    record Item(int depth, List<Words> words) implements Line {
        public Item {
            words = List.copyOf(words);
        }

        static Item of(Words... words) {
            return new Item(0, List.of(words));
        }
    }

    /** A table; every cell holds what stands in it, an empty one is left for a person. */
    record Grid(List<Words> header, List<List<List<Words>>> rows) implements Line {
        public Grid {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        @Override
        public List<Words> words() {
            return Stream.concat(
                            header.stream(), rows.stream().flatMap(List::stream).flatMap(List::stream))
                    .toList();
        }
    }

    /** Fields for hand and stamp. They are always empty: a licensed person decides and signs. */
    record SignOff(List<String> labels) implements Line {
        public SignOff {
            labels = List.copyOf(labels);
        }

        @Override
        public List<Words> words() {
            return List.of();
        }
    }

    /**
     * For which aircraft something holds.
     *
     * @param verdict printed before the words, ours
     * @param words of the document
     */
    record Hold(Verdict verdict, Words words) {
        /** As far as the aircraft is known. */
        public enum Verdict {
            HOLDS("Holds for this aircraft:"),
            DOES_NOT("NOT FOR THIS AIRCRAFT:"),
            UNKNOWN("EFFECTIVITY NOT KNOWN:");

            private final String label;

            Verdict(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }
    }
}
