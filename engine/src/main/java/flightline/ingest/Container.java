package flightline.ingest;

/** A parser for files that hold files: archives, mail with attachments. Stateless, safe for several threads. */
public interface Container extends DocumentParser {
    /**
     * Hands over the files in it, one after the other and each only once; what is wrong with one is said of that one and
     * the rest goes on.
     *
     * @return in words what was wrong with the whole, for example the limit that ended it; empty where nothing was
     */
    String unpack(SourceFile file, Unpacking members);
}
