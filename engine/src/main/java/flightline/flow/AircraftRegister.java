package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.AircraftConfiguration;
import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentKind;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import flightline.terms.Makes;
import flightline.terms.Mention;
import flightline.terms.TermReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Knows the aircraft: from product tables among the documents, where there are any, and from what the records say of a
 * registration, each as far as the asker may see it. What a request states itself comes before both.
 */
final class AircraftRegister {
    /** The newest may name neither model nor serial number, as that of a session does not where nobody gave them. */
    static final int LOOKED_AT = 100;

    /** What may be a registration of another form; whether it is one is for records and product tables to say. */
    private static final Pattern DASHED = Pattern.compile("(?<![\\w-])\\w{1,3}-\\w{2,5}(?![\\w-])");
    /** Words that lead to a registration go with it. */
    private static final String ON_TAIL =
            "(?iu)(?<![\\p{L}\\p{N}-])(?:\\b(?:on|of|for|to|with)\\s)?(?:\\b(?:aircraft|registration|tail(?: number)?)\\s)?";

    private final TermReader terms = new TermReader();
    private final PassageIndex index;
    private final Archive archive;
    private final RecordIndex records;
    private List<Table> tables = List.of();
    /** The commit of the library that the tables were read from; -1 before. */
    private long read = -1;

    private record Table(HeldDocument document, List<Configuration> products) {}

    AircraftRegister(PassageIndex index, Archive archive, RecordIndex records) {
        this.index = index;
        this.archive = archive;
        this.records = records;
    }

    Configuration configuration(
            Optional<String> registration,
            Optional<String> model,
            Optional<String> serial,
            LocalDate on,
            Clearance clearance) {
        var known = new HashMap<String, String>();
        registration.ifPresent(r -> {
            known.put(Configuration.REGISTRATION, lower(r));
            fromRecords(r, clearance).forEach(known::putIfAbsent);
        });
        model.ifPresent(m -> known.put(Configuration.MODEL, lower(m)));
        serial.ifPresent(s -> known.put(Configuration.SERIAL, lower(s)));
        if (known.isEmpty()) return Configuration.UNKNOWN;
        List<Configuration> products = products(on, clearance);
        List<Configuration> named = products.stream()
                .filter(product ->
                        same(product, known, Configuration.SERIAL) || same(product, known, Configuration.REGISTRATION))
                .toList();
        if (named.isEmpty()) ofModel(products, known).forEach(known::putIfAbsent);
        for (Configuration product : named) {
            // Found by another number of it, as MSN, while the table means something else by the plain name.
            for (String property : List.of(Configuration.SERIAL, Configuration.REGISTRATION))
                if (same(product, known, property))
                    known.computeIfPresent(
                            property, (p, stated) -> product.properties().getOrDefault(p, stated));
            product.properties().forEach(known::putIfAbsent);
        }
        return new Configuration(known);
    }

    /** What all aircraft of the model have in common, where nothing but the model tells which it is. */
    private static Map<String, String> ofModel(List<Configuration> products, Map<String, String> known) {
        String model = known.get(Configuration.MODEL);
        if (model == null) return Map.of();
        Optional<Map<String, String>> common = products.stream()
                .filter(product -> product.value(Configuration.MODEL).equals(Optional.of(model)))
                .map(Configuration::properties)
                .reduce((one, other) -> {
                    var both = new HashMap<>(one);
                    both.entrySet().retainAll(other.entrySet());
                    return both;
                });
        var shared = new HashMap<>(common.orElse(Map.of()));
        // Of a single aircraft all would be in common, and which one it is was not said.
        shared.entrySet().removeIf(property -> {
            var alone = new Configuration(Map.of(property.getKey(), property.getValue()));
            return alone.isCalled(Configuration.SERIAL, property.getValue())
                    || alone.isCalled(Configuration.REGISTRATION, property.getValue());
        });
        return Map.copyOf(shared);
    }

    /** What the request says of the aircraft and nothing that the asker may see knows, in words. */
    List<String> unknown(Request request, Clearance clearance) {
        var said = new ArrayList<String>();
        request.aircraft()
                .filter(aircraft -> request.serial().isEmpty() && !isHeld(aircraft, request.on(), clearance))
                .map(aircraft ->
                        "No record and no product table that you may see knows an aircraft “" + aircraft.strip()
                                + "”: what holds for some aircraft only could not be told for it. Look at the registration again, or"
                                + " give the serial number.")
                .ifPresent(said::add);
        request.model()
                .filter(model -> !knowsModel(model, request.on(), clearance))
                .map(model -> "No record, product table, title or effectivity that you may see knows a model “"
                        + model.strip() + "”: records of all models were looked at.")
                .ifPresent(said::add);
        return List.copyOf(said);
    }

    private boolean knowsModel(String model, LocalDate on, Clearance clearance) {
        String wanted = lower(model);
        var asked = new RecordQuery(model, 1, Set.of(), Optional.empty(), Optional.of(model), clearance);
        return !records.search(asked).isEmpty()
                || products(on, clearance).stream()
                        .anyMatch(product -> product.value(Configuration.MODEL).equals(Optional.of(wanted)))
                || index.documents().stream()
                        .map(HeldDocument::header)
                        .filter(header -> clearance.covers(header.marking()))
                        .anyMatch(header -> lower(header.title() + " "
                                        + header.applicability().canonical())
                                .contains(wanted));
    }

    /**
     * A text as it is held against documents: which aircraft it is about is a scope and no word that a passage must have.
     *
     * @param configuration of the aircraft that the request names, or that its text names where it names one
     * @param tails registrations in the text, as they are written there
     * @param matter the text without them, and without the make of that aircraft
     */
    record Asked(Configuration configuration, List<String> tails, String matter) {}

    Asked asked(Request request, Clearance clearance) {
        List<String> tails = tails(request.text(), request.on(), clearance);
        Optional<String> aircraft = request.aircraft().or(() -> only(tails));
        Configuration known = configuration(aircraft, request.model(), request.serial(), request.on(), clearance);
        String matter = request.text();
        for (String tail : tails)
            matter = matter.replaceAll(ON_TAIL + Pattern.quote(tail) + "(?![\\p{L}\\p{N}-])", " ");
        matter = withoutOwnMake(matter, known).strip();
        boolean left = matter.chars().anyMatch(Character::isLetter);
        return new Asked(known, tails, left ? matter : request.text());
    }

    private static Optional<String> only(List<String> tails) {
        List<String> each =
                tails.stream().map(AircraftRegister::lower).distinct().toList();
        return each.size() == 1 ? Optional.of(tails.getFirst()) : Optional.empty();
    }

    /** Those of a common form, and those of any form that records or product tables know. */
    private List<String> tails(String text, LocalDate on, Clearance clearance) {
        var tails = new LinkedHashSet<String>();
        for (Mention.Registration mention : terms.read(text, Mention.Registration.class))
            tails.add(text.substring(mention.start(), mention.end()));
        DASHED.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> isHeld(word, on, clearance))
                .forEach(tails::add);
        return List.copyOf(tails);
    }

    private boolean isHeld(String registration, LocalDate on, Clearance clearance) {
        return !records.latestOf(registration, 1, clearance).isEmpty()
                || products(on, clearance).stream()
                        .anyMatch(product -> product.isCalled(Configuration.REGISTRATION, lower(registration)));
    }

    /** "Our Cessna" says no more than its registration does, where that is known to be one. */
    private static String withoutOwnMake(String text, Configuration known) {
        String properties = String.join("\n", known.properties().values());
        var rest = new StringBuilder(text);
        for (Makes.Named named : Makes.standard().in(text).reversed())
            if (named.make().isIn(properties)) rest.replace(named.start(), named.end(), " ");
        return rest.toString();
    }

    private Map<String, String> fromRecords(String registration, Clearance clearance) {
        var found = new HashMap<String, String>();
        for (MaintenanceRecord record : records.latestOf(registration, LOOKED_AT, clearance)) {
            if (!record.serial().isBlank()) found.putIfAbsent(Configuration.SERIAL, lower(record.serial()));
            if (!record.model().isBlank()) found.putIfAbsent(Configuration.MODEL, lower(record.model()));
        }
        return found;
    }

    private List<Configuration> products(LocalDate on, Clearance clearance) {
        return tables().stream()
                .filter(table -> table.document.inForceOn(on))
                .filter(table -> clearance.covers(table.document.header().marking()))
                .flatMap(table -> table.products.stream())
                .toList();
    }

    /** Read again only when the library has changed: there may be thousands of documents that tell of no aircraft. */
    private synchronized List<Table> tables() {
        long commit = index.commit();
        if (read != commit) {
            tables = index.documents().stream()
                    .filter(d -> tellsOfAircraft(d.header()))
                    .map(d -> new Table(
                            d,
                            archive.document(d.source(), d.header().id()).stream()
                                    .flatMap(document -> AircraftConfiguration.in(document).stream())
                                    .map(AircraftConfiguration::configuration)
                                    .toList()))
                    .toList();
            read = commit;
        }
        return tables;
    }

    /** Product tables of S1000D, and manuals of other standards, which tell their aircraft's effectivity codes. */
    private static boolean tellsOfAircraft(DocumentHeader header) {
        return header.kind() == DocumentKind.PUBLICATION_MODULE
                || header.id().value().contains("-00P");
    }

    private static boolean same(Configuration product, Map<String, String> known, String property) {
        String stated = known.get(property);
        return stated != null && product.isCalled(property, stated);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
