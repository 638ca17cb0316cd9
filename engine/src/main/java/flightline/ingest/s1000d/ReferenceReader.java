package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Reference;
import flightline.corpus.Reference.Kind;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads everything that a module points to, and where in the source text it does. */
final class ReferenceReader {
    private static final Set<String> GRAPHICS =
            Set.of("graphic", "symbol", "multimediaObject", "externalGraphic", "infoEntityRef", "frontMatterLogo");
    private static final Set<String> SOURCES = Set.of("sourceDmIdent", "repositorySourceDmIdent", "sourcePmIdent");

    private final String source;
    private final List<PlacedBlock> blocks;
    private final Numbers numbers;
    private final InlineText words;
    private final Ranges ranges;
    private final List<Reference> references = new ArrayList<>();
    private final Deque<XmlElement> above = new ArrayDeque<>();
    /** By the range that was searched and the words searched for: where the next mention of them may begin. */
    private final Map<String, Integer> searched = new HashMap<>();

    ReferenceReader(String source, List<PlacedBlock> blocks, Numbers numbers, InlineText words, Ranges ranges) {
        this.source = source;
        this.blocks = blocks;
        this.numbers = numbers;
        this.words = words;
        this.ranges = ranges;
    }

    List<Reference> read(XmlElement root) {
        visit(root);
        return references;
    }

    private void visit(XmlElement element) {
        above.push(element);
        refer(element);
        for (XmlElement child : element.children()) visit(child);
        above.pop();
    }

    private void refer(XmlElement element) {
        if (element.is("dmRef")) module(element, Kind.DATA_MODULE);
        else if (element.is("pmRef")) module(element, Kind.PUBLICATION);
        else if (SOURCES.contains(element.name()))
            module(element, element.is("sourcePmIdent") ? Kind.PUBLICATION : Kind.DATA_MODULE);
        else if (element.is("externalPubRef", "reftp")) external(element);
        else if (GRAPHICS.contains(element.name())) graphic(element);
        for (String attribute : List.of("internalRefId", "nextActionRefId")) {
            String id = element.attribute(attribute);
            if (!id.isEmpty()) internal(element, id, attribute.equals("internalRefId"));
        }
    }

    private void module(XmlElement element, Kind kind) {
        Codes.in(element)
                .ifPresentOrElse(
                        code -> add(
                                kind,
                                code + Codes.translation(element),
                                issue(element),
                                element,
                                mention(element),
                                Optional.empty(),
                                ""),
                        () -> add(
                                kind,
                                element.text(),
                                "",
                                element,
                                mention(element),
                                Optional.empty(),
                                "a reference without a code"));
    }

    private static String issue(XmlElement element) {
        return element.find("issueInfo")
                .map(i -> i.attribute("issueNumber") + "-" + i.attribute("inWork"))
                .or(() -> element.find("issno").map(i -> i.attribute("issno") + "-" + i.attribute("inwork")))
                .map(i -> i.endsWith("-") ? i + "00" : i)
                .filter(i -> i.length() > 3)
                .orElse("");
    }

    private void external(XmlElement element) {
        String code = element.find("externalPubCode").map(XmlElement::text).orElse("");
        String title = code.isEmpty() ? element.text() : code;
        if (!title.isEmpty()) add(Kind.EXTERNAL, title, "", element, mention(element), Optional.empty(), "");
    }

    private void graphic(XmlElement element) {
        String number = element.attribute("infoEntityIdent") + element.attribute("infoEntityRefIdent");
        if (number.isEmpty()) return;
        var figure = blocks.stream()
                .map(PlacedBlock::block)
                .filter(b -> b instanceof Block.Figure f && f.reference().equals(number))
                .map(Block::place)
                .findFirst();
        add(Kind.GRAPHIC, number, "", element, figure.or(() -> mention(element)), Optional.empty(), "");
    }

    private void internal(XmlElement element, String id, boolean inWords) {
        Optional<XmlElement> target = numbers.byId(id);
        var to = target.flatMap(ranges::of).map(r -> Place.of(r.start(), r.end()));
        add(
                Kind.INTERNAL,
                id,
                "",
                element,
                inWords ? mention(element) : around(),
                to,
                target.isPresent() ? "" : "nothing in this module has the id " + id);
    }

    private void add(
            Kind kind,
            String target,
            String issue,
            XmlElement element,
            Optional<Place> from,
            Optional<Place> to,
            String broken) {
        references.add(new Reference(kind, target, issue, element.line(), from, to, broken));
    }

    /** Where the words of a reference stand, within what was written for the nearest element around it. */
    private Optional<Place> mention(XmlElement element) {
        String mention = words.line(element);
        if (mention.isEmpty()) return around();
        for (XmlElement outer : above) {
            var range = ranges.of(outer);
            if (range.isEmpty()) continue;
            String key = range.get() + mention;
            int at = source.indexOf(
                    mention, searched.getOrDefault(key, range.get().start()));
            if (at < 0 || !range.get().covers(at, at + mention.length()))
                at = source.indexOf(mention, range.get().start());
            if (at >= 0 && range.get().covers(at, at + mention.length())) {
                searched.put(key, at + mention.length());
                return Optional.of(Place.of(at, at + mention.length()));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> around() {
        for (XmlElement outer : above) {
            var range = ranges.of(outer);
            if (range.isPresent())
                return Optional.of(Place.of(range.get().start(), range.get().end()));
        }
        return Optional.empty();
    }
}
