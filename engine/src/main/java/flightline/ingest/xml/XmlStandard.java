package flightline.ingest.xml;

import flightline.ingest.CommonInformation;
import flightline.ingest.ParseOutcome;

/** One standard's way to mark up maintenance documents. Stateless, safe for several threads. */
public interface XmlStandard {
    /** Whether a file with this root element is written to the standard; looks at no more than the root and what is right below it. */
    boolean owns(XmlElement root);

    /**
     * Reads a tree that it owns.
     *
     * @param fileName without folders; names the document where nothing in it does
     */
    ParseOutcome read(XmlElement root, String fileName);

    /** Reads a tree whose words stand in part in other documents. */
    default ParseOutcome read(XmlElement root, String fileName, CommonInformation common) {
        return read(root, fileName);
    }
}
