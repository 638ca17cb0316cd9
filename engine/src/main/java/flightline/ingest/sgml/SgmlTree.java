package flightline.ingest.sgml;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the tree out of start tags, words and end tags, and ends what its author left open. */
final class SgmlTree {
    private static final int DEEPEST = 256;

    private final SgmlNotes notes;
    private final Set<String> declaredEmpty;
    private final List<XmlElement> open = new ArrayList<>();
    /** Words of the innermost element that are not in it yet: a text comes in as many pieces as it has references and stray brackets. */
    private final StringBuilder words = new StringBuilder();

    private Optional<XmlElement> root = Optional.empty();
    private boolean ended;
    private String last = "";

    /** @param declaredEmpty elements that the file's own declarations say are empty */
    SgmlTree(SgmlNotes notes, Set<String> declaredEmpty) {
        this.notes = notes;
        this.declaredEmpty = declaredEmpty;
    }

    void start(String written, Map<String, String> attributes, boolean closed, SgmlPlace place) {
        writeWords();
        String name = written.isEmpty() ? last : written;
        if (name.isEmpty()) throw place.refusal("an empty start tag <> stands before any other");
        impliedEnds(name, place);
        if (ended) {
            notes.add(place.line(), "<" + name + "> stands behind the end of the document; left out");
            return;
        }
        if (open.size() >= DEEPEST) throw place.refusal("elements nest deeper than " + DEEPEST + "; refused");
        var element = new XmlElement(name, attributes, place.line());
        if (open.isEmpty()) {
            if (root.isPresent()) throw place.refusal("a second root element <" + name + ">");
            root = Optional.of(element);
        } else open.getLast().append(element);
        last = name;
        boolean empty = closed || SgmlRules.empty(name) || declaredEmpty.contains(name);
        if (!empty || root.get() == element) open.add(element);
        if (closed && root.get() == element) end(name, place);
    }

    void end(String name, SgmlPlace place) {
        writeWords();
        if (ended || open.isEmpty()) return;
        if (name.isEmpty()) {
            pop();
            return;
        }
        int at = deepest(name);
        if (at < 0) {
            boolean silent = name.equals("para") || SgmlRules.empty(name) || declaredEmpty.contains(name);
            if (!silent) notes.add(place.line(), "</" + name + "> ends nothing that is open; passed over");
            return;
        }
        while (open.size() > at + 1) {
            XmlElement left = open.getLast();
            if (!SgmlRules.omitted(left.name()))
                notes.add(
                        left.line(),
                        "<" + left.name() + "> is not closed before </" + name + "> on line " + place.line());
            pop();
        }
        open.removeLast();
        if (open.isEmpty()) ended = true;
    }

    void words(String text, SgmlPlace place) {
        if (text.isEmpty()) return;
        if (open.isEmpty() || ended) {
            if (!text.isBlank() && ended)
                notes.add(place.line(), "words stand behind the end of the document; left out");
            else if (!text.isBlank()) throw place.refusal("words stand before the first element");
            return;
        }
        boolean effectSaidAll = open.getLast().name().equals("effect")
                && !open.getLast().attributes().isEmpty()
                && !text.isBlank();
        if (effectSaidAll) {
            writeWords();
            pop();
            words(text, place);
            return;
        }
        words.append(text);
    }

    private void writeWords() {
        if (words.isEmpty()) return;
        open.getLast().append(new XmlNode.Words(words.toString()));
        words.setLength(0);
    }

    XmlElement finished(SgmlPlace end) {
        if (root.isEmpty()) throw end.refusal("no element in it");
        if (!ended) {
            XmlElement left = open.getLast();
            throw end.refusal("the file ends inside <" + left.name() + ">, which begins on line " + left.line()
                    + "; it is cut off");
        }
        return root.get();
    }

    private void impliedEnds(String name, SgmlPlace place) {
        if (open.isEmpty()) return;
        if (open.getLast().name().equals("effect") && !SgmlRules.withinEffect(name)) pop();
        if (open.isEmpty()) return;
        endText(name);
        while (SgmlRules.fields(open.getLast().name(), name) && open.getLast().hasOwnWords()) pop();
        var parents = SgmlRules.parents(name);
        if (parents.isPresent()) endUpTo(parents.get());
        if (SgmlRules.neverNested(name)) {
            int same = deepest(name);
            if (same > 0) {
                notes.add(
                        open.get(same).line(),
                        "<" + name + "> is not closed before the next one on line " + place.line());
                while (open.size() > same) pop();
            }
        }
    }

    /**
     * Ends the paragraph or title that is open at the end of the line of open elements, with what is inline in it, where
     * the element that begins can never stand in it.
     */
    private void endText(String beginning) {
        int at = open.size() - 1;
        while (at > 0 && SgmlRules.inline(open.get(at).name())) at--;
        if (at > 0 && SgmlRules.endsText(open.get(at).name(), beginning)) while (open.size() > at) pop();
    }

    private void endUpTo(Set<String> parents) {
        for (int at = open.size() - 1; at >= 0; at--) {
            String name = open.get(at).name();
            if (parents.contains(name)) {
                while (open.size() > at + 1) pop();
                return;
            }
            if (SgmlRules.bounds(name)) return;
        }
    }

    private int deepest(String name) {
        for (int at = open.size() - 1; at >= 0; at--) if (open.get(at).name().equals(name)) return at;
        return -1;
    }

    /**
     * Ends the innermost element without a tag of its own. One that may be empty has been, and what followed stands behind
     * it; so does what a warning or a field, now that it shows that its author did not end it, can never have held.
     */
    private void pop() {
        XmlElement left = open.removeLast();
        if (open.isEmpty()) {
            ended = true;
            return;
        }
        boolean outside = SgmlRules.emptyUnlessEnded(left.name());
        if (!outside && left.children().stream().noneMatch(c -> SgmlRules.outside(left.name(), c.name()))) return;
        for (XmlNode node : left.emptied()) {
            outside |= node instanceof XmlElement child && SgmlRules.outside(left.name(), child.name());
            (outside ? open.getLast() : left).append(node);
        }
    }
}
