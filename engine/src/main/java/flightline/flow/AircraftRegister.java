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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the aircraft: from product tables among the documents, where there are any, and from what the records say of a
 * registration, each as far as the asker may see it. What a request states itself comes before both.
 */
final class AircraftRegister {
    /** The newest may name neither model nor serial number, as that of a session does not where nobody gave them. */
    static final int LOOKED_AT = 100;

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
        for (Configuration product : products(on, clearance).stream()
                .filter(product ->
                        same(product, known, Configuration.SERIAL) || same(product, known, Configuration.REGISTRATION))
                .toList()) {
            // Found by another number of it, as MSN, while the table means something else by the plain name.
            for (String property : List.of(Configuration.SERIAL, Configuration.REGISTRATION))
                if (same(product, known, property))
                    known.computeIfPresent(
                            property, (p, stated) -> product.properties().getOrDefault(p, stated));
            product.properties().forEach(known::putIfAbsent);
        }
        return new Configuration(known);
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
