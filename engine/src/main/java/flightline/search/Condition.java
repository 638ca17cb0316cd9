package flightline.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of an entry, told apart from any index: the scope of a question, or what a change takes away. */
public sealed interface Condition {
    /** The exact field has one of the values; none holds where there are none. */
    record In(String field, Set<String> values) implements Condition {
        public In {
            values = Set.copyOf(values);
        }
    }

    /** The number is there and of this range, both ends included. */
    record Between(String field, long least, long most) implements Condition {}

    /** Any of the text fields has a word that begins so. */
    record Begins(Set<String> fields, String beginning) implements Condition {
        public Begins {
            fields = Set.copyOf(fields);
        }
    }

    /** The text field has the word. */
    record Has(String field, String word) implements Condition {}

    /** The entry has a vector, so it is a passage or a record and no line of a catalogue. */
    record Meaning() implements Condition {}

    /** All of them hold; with none, everything does. */
    record All(List<Condition> each) implements Condition {
        public All {
            each = List.copyOf(each);
        }
    }

    /** At least one holds. */
    record Any(List<Condition> each) implements Condition {
        public Any {
            each = List.copyOf(each);
        }
    }

    /** It does not hold. */
    record Not(Condition other) implements Condition {}

    static Condition is(String field, String value) {
        return new In(field, Set.of(value));
    }

    static Condition in(String field, Collection<String> values) {
        return new In(field, new TreeSet<>(values));
    }

    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }
}
