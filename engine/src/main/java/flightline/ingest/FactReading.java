package flightline.ingest;

import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.StructuredDocument;
import java.util.LinkedHashSet;
import java.util.List;

/** Adds to a directive, a bulletin or a minimum equipment list what its text states, and to any document until when it says to hold. */
final class FactReading {
    private FactReading() {}

    static StructuredDocument of(StructuredDocument document) {
        DocumentKind kind = document.header().kind();
        var stated = new StatedFacts(document);
        if (kind == DocumentKind.DIRECTIVE) DirectiveFacts.read(stated);
        else if (kind == DocumentKind.SERVICE_BULLETIN) BulletinFacts.read(stated);
        else if (kind == DocumentKind.MINIMUM_EQUIPMENT_LIST) MelItems.read(stated);
        ExpiryReading.read(stated);
        if (stated.facts().isEmpty() && !of(kind)) return document;
        var header = document.header().stating(stated.facts(), superseded(document, stated.facts()));
        return new StructuredDocument(header, document.sourceText(), document.blocks(), document.recognition());
    }

    private static boolean of(DocumentKind kind) {
        return switch (kind) {
            case DIRECTIVE, SERVICE_BULLETIN, MINIMUM_EQUIPMENT_LIST -> true;
            case MANUAL, DATA_MODULE, PUBLICATION_MODULE, REPORT, REFERENCE -> false;
        };
    }

    /** What the text names, and what the file said beside the text: neither alone has all. */
    private static List<String> superseded(StructuredDocument document, List<Fact> facts) {
        DocumentStatus status = document.header().status();
        if (status == DocumentStatus.CORRECTION || status == DocumentStatus.WITHDRAWN) return List.of();
        var named = new LinkedHashSet<String>();
        for (Fact fact : facts) if (fact.kind() == Fact.Kind.SUPERSEDES) named.add("AD " + fact.value());
        named.addAll(document.header().supersedes());
        return List.copyOf(named);
    }
}
