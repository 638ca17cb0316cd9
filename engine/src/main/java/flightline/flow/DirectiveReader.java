package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.Citation;
import flightline.corpus.Configuration;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.Effectivity;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import flightline.corpus.StructuredDocument;
import flightline.drafting.compliance.Directive;
import flightline.ingest.ComplianceTime;
import flightline.ingest.PointedTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives of the library with what they state, ready to be held against aircraft. */
final class DirectiveReader {
    /** Where a directive says which aircraft are of a group. */
    private static final Pattern GROUP = Pattern.compile(
            "(?i)[\"\u201C]?\\bGroup (\\d+)[\"\u201D]?\\s*(?:aeroplanes|airplanes|aircraft)?\\s*(?::|are)\\s+([^\\n]{5,400}?)(?:\\.?\\s*(?=\\n|$)|\\.(?=\\s+[A-Z]))");

    private static final Pattern CONDITION =
            Pattern.compile("(?i)\\W*(?:\\(?\\w{1,4}[).]\\s*)*(?:for|if|except|on)\\b");

    private final Archive archive;
    /** One file may hold hundreds of directives. */
    private final Map<ContentHash, Map<DocumentId, StructuredDocument>> files = new HashMap<>();

    private final LocalDate on;

    /** @param on day that its citations tell the standing of */
    DirectiveReader(Archive archive, LocalDate on) {
        this.archive = archive;
        this.on = on;
    }

    /** Those among these documents, by identity, then revision. */
    List<Directive> read(List<HeldDocument> documents) {
        return documents.stream()
                .filter(held -> held.header().kind() == DocumentKind.DIRECTIVE)
                .sorted(Comparator.comparing(HeldDocument::key))
                .flatMap(held -> Optional.ofNullable(files.computeIfAbsent(held.source(), this::byId)
                                .get(held.header().id()))
                        .map(document -> read(held, document))
                        .stream())
                .toList();
    }

    private Map<DocumentId, StructuredDocument> byId(ContentHash source) {
        var found = new HashMap<DocumentId, StructuredDocument>();
        archive.documents(source)
                .forEach(document -> found.putIfAbsent(document.header().id(), document));
        return found;
    }

    private Directive read(HeldDocument held, StructuredDocument document) {
        List<Fact> actions = held.header().facts(Fact.Kind.ACTION).toList();
        List<Fact> compliance = held.header().facts(Fact.Kind.COMPLIANCE).toList();
        // A section of its own tells by when for all actions that do not say it themselves.
        List<Fact> general = compliance.stream()
                .filter(fact -> actions.stream().noneMatch(action -> within(fact.place(), action.place())))
                .toList();
        List<Directive.Duty> duties = actions.stream()
                .map(action -> {
                    List<Fact> own = compliance.stream()
                            .filter(fact -> within(fact.place(), action.place()))
                            .toList();
                    return new Directive.Duty(
                            cite(held, document, action.place()),
                            (own.isEmpty() ? general : own)
                                    .stream()
                                            .map(fact -> time(held, document, fact))
                                            .toList());
                })
                .toList();
        Optional<Directive.Dated> effective = held.header()
                .facts(Fact.Kind.EFFECTIVE)
                .findFirst()
                .map(fact -> new Directive.Dated(LocalDate.parse(fact.value()), cite(held, document, fact.place())));
        return new Directive(
                held,
                cited(held, document, Fact.Kind.PRODUCTS),
                held.header().facts(Fact.Kind.MODEL).map(Fact::value).toList(),
                cited(held, document, Fact.Kind.SERIALS),
                effective,
                duties,
                groups(held, document));
    }

    private Directive.Time time(HeldDocument held, StructuredDocument document, Fact fact) {
        ComplianceTime time = ComplianceTime.of(fact.value());
        return new Directive.Time(
                cite(held, document, fact.place()),
                time.limits().stream()
                        .map(limit -> new Directive.Limit(
                                limit.amount(),
                                switch (limit.unit()) {
                                    case FLIGHT_HOURS -> Directive.Unit.HOURS;
                                    case FLIGHT_CYCLES -> Directive.Unit.CYCLES;
                                    case DAYS -> Directive.Unit.DAYS;
                                    case WEEKS -> Directive.Unit.WEEKS;
                                    case MONTHS -> Directive.Unit.MONTHS;
                                    case YEARS -> Directive.Unit.YEARS;
                                    case OTHER -> Directive.Unit.OTHER;
                                },
                                limit.afterEffect()))
                        .toList(),
                time.repeats(),
                ComplianceTime.dayWords(words(document, fact.place())).orElse(""),
                switch (time.choice()) {
                    case FIRST -> "whichever comes first";
                    case LATER -> "whichever comes later";
                    case EITHER -> "or, and it is not said which of them counts";
                    case UNSAID -> "";
                },
                PointedTime.points(fact.value()),
                PointedTime.there(document, fact).stream()
                        .map(other -> there(held, document, other))
                        .toList());
    }

    /** A time that another paragraph points to; where it holds under a condition, that paragraph whole, for a person. */
    private Directive.Time there(HeldDocument held, StructuredDocument document, Fact fact) {
        return held.header()
                .facts(Fact.Kind.ACTION)
                .filter(action -> within(fact.place(), action.place())
                        && CONDITION.matcher(action.value()).lookingAt())
                .findFirst()
                .map(action -> new Directive.Time(
                        cite(held, document, action.place()), List.of(), false, "", "", true, List.of()))
                .orElseGet(() -> time(held, document, fact));
    }

    private static String words(StructuredDocument document, Place place) {
        return document.sourceText().substring(place.start(), place.end());
    }

    private List<Directive.Group> groups(HeldDocument held, StructuredDocument document) {
        var groups = new ArrayList<Directive.Group>();
        for (Matcher group = GROUP.matcher(document.sourceText()); group.find(); ) {
            String number = group.group(1);
            if (groups.stream().anyMatch(one -> one.number().equals(number))) continue;
            groups.add(new Directive.Group(
                    number, group.group(2), cite(held, document, Place.of(group.start(), group.end()))));
        }
        return groups;
    }

    private List<Citation> cited(HeldDocument held, StructuredDocument document, Fact.Kind kind) {
        return held.header()
                .facts(kind)
                .map(fact -> cite(held, document, fact.place()))
                .toList();
    }

    private Citation cite(HeldDocument held, StructuredDocument document, Place place) {
        return Citation.of(
                held,
                on,
                Effectivity.of(held.header().applicability(), Configuration.UNKNOWN),
                List.of(),
                place,
                document.sourceText().substring(place.start(), place.end()),
                document.reading(place));
    }

    private static boolean within(Place inner, Place outer) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }
}
