package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Configuration;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Reference;
import flightline.corpus.SharedEntry;
import flightline.corpus.SharedWant;
import flightline.corpus.StructuredDocument;
import flightline.ingest.CommonInformation;
import flightline.ingest.ParseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The figures of the public bike set, both issues, as they stand in eval/results/s1000d.md: blocks by type, references by
 * where they lead, and every text for the right products. Skipped, and said so, where the set is absent.
 */
final class BikeFiguresTest {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(Path file, byte[] bytes, StructuredDocument document) {}

    private static final List<Read> MODULES = new ArrayList<>();
    private static final Set<String> GRAPHICS = new HashSet<>();
    private static Optional<Path> set = Optional.empty();

    @BeforeAll
    static void readTwice() throws Exception {
        MODULES.clear();
        set = upwards("shared/data/s1000d-bike");
        if (set.isEmpty()) return;
        List<Path> files;
        try (var walk = Files.walk(set.get())) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        // As an ingest does: what the repositories say is known only once all are read.
        var entries = new ArrayList<SharedEntry>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                GRAPHICS.add(name.replaceFirst("\\.\\w+$", "").toUpperCase(Locale.ROOT));
                continue;
            }
            if (Bench.read(Files.readAllBytes(file)) instanceof ParseOutcome.Parsed parsed)
                parsed.documents().forEach(d -> entries.addAll(d.links().entries()));
        }
        var common = new CommonInformation(entries);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml")
                    && Bench.read(bytes, common) instanceof ParseOutcome.Parsed parsed)
                MODULES.add(new Read(file, bytes, parsed.documents().getFirst()));
        }
    }

    private static void needed() {
        assumeTrue(set.isPresent(), "skipped: shared/data/s1000d-bike is not here");
    }

    @Test
    void blocks_ofEveryType_areCounted() {
        needed();
        var counts = new TreeMap<String, Integer>();
        for (Read read : MODULES)
            for (PlacedBlock placed : read.document().blocks())
                counts.merge(placed.block().getClass().getSimpleName(), 1, Integer::sum);
        assertThat(MODULES).hasSize(234);
        assertThat(counts.toString())
                .isEqualTo(
                        "{Exercise=78, Fault=5, Figure=206, Heading=575, IsolationEnd=4, IsolationStep=2, ListItem=778,"
                                + " Paragraph=1284, Part=35, Safety=78, Step=473, Table=24}");
    }

    @Test
    void references_areResolved_orToldWhyNot() {
        needed();
        var held = new HashSet<String>();
        MODULES.forEach(m -> held.add(m.document().header().id().value()));
        var counts = new TreeMap<String, Integer>();
        for (Read read : MODULES) {
            for (Reference reference : read.document().links().references()) {
                boolean resolved = switch (reference.kind()) {
                    case DATA_MODULE, PUBLICATION -> held.contains(reference.target());
                    case INTERNAL -> reference.broken().isEmpty();
                    case GRAPHIC -> GRAPHICS.contains(reference.target().toUpperCase(Locale.ROOT));
                    case EXTERNAL -> false;
                };
                counts.merge(reference.kind().display() + (resolved ? " resolved" : " not"), 1, Integer::sum);
                reference
                        .from()
                        .ifPresent(place -> assertThat(place.end())
                                .isLessThanOrEqualTo(
                                        read.document().sourceText().length()));
            }
            for (SharedWant want : read.document().links().wants())
                counts.merge(
                        want.kind().display() + (want.found().isPresent() ? " resolved" : " not"), 1, Integer::sum);
        }
        assertThat(counts.toString())
                .isEqualTo("{applicability resolved=14, caution resolved=3, control indicator resolved=1,"
                        + " data module not=8, data module resolved=865, enterprise not=1, external not=3,"
                        + " functional item resolved=34, graphic not=192, graphic resolved=15, internal resolved=325,"
                        + " part not=5, part resolved=23, publication not=1, publication resolved=2, tool not=1,"
                        + " tool resolved=1, warning resolved=3, zone resolved=5}");
    }

    @Test
    void everyText_holdsForTheProductsItShould() throws Exception {
        needed();
        var products = products();
        var expressions = repositoryExpressions();
        int compared = 0;
        int narrower = 0;
        var wrong = new ArrayList<String>();
        for (Read read : MODULES) {
            var expected = new ExpectedApplicability(ContentWords.parsed(read.bytes()), expressions);
            for (var text : expected.texts()) {
                var blocks = read.document().blocks().stream()
                        .filter(p -> p.block().text().contains(text.words()))
                        .toList();
                if (blocks.isEmpty()) continue;
                compared++;
                if (text.inline()) narrower++;
                List<Verdict> should =
                        products.stream().map(p -> expected.verdict(text, p)).toList();
                boolean one = blocks.stream()
                        .anyMatch(b -> products.stream()
                                .map(p -> b.applicability().appliesTo(new Configuration(p)))
                                .toList()
                                .equals(should));
                if (!one) wrong.add(read.file().getFileName() + ": '" + text.words() + "' " + should);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(products).hasSize(3);
        assertThat(compared + " texts, " + narrower + " of them with applicability of their own")
                .isEqualTo("2381 texts, 108 of them with applicability of their own");
    }

    private static List<Map<String, String>> products() throws Exception {
        var products = new ArrayList<Map<String, String>>();
        for (Read read : MODULES)
            for (Element product : elements(ContentWords.parsed(read.bytes()), "product")) {
                var properties = new HashMap<String, String>();
                for (Element assigned : elements(product, "assign"))
                    properties.put(
                            assigned.getAttribute("applicPropertyIdent").toLowerCase(Locale.ROOT),
                            assigned.getAttribute("applicPropertyValue").toLowerCase(Locale.ROOT));
                if (!properties.isEmpty()) products.add(properties);
            }
        return products;
    }

    private static Map<String, Element> repositoryExpressions() throws Exception {
        var found = new HashMap<String, Element>();
        for (Read read : MODULES) {
            Element root = ContentWords.parsed(read.bytes());
            var byId = new HashMap<String, Element>();
            elements(root, "applic").forEach(a -> byId.put(a.getAttribute("id"), a));
            for (Element spec : elements(root, "applicSpec"))
                for (Element ident : elements(spec, "applicSpecIdent"))
                    Optional.ofNullable(byId.get(spec.getAttribute("applicMapRefId")))
                            .ifPresent(a -> found.put(ident.getAttribute("applicIdentValue"), a));
        }
        return found;
    }

    static List<Element> elements(Element below, String name) {
        var list = below.getElementsByTagName(name);
        var found = new ArrayList<Element>();
        for (int i = 0; i < list.getLength(); i++) if (list.item(i) instanceof Element e) found.add(e);
        return found;
    }

    static List<Element> children(Node node) {
        var found = new ArrayList<Element>();
        for (Node c = node.getFirstChild(); c != null; c = c.getNextSibling()) if (c instanceof Element e) found.add(e);
        return found;
    }

    private static Optional<Path> upwards(String relative) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isDirectory(at.resolve(relative))) return Optional.of(at.resolve(relative));
        return Optional.empty();
    }
}
