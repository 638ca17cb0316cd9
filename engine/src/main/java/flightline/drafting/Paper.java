package flightline.drafting;

import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.Marking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A paper as it was put together and not compared with anything yet; see {@link PaperVerifier}.
 *
 * @param marking the strictest of its sources, on every page
 * @param drafted day of drafting, ISO
 * @param facts what it is about: aircraft, complaint, in the order in which they are printed
 * @param notices what must be read first
 */
public record Paper(
        PaperKind kind,
        Marking marking,
        String drafted,
        List<Line.Field> facts,
        List<Line.Remark> notices,
        List<Section> sections) {
    /** Stands on every paper. */
    public static final String ADVISES =
            "This draft advises. A licensed person checks it against the approved data, decides and signs.";

    public Paper {
        facts = List.copyOf(facts);
        notices = List.copyOf(notices);
        sections = List.copyOf(sections);
    }

    /** Documents that are quoted, in the order of their first quotation, numbered from 1 by their place in it. */
    public List<Citation> sources() {
        Map<String, Citation> sources = new LinkedHashMap<>();
        words().forEach(words -> {
            if (words instanceof Words.Quoted(var text, var citation)) sources.putIfAbsent(key(citation), citation);
        });
        return List.copyOf(sources.values());
    }

    /** Every piece of text with a source, in reading order; reckoned ones are followed by what they are reckoned from. */
    public List<Words> words() {
        return Stream.of(
                        facts.stream().flatMap(line -> line.words().stream()),
                        notices.stream().flatMap(line -> line.words().stream()),
                        sections.stream()
                                .flatMap(section -> Stream.concat(
                                        section.heading().stream(),
                                        section.lines().stream().flatMap(line -> line.words().stream()))))
                .flatMap(stream -> stream)
                .flatMap(Paper::with)
                .toList();
    }

    private static Stream<Words> with(Words words) {
        return words instanceof Words.Reckoned(var how, var from)
                ? Stream.concat(Stream.of(words), from.stream().flatMap(Paper::with))
                : Stream.of(words);
    }

    private static String key(Citation citation) {
        ContentHash source = citation.source();
        return citation.document().value() + "@" + citation.revision() + " " + source.hex();
    }
}
