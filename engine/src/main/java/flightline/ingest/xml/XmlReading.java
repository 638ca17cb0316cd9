package flightline.ingest.xml;

import flightline.corpus.Suspicion;
import java.util.List;

/** What became of reading bytes as XML. */
public sealed interface XmlReading {
    /** @param suspicions of what stands beside the text: comments, processing instructions, declarations */
    record Tree(XmlElement root, List<Suspicion> suspicions) implements XmlReading {
        public Tree {
            suspicions = List.copyOf(suspicions);
        }
    }

    /**
     * Not well-formed, or refused because reading on would be dangerous.
     *
     * @param place for example {@code line 12, column 4}; empty where there is none
     */
    record Refused(String place, String reason) implements XmlReading {}
}
