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

/** Gives the source text that a citation points into, from the archive; the last few files stay in memory. Safe for several threads. */
final class SourceTexts {
    private static final int FILES = 64;

    private final Archive archive;
    private final Map<ContentHash, Map<String, String>> recent = new LinkedHashMap<>(FILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Map<String, String>> eldest) {
            return size() > FILES;
        }
    };

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
        }
        return Optional.ofNullable(texts.get(citation.document().value()));
    }
}
