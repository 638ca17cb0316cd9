package flightline.ingest.s1000d;

import flightline.corpus.Applicability.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * For which products each text of a module should hold, worked out from the XML alone: the module's own statement and those
 * that the elements around the text refer to. Knows nothing of the code under test.
 */
final class ExpectedApplicability {
    /** Shorter texts stand in too many places to tell one from another. */
    private static final int SHORTEST = 25;

    /**
     * @param words as they stand, white space reduced
     * @param around statements that hold for them, outermost first
     * @param inline whether any of these belongs to a part of the module only
     */
    record Text(String words, List<Element> around, boolean inline) {}

    private final Map<String, Element> byId = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();

    /** @param repository statements of applicability repositories, by their number */
    ExpectedApplicability(Element root, Map<String, Element> repository) {
        for (Element applic : BikeFiguresTest.elements(root, "applic"))
            if (!applic.getAttribute("id").isEmpty()) byId.put(applic.getAttribute("id"), applic);
        for (Element reference : BikeFiguresTest.elements(root, "applicRef"))
            if (!reference.getAttribute("id").isEmpty())
                Optional.ofNullable(repository.get(reference.getAttribute("applicIdentValue")))
                        .ifPresent(a -> byId.put(reference.getAttribute("id"), a));
        var ofModule = new ArrayList<Element>();
        for (String name : List.of("dmStatus", "pmStatus", "dmlStatus"))
            for (Element status : BikeFiguresTest.elements(root, name))
                for (Element child : BikeFiguresTest.children(status)) {
                    if (child.getTagName().equals("applic")) ofModule.add(child);
                    Element shared = repository.get(child.getAttribute("applicIdentValue"));
                    if (child.getTagName().equals("applicRef") && shared != null) ofModule.add(shared);
                }
        for (Element child : BikeFiguresTest.children(root))
            if (child.getTagName().equals("content")) walk(child, ofModule, false);
    }

    List<Text> texts() {
        return texts;
    }

    private void walk(Node node, List<Element> around, boolean inline) {
        if (node instanceof Element element) {
            if (element.getTagName().equals("referencedApplicGroup")) return;
            Element own = byId.get(element.getAttribute("applicRefId"));
            if (own != null) {
                around = new ArrayList<>(around);
                around.add(own);
                inline = true;
            }
        }
        if (node.getNodeType() == Node.TEXT_NODE) {
            String words = ContentWords.squeezed(node);
            if (words.length() >= SHORTEST) texts.add(new Text(words, around, inline));
        }
        for (Node c = node.getFirstChild(); c != null; c = c.getNextSibling()) walk(c, around, inline);
    }

    Verdict verdict(Text text, Map<String, String> product) {
        var verdicts = text.around().stream().map(a -> applic(a, product)).toList();
        if (verdicts.contains(Verdict.NO)) return Verdict.NO;
        return verdicts.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.YES;
    }

    private static Verdict applic(Element applic, Map<String, String> product) {
        for (Element child : BikeFiguresTest.children(applic))
            if (child.getTagName().matches("assert|evaluate")) return condition(child, product);
        String shown = applic.getTextContent().strip();
        return shown.isEmpty() || shown.equalsIgnoreCase("all") ? Verdict.YES : Verdict.UNKNOWN;
    }

    private static Verdict condition(Element element, Map<String, String> product) {
        if (element.getTagName().equals("assert")) return assertion(element, product);
        boolean any = element.getAttribute("andOr").equals("or");
        boolean unknown = false;
        for (Element child : BikeFiguresTest.children(element)) {
            Verdict one = condition(child, product);
            if (one == (any ? Verdict.YES : Verdict.NO)) return one;
            unknown |= one == Verdict.UNKNOWN;
        }
        return unknown ? Verdict.UNKNOWN : any ? Verdict.NO : Verdict.YES;
    }

    private static Verdict assertion(Element element, Map<String, String> product) {
        String actual = product.get(element.getAttribute("applicPropertyIdent").toLowerCase(Locale.ROOT));
        if (actual == null) return Verdict.UNKNOWN;
        boolean unknown = false;
        for (String value : element.getAttribute("applicPropertyValues")
                .toLowerCase(Locale.ROOT)
                .split("\\|")) {
            String[] ends = value.strip().split("~");
            if (ends.length == 1 && ends[0].equals(actual)) return Verdict.YES;
            // A frame number with letters in it cannot be said to lie within a range of numbers, nor outside it.
            if (ends.length == 2 && !(actual + ends[0] + ends[1]).matches("\\d+")) unknown = true;
            else if (ends.length == 2
                    && Integer.parseInt(ends[0]) <= Integer.parseInt(actual)
                    && Integer.parseInt(actual) <= Integer.parseInt(ends[1])) return Verdict.YES;
        }
        return unknown ? Verdict.UNKNOWN : Verdict.NO;
    }
}
