package flightline.drafting;

import flightline.corpus.Block;
import flightline.corpus.Citation;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.PlacedBlock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a paper with its sources, word for word.
 *
 * <p>What is quoted must be the source text at its place, what was given must be as it was given, what is reckoned is reckoned
 * again from numbers that stand where they are said to. Of a procedure no step, warning or caution may be missing, and each
 * stands in the order of its document; no field of its {@linkplain PaperForm form} may be missing. One fault, and the paper is not written.
 */
public final class PaperVerifier {
    /** Compares. */
    public Proof verify(Paper paper, Grounds grounds) {
        Optional<String> lack = PaperForm.lack(paper);
        if (lack.isPresent()) return new Proof.Unsupported(lack.get());
        // A matrix names thousands of documents thousands of times, so they are looked up, not looked through.
        Map<String, List<HeldDocument>> named =
                grounds.documents().stream().collect(Collectors.groupingBy(HeldDocument::key));
        Set<String> given = Set.copyOf(grounds.given());
        for (Words words : paper.words()) {
            Optional<String> fault = fault(words, grounds, named, given);
            if (fault.isPresent()) return new Proof.Unsupported("'" + words.text() + "': " + fault.get());
        }
        for (Procedure procedure : grounds.procedures()) {
            Optional<String> missing = missing(paper, procedure);
            if (missing.isPresent()) return new Proof.Unsupported(missing.get());
        }
        return new Proof.Verified(new VerifiedPaper(paper));
    }

    private static Optional<String> fault(
            Words words, Grounds grounds, Map<String, List<HeldDocument>> named, Set<String> given) {
        return switch (words) {
            case Words.Ours(var text) ->
                wrong(text.chars().anyMatch(Character::isDigit), "a number of ours, it comes from nowhere");
            case Words.Counted(var number) -> wrong(number < 1, "steps are counted from 1");
            case Words.Quoted(var text, var citation) -> quoted(text, citation, grounds);
            case Words.Catalogued(var text, var key) ->
                wrong(!catalogued(text, key, grounds, named), "the catalogue does not say this of " + key);
            case Words.Recorded(var text, var id) ->
                wrong(
                        grounds.records().stream()
                                .noneMatch(record -> record.id().equals(id) && recorded(text, record)),
                        "record " + id.value() + " does not say this");
            case Words.Given(var text) -> wrong(!given.contains(text), "it was not given like this");
            case Words.Reckoned(var how, var from) -> reckoned(how, from);
        };
    }

    private static Optional<String> quoted(String text, Citation citation, Grounds grounds) {
        String place = citation.document() + " " + citation.revision() + " at "
                + citation.place().start();
        Optional<String> source = grounds.sourceText().apply(citation);
        if (source.isEmpty()) return Optional.of("the source of " + place + " is gone");
        int end = citation.place().end();
        boolean stands = end <= source.get().length()
                && source.get().substring(citation.place().start(), end).equals(citation.quote());
        if (!stands) return Optional.of("the source text at " + place + " is another");
        return wrong(!stands(text, citation.quote()), "it does not stand in " + place);
    }

    /** Whether words stand in a source as they are, or without the marks that Markdown and its like set words off with. */
    static boolean stands(String text, String source) {
        return bare(source).contains(bare(text)) || unmarked(source).contains(unmarked(text));
    }

    private static String unmarked(String text) {
        return bare(MARKS.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll(""));
    }

    private static boolean catalogued(String text, String key, Grounds grounds, Map<String, List<HeldDocument>> named) {
        boolean ofDocument = named.getOrDefault(key, List.of()).stream()
                .anyMatch(held -> Stream.of(
                                held.header().id().value(),
                                held.header().revision().display(),
                                held.header().title(),
                                held.header().applicability().display(),
                                held.why(),
                                held.header().status().name().toLowerCase(Locale.ROOT),
                                held.inForceFrom().map(LocalDate::toString).orElse(""),
                                held.inForceUntil().map(LocalDate::toString).orElse(""))
                        .anyMatch(text::equals));
        return ofDocument
                || grounds.procedures().stream()
                        .filter(procedure -> procedure.held().key().equals(key))
                        .anyMatch(procedure -> procedure.says(text));
    }

    private static boolean recorded(String text, MaintenanceRecord record) {
        String wanted = bare(text);
        return Stream.concat(
                        Stream.of(
                                record.id().value(),
                                record.date().map(LocalDate::toString).orElse(""),
                                record.aircraft(),
                                record.model(),
                                record.serial(),
                                record.complaint(),
                                record.action(),
                                record.narrative(),
                                record.part(),
                                record.partNumber(),
                                record.condition()),
                        Stream.concat(record.ata().stream(), record.other().values().stream()))
                .anyMatch(field -> bare(field).equals(wanted));
    }

    private static Optional<String> reckoned(Reckoning how, List<Words> from) {
        for (String operand : how.operands())
            if (from.stream().noneMatch(words -> numbers(words.text()).contains(operand)))
                return Optional.of("reckoned with " + operand + ", which stands in none of its sources");
        return Optional.empty();
    }

    /** The numbers and ISO dates in a text, digits closed up: {@code 37 300} and {@code 1,900} are 37300 and 1900. */
    static List<String> numbers(String text) {
        return Numbers.in(text);
    }

    private static Optional<String> missing(Paper paper, Procedure procedure) {
        List<Citation> printed = paper.sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line instanceof Line.Step || line instanceof Line.Danger)
                .flatMap(line -> line.words().stream())
                .flatMap(words -> words instanceof Words.Quoted(var text, var citation) && text.equals(citation.quote())
                        ? Stream.of(citation)
                        : Stream.empty())
                .filter(citation -> citation.source().equals(procedure.held().source())
                        && citation.document().equals(procedure.held().header().id()))
                .toList();
        int at = -1;
        for (PlacedBlock placed : procedure.blocks()) {
            Optional<String> name = name(placed.block());
            if (name.isEmpty()) continue;
            int found = indexOf(printed, placed.block());
            String where =
                    procedure.held().key() + " at " + placed.block().place().start();
            if (found < 0) return Optional.of("a " + name.get() + " of " + where + " is missing on the paper");
            if (found < at) return Optional.of("a " + name.get() + " of " + where + " stands in another order");
            at = found;
        }
        return Optional.empty();
    }

    private static int indexOf(List<Citation> printed, Block block) {
        for (int i = 0; i < printed.size(); i++)
            if (printed.get(i).place().start() == block.place().start()
                    && printed.get(i).quote().equals(block.text())) return i;
        return -1;
    }

    /** What must not be missing, by its name. */
    private static Optional<String> name(Block block) {
        if (block instanceof Block.Safety(var kind, var general, var text, var place))
            return Optional.of(
                    switch (kind) {
                        case WARNING -> "warning";
                        case CAUTION -> "caution";
                        case NOTE -> "note";
                    });
        return Procedure.acts(block) ? Optional.of("step") : Optional.empty();
    }

    /** {@code [words](target)}. */
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\([^()\\s]*\\)");

    /** Emphasis, code, escapes; an underscore within a word is part of it. */
    private static final Pattern MARKS = Pattern.compile("[*`\\\\]|(?<![\\p{L}\\p{N}])_{1,2}|_{1,2}(?![\\p{L}\\p{N}])");

    private static Optional<String> wrong(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00A0\\u2007\\u2009\\u202F\\u200B\\u00AD]+", " ")
                .strip();
    }
}
