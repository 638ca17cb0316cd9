package flightline.ingest.sgml;

import flightline.corpus.Suspicion;
import flightline.ingest.xml.XmlElement;
import java.util.List;

/** What became of reading text as SGML. */
sealed interface SgmlReading {
    /**
     * @param root names of elements and attributes in lower case, as SGML does not tell cases apart
     * @param notes slips that were read over, each with its line
     * @param suspicions of what stands beside the text: comments, processing instructions, declarations
     */
    record Tree(XmlElement root, List<String> notes, List<Suspicion> suspicions) implements SgmlReading {}

    /**
     * Not SGML, cut off, or refused because reading on would be dangerous.
     *
     * @param place for example {@code line 12, column 4}; empty where there is none
     */
    record Refused(String place, String reason) implements SgmlReading {}
}
