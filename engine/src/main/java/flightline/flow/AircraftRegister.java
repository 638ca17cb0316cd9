package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.Block;
import flightline.corpus.Configuration;
import flightline.corpus.HeldDocument;
import flightline.corpus.PlacedBlock;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the aircraft: from product tables among the documents, where there are any, and from what the records say of a
 * registration. What a request states itself comes before both.
 */
final class AircraftRegister {
    /** Caption that the S1000D reader gives to the table made of a product cross-reference table. */
    private static final String PRODUCTS = "Products";

    private final PassageIndex index;
    private final Archive archive;
    private final RecordIndex records;

    AircraftRegister(PassageIndex index, Archive archive, RecordIndex records) {
        this.index = index;
        this.archive = archive;
        this.records = records;
    }

    Configuration configuration(
            Optional<String> registration, Optional<String> model, Optional<String> serial, LocalDate on) {
        var known = new HashMap<String, String>();
        registration.ifPresent(r -> {
            known.put(Configuration.REGISTRATION, lower(r));
            fromRecords(r).forEach(known::putIfAbsent);
        });
        model.ifPresent(m -> known.put(Configuration.MODEL, lower(m)));
        serial.ifPresent(s -> known.put(Configuration.SERIAL, lower(s)));
        if (known.isEmpty()) return Configuration.UNKNOWN;
        products(on).stream()
                .filter(product ->
                        same(product, known, Configuration.SERIAL) || same(product, known, Configuration.REGISTRATION))
                .findFirst()
                .ifPresent(product -> product.forEach(known::putIfAbsent));
        return new Configuration(known);
    }

    private Map<String, String> fromRecords(String registration) {
        var found = new HashMap<String, String>();
        records
                .search(new RecordQuery(
                        registration, 1, java.util.Set.of(), Optional.of(registration), Optional.empty()))
                .stream()
                .map(p -> p.record())
                .findFirst()
                .ifPresent(record -> {
                    if (!record.serial().isBlank()) found.put(Configuration.SERIAL, lower(record.serial()));
                    if (!record.model().isBlank()) found.put(Configuration.MODEL, lower(record.model()));
                });
        return found;
    }

    private List<Map<String, String>> products(LocalDate on) {
        return index.documents().stream()
                .filter(d -> d.inForceOn(on) && d.header().id().value().contains("-00P"))
                .flatMap(d -> archived(d).stream())
                .flatMap(placed -> placed.block() instanceof Block.Table table
                                && table.caption().equals(PRODUCTS)
                        ? table.rows().stream().map(row -> product(table.header(), row.cells()))
                        : java.util.stream.Stream.of())
                .toList();
    }

    private List<PlacedBlock> archived(HeldDocument document) {
        return archive.document(document.source(), document.header().id())
                .map(d -> d.blocks())
                .orElse(List.of());
    }

    private static Map<String, String> product(List<String> header, List<String> cells) {
        var product = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++)
            if (!cells.get(i).isBlank()) product.put(lower(header.get(i)), lower(cells.get(i)));
        return product;
    }

    private static boolean same(Map<String, String> a, Map<String, String> b, String property) {
        return a.containsKey(property) && a.get(property).equals(b.get(property));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
