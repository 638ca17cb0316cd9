package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flightline.corpus.Block;
import flightline.corpus.StructuredDocument;
import flightline.ingest.ParseOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Over every XML file at hand (the public bike set, and the sample library): each is accounted for, every word of a
 * content section stands in the source text, every word of a warning or caution in a safety block, every graphic is a figure. Skipped, and said so, for a set that is absent.
 */
final class BikeSetTest {
    /** Read into applicability where it is referred to; its words are for display only. */
    private static final Set<String> LEFT_OUT_ON_PURPOSE = Set.of("referencedApplicGroup", "inapplics");

    @TestFactory
    Stream<DynamicTest> everyFile_isAccountedFor_andNoWordIsLost() {
        return Stream.of("shared/data/s1000d-bike", "library/s1000d")
                .map(set -> DynamicTest.dynamicTest(set, () -> {
                    var folder = upwards(set);
                    assumeTrue(folder.isPresent(), "skipped: " + set + " is not here");
                    check(folder.get());
                }));
    }

    private static void check(Path folder) throws Exception {
        var problems = new ArrayList<String>();
        for (Path file : modules(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            switch (Bench.read(bytes)) {
                case ParseOutcome.Parsed parsed ->
                    missing(bytes, parsed.documents().getFirst())
                            .forEach(words -> problems.add(file.getFileName() + " lost: " + words));
                case ParseOutcome.NotADocument known -> {
                    if (known.reason().startsWith("XML of no standard"))
                        problems.add(file.getFileName() + ": " + known);
                }
                case ParseOutcome other -> problems.add(file.getFileName() + ": " + other);
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<Path> modules(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    // The check reads with another parser than the one under test.
    private static List<String> missing(byte[] bytes, StructuredDocument document) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
        var missing = new ArrayList<String>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling())
            if (Set.of("content", "dmlContent").contains(child.getNodeName())) collect(child, document, missing);
        return missing;
    }

    private static void collect(Node node, StructuredDocument document, List<String> missing) {
        if (LEFT_OUT_ON_PURPOSE.contains(node.getNodeName())) return;
        if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
            words(node, document, missing);
        if (node instanceof Element element && element.getTagName().equals("graphic")) {
            String graphic = element.getAttribute("infoEntityIdent");
            if (document.blocks().stream()
                    .noneMatch(p ->
                            p.block() instanceof Block.Figure f && f.reference().equals(graphic)))
                missing.add("graphic " + graphic);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling())
            collect(child, document, missing);
    }

    private static void words(Node node, StructuredDocument document, List<String> missing) {
        String words = node.getNodeValue().replaceAll("[\\s\\u00a0]+", " ").strip();
        if (words.isEmpty()) return;
        String parent = node.getParentNode().getNodeName();
        if (!document.sourceText().contains(words)) missing.add("<" + parent + "> " + words);
        if (parent.equals("warningAndCautionPara")
                && document.blocks().stream()
                        .noneMatch(p ->
                                p.block() instanceof Block.Safety s && s.text().contains(words)))
            missing.add("no safety text: " + words);
    }

    private static Optional<Path> upwards(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isDirectory(at.resolve(relative))) return Optional.of(at.resolve(relative));
        return Optional.empty();
    }
}
