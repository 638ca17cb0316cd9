package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.diagnosis.Exhibits;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gives the source text that a citation points into, from the archive; what was read last stays in memory. Safe for several threads. */
final class SourceTexts {
    /** Characters that stay: some thousand data modules, or a few thick manuals. */
    private static final long KEPT = 16_000_000;

    private final Archive archive;
    private final Map<ContentHash, Map<String, String>> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    SourceTexts(Archive archive) {
        this.archive = archive;
    }

    /** Source texts of documents and, besides, of the records among these exhibits. */
    Function<Citation, Optional<String>> with(Exhibits exhibits) {
        var narratives = new HashMap<ContentHash, String>();
        for (Exhibits.Past past : exhibits.precedents()) {
            String narrative = past.precedent().record().narrative();
            narratives.put(ContentHash.of(narrative), narrative);
        }
        exhibits.repeats().before().forEach(time -> {
            String narrative = time.record().narrative();
            narratives.put(ContentHash.of(narrative), narrative);
        });
        return citation ->
                Optional.ofNullable(narratives.get(citation.source())).or(() -> of(citation));
    }

    synchronized Optional<String> of(Citation citation) {
        Map<String, String> texts = recent.get(citation.source());
        if (texts == null) {
            texts = archive.sourceTexts(citation.source());
            recent.put(citation.source(), texts);
            held += length(texts);
            // The one just read stays, however long it is: more will be cited from it.
            for (var eldest = recent.values().iterator(); held > KEPT && recent.size() > 1; eldest.remove())
                held -= length(eldest.next());
        }
        return Optional.ofNullable(texts.get(citation.document().value()));
    }

    private static long length(Map<String, String> texts) {
        return texts.values().stream().mapToLong(String::length).sum();
    }
}
