package flightline.flow;

import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentKind;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service bulletin that a directive names.
 *
 * @param bulletin as the directive names it, with the revision where it tells one
 * @param required whether it stands in one of the required actions; else it is only named, for credit or as a reference
 * @param place of the first such action, else where it is named first, in the directive's source text
 * @param held revisions of the bulletin that the library holds, oldest first; empty where it holds none
 */
public record Mandate(HeldDocument directive, String bulletin, boolean required, Place place, List<HeldDocument> held) {
    private static final Pattern REVISION_BEHIND = Pattern.compile("(?i)\\s+(?:revision|rev\\.?|issue|original)\\b.*$");

    public Mandate {
        held = List.copyOf(held);
    }

    /** The bulletins that a directive names, in the order in which it does; empty for any other document. */
    public static List<Mandate> by(HeldDocument directive, List<HeldDocument> library) {
        var mandates = new ArrayList<Mandate>();
        if (directive.header().kind() != DocumentKind.DIRECTIVE) return mandates;
        directive.header().facts(Fact.Kind.BULLETIN).forEach(named -> {
            Optional<Fact> action = action(directive.header(), named);
            String number = number(named.value());
            List<HeldDocument> held = library.stream()
                    .filter(d -> d.header().kind() == DocumentKind.SERVICE_BULLETIN)
                    .filter(d -> number(d.header().id().value()).equals(number))
                    .sorted(Comparator.comparing(d -> d.header().revision()))
                    .toList();
            mandates.add(new Mandate(
                    directive,
                    named.value(),
                    action.isPresent(),
                    action.orElse(named).place(),
                    held));
        });
        return mandates;
    }

    /**
     * What the directives of the library say of a bulletin: those in force first, then what is required before what is only
     * named. Empty for any other document.
     */
    public static List<Mandate> of(HeldDocument bulletin, List<HeldDocument> library, LocalDate day) {
        if (bulletin.header().kind() != DocumentKind.SERVICE_BULLETIN) return List.of();
        String number = number(bulletin.header().id().value());
        return library.stream()
                .flatMap(d -> by(d, library).stream())
                .filter(mandate -> number(mandate.bulletin()).equals(number))
                .sorted(Comparator.<Mandate, Boolean>comparing(
                                mandate -> !mandate.directive().inForceOn(day))
                        .thenComparing(mandate -> !mandate.required())
                        .thenComparing(mandate -> mandate.directive().key()))
                .toList();
    }

    private static Optional<Fact> action(DocumentHeader header, Fact named) {
        // With the revision that is named, or with none: an action may ask for another one than the paragraph on credit
        // does.
        String words = letters(named.value().replaceFirst("^SB ", ""));
        Pattern there = Pattern.compile(Pattern.quote(words) + "(?!\\d|REV|ISSUE|ORIGINAL)");
        return header.facts(Fact.Kind.ACTION)
                .filter(action -> there.matcher(letters(action.value())).find())
                .findFirst();
    }

    private static String number(String bulletin) {
        return letters(REVISION_BEHIND.matcher(bulletin).replaceFirst("").replaceFirst("^SB\\s+", ""));
    }

    private static String letters(String words) {
        return words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
