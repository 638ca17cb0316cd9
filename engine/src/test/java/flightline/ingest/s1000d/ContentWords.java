package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.corpus.StructuredDocument;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Looks for every word of a module's content in what was read from it: in the source text, those of warnings and cautions
 * in a safety block, every graphic as a figure. Reads with another parser than the one under test.
 */
final class ContentWords {
    /** Read into applicability where it is referred to; its words are shown as effectivity, not as text. */
    private static final Set<String> LEFT_OUT_ON_PURPOSE = Set.of("referencedApplicGroup", "inapplics");

    private final Element root;
    private final StructuredDocument document;

    ContentWords(byte[] bytes, StructuredDocument document) throws Exception {
        this.root = parsed(bytes);
        this.document = document;
    }

    static Element parsed(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    List<String> missing() {
        var missing = new ArrayList<String>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling())
            if (Set.of("content", "dmlContent").contains(child.getNodeName())) collect(child, missing);
        return missing;
    }

    private void collect(Node node, List<String> missing) {
        if (LEFT_OUT_ON_PURPOSE.contains(node.getNodeName())
                || node.getNodeName().equals("avee")) return;
        if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) words(node, missing);
        if (node instanceof Element element && element.getTagName().equals("graphic")) {
            String graphic = element.getAttribute("infoEntityIdent") + element.getAttribute("boardno");
            if (document.blocks().stream()
                    .noneMatch(p ->
                            p.block() instanceof Block.Figure f && f.reference().equals(graphic)))
                missing.add("graphic " + graphic);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) collect(child, missing);
    }

    private void words(Node node, List<String> missing) {
        String words = squeezed(node);
        if (words.isEmpty()) return;
        String parent = node.getParentNode().getNodeName();
        if (!document.sourceText().contains(words)) missing.add("<" + parent + "> " + words);
        boolean danger = parent.equals("warningAndCautionPara")
                || Set.of("warning", "caution")
                        .contains(node.getParentNode().getParentNode().getNodeName());
        if (danger
                && document.blocks().stream()
                        .noneMatch(p ->
                                p.block() instanceof Block.Safety s && s.text().contains(words)))
            missing.add("no safety text: " + words);
    }

    static String squeezed(Node node) {
        return node.getNodeValue().replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
