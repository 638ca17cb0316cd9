package flightline.diagnosis.dictation;

import java.util.List;

/** What came of asking the model. */
public sealed interface Reply {
    record Read(List<Drafted> statements) implements Reply {
        public Read {
            statements = List.copyOf(statements);
        }
    }

    /** There is nothing to use; the reason is for a technician and for the log. */
    record Unusable(String why) implements Reply {}
}
