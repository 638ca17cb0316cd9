package flightline.ingest.manuals;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.StructuredDocument;
import flightline.ingest.sgml.SgmlDocuments;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import flightline.ingest.xml.XmlReader;
import flightline.ingest.xml.XmlReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Over every manual of the sample library: no word of the file is lost, and every word of a warning is in a safety text. */
final class NothingLostTest {
    /** Read into applicability, or taken out by the revision. */
    private static final Set<String> LEFT_OUT_ON_PURPOSE = Set.of("effect", "deleted", "applic_ref_list");

    @TestFactory
    Stream<DynamicTest> everyWord_standsInASourceText() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (String folder : List.of("ispec2200", "mil-std-40051"))
            try (var files = Files.list(Desk.library().resolve(folder))) {
                files.sorted()
                        .forEach(f ->
                                tests.add(DynamicTest.dynamicTest(String.valueOf(f.getFileName()), () -> check(f))));
            }
        return tests.stream();
    }

    private static void check(Path file) {
        var documents =
                Desk.parsed(file.getFileName().toString(), Desk.bytes(file)).documents();
        String all = documents.stream().map(StructuredDocument::sourceText).collect(Collectors.joining("\n"));
        String safety = documents.stream()
                .flatMap(d -> d.blocks().stream())
                .map(p -> p.block())
                .filter(Block.Safety.class::isInstance)
                .map(Block::text)
                .collect(Collectors.joining("\n"));
        var lost = new ArrayList<String>();
        words(tree(file), false, (words, warned) -> {
            if (!all.contains(words)) lost.add(words);
            if (warned && !safety.contains(words)) lost.add("of a safety text: " + words);
        });
        assertThat(lost).isEmpty();
    }

    private static XmlElement tree(Path file) {
        if (file.toString().endsWith(".sgm"))
            return SgmlDocuments.tree(Desk.bytes(file)).orElseThrow(() -> new AssertionError("not read: " + file));
        return switch (new XmlReader().read(Desk.bytes(file))) {
            case XmlReading.Tree(var root, var suspicions) -> root;
            case XmlReading.Refused refused -> throw new AssertionError("not read: " + refused);
        };
    }

    private interface Seen {
        void words(String words, boolean warned);
    }

    private static void words(XmlElement element, boolean warned, Seen seen) {
        String name = element.name().toLowerCase(java.util.Locale.ROOT);
        boolean takenOut = !List.of("", "0").contains(element.attribute("delchlvl"));
        if (LEFT_OUT_ON_PURPOSE.contains(name) || takenOut) return;
        boolean within = warned || List.of("warning", "caution", "note").contains(name);
        for (XmlNode node : element.nodes())
            switch (node) {
                case XmlNode.Words(var text) -> {
                    String words = XmlElement.squeeze(text);
                    if (!words.isEmpty()) seen.words(words, within);
                }
                case XmlElement child -> words(child, within, seen);
            }
    }
}
