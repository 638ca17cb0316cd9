package flightline.ingest.manuals;

import flightline.ingest.ParseOutcome;
import flightline.ingest.xml.Scripts;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlStandard;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/**
 * Reads manuals of ATA iSpec 2200: maintenance, fault isolation, parts, engine and component manuals, and as far as they
 * share the structure structural repair, wiring, task cards and service bulletins. Stateless, safe for several threads.
 */
public final class Ispec2200Parser implements XmlStandard {
    /** A model or number of a manual that is longer swallowed what stands behind it. */
    private static final int LONGEST_MODEL = 200;

    private static final Scripts SCRIPTS = new Scripts(Set.of("super"), Set.of("sub"));

    private static final Set<String> ROOTS = Set.of(
            "amm", "frmfim", "fim", "fm", "tsm", "ipc", "aipc", "eipc", "em", "esm", "cmm", "srm", "wdm", "wm", "tc",
            "jobcard", "sb");
    private static final Set<String> BELOW_MANUAL =
            Set.of("chapter", "pgblk", "task", "increv", "tr", "effxref", "mfmatr", "transltr");

    @Override
    public boolean owns(XmlElement root) {
        String name = root.name().toLowerCase(Locale.ROOT);
        return ROOTS.contains(name)
                || (name.equals("manual")
                        && root.children().stream()
                                .anyMatch(c -> BELOW_MANUAL.contains(c.name().toLowerCase(Locale.ROOT))));
    }

    @Override
    public ParseOutcome read(XmlElement asWritten, String fileName) {
        XmlElement root =
                SCRIPTS.marked(asWritten.renamed(n -> n.toLowerCase(Locale.ROOT), a -> a.toLowerCase(Locale.ROOT)));
        var notes = new ArrayList<String>();
        var manual = IspecHeader.of(root, fileName);
        if (manual.model().length() > LONGEST_MODEL)
            return new ParseOutcome.Malformed(
                    "line " + root.line(),
                    "what should tell the manual from others has "
                            + manual.model().length() + " characters, at most " + LONGEST_MODEL
                            + " are read; is a quotation mark of <" + root.name() + "> not closed?");
        var documents = new IspecManual(manual, notes).documents();
        return documents.isEmpty()
                ? new ParseOutcome.NotADocument(manual.format() + " without any text")
                : new ParseOutcome.Parsed(documents, notes);
    }
}
