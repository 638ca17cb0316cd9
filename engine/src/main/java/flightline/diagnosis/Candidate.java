package flightline.diagnosis;

import flightline.diagnosis.troubleshooting.Trial;
import java.util.List;

/**
 * A check that could be made, before it is chosen and cited.
 *
 * @param source where it stands
 * @param text verbatim
 * @param kind what kind of place it stands in
 * @param node the node of an isolation tree that it is, empty for others
 * @param after check that must have been found bad before this is of use; empty where it may come at any time
 * @param ways where its answers lead, in words
 */
record Candidate(Trial trial, Source source, String text, Kind kind, String node, String after, List<Check.Way> ways) {
    /** What kind of place a check stands in. */
    enum Kind {
        ISOLATION_STEP,
        ISOLATION_END,
        TROUBLE_ROW,
        TEST,
        RECORD
    }

    /** An exhibit under which it is cited. */
    sealed interface Source {
        /** Key of the document, or id of the record. */
        String key();

        record Written(Exhibits.Document document) implements Source {
            @Override
            public String key() {
                return document.hit().document().key();
            }
        }

        record Done(Exhibits.Past past) implements Source {
            @Override
            public String key() {
                return past.precedent().record().id().value();
            }
        }
    }

    Candidate {
        ways = List.copyOf(ways);
    }

    String id() {
        return trial.id();
    }

    boolean inTree() {
        return !node.isEmpty();
    }
}
