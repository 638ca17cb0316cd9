package flightline.ingest.manuals;

import flightline.ingest.ParseOutcome;
import flightline.ingest.xml.Scripts;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlStandard;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/** Reads technical manuals of MIL-STD-40051-1 and -2, whole or work package by work package. Stateless, safe for several threads. */
public final class Mil40051Parser implements XmlStandard {
    private static final Scripts SCRIPTS = new Scripts(Set.of("supscrpt"), Set.of("subscrpt"));

    private static final Set<String> ROOTS =
            Set.of("production", "paper.manual", "papermanual", "framed.manual", "wpfile");

    @Override
    public boolean owns(XmlElement root) {
        String name = root.name().toLowerCase(Locale.ROOT);
        return ROOTS.contains(name) || isWorkPackage(root);
    }

    @Override
    public ParseOutcome read(XmlElement asWritten, String fileName) {
        XmlElement root =
                SCRIPTS.marked(asWritten.renamed(n -> n.toLowerCase(Locale.ROOT), a -> a.toLowerCase(Locale.ROOT)));
        var notes = new ArrayList<String>();
        var documents = new TechnicalManual(root, fileName, notes).documents();
        return documents.isEmpty()
                ? new ParseOutcome.NotADocument("MIL-STD-40051 without any text")
                : new ParseOutcome.Parsed(documents, notes);
    }

    /** Names of work packages end so in both parts of the standard, and what identifies them comes first. */
    static boolean isWorkPackage(XmlElement element) {
        return element.name().toLowerCase(Locale.ROOT).endsWith("wp")
                && element.children().stream().anyMatch(c -> c.name().equalsIgnoreCase("wpidinfo"));
    }
}
