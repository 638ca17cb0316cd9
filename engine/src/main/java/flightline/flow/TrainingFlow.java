package flightline.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.SessionBook;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Clearance;
import flightline.corpus.ContentHash;
import flightline.corpus.Marking;
import flightline.flow.ConfirmedOutcomes.Confirmed;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.records.training.Deidentifier;
import flightline.records.training.Deidentifier.Cleaned;
import flightline.records.training.Example;
import flightline.records.training.Identifier;
import flightline.records.training.Parting;
import flightline.records.training.Parting.Side;
import flightline.records.training.Pseudonyms;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Writes examples to fine-tune a model with: complaints whose cause was confirmed, without anybody's name, in the common chat
 * format, parted so that nothing leaks from what is held out, with a manifest. Only what the asker may see and what was asked for
 * by its marking is written.
 */
public final class TrainingFlow {
    private static final String KEY = "training/pseudonyms.key";
    private static final int KEY_BYTES = 32;
    private static final String SYSTEM =
            "You help to find faults on aircraft. Name the likeliest cause of the complaint and what was done"
                    + " about it in cases like it. A licensed person decides and signs.";

    private final SessionBook sessions;
    private final RepeatsFlow repeats;
    private final Cabinet cabinet;
    private final Gate gate;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Predicate<String> known;
    private final RandomGenerator random;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param known whether a word in lower case is English or of the trade, and so no name
     * @param random of the key that pseudonyms are made with, from a source that nobody can guess
     */
    public TrainingFlow(
            SessionBook sessions,
            RepeatsFlow repeats,
            Cabinet cabinet,
            Gate gate,
            AuditLog audit,
            InstantSource clock,
            Predicate<String> known,
            RandomGenerator random) {
        this.random = random;
        this.sessions = sessions;
        this.repeats = repeats;
        this.cabinet = cabinet;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
        this.known = known;
    }

    /**
     * What is wanted.
     *
     * @param upTo what the examples may be drawn from, each part of a marking by itself; none for unmarked material alone
     * @param withRecords whether records count too whose fault did not come back
     */
    public record Order(Set<Marking> upTo, boolean withRecords, Principal asker) {
        public Order {
            upTo = Set.copyOf(upTo);
        }
    }

    /** What was written: the manifest, letter for letter, and how many examples there are. */
    public record Made(ObjectNode manifest, int examples) {}

    /** @param folder an empty one, or one that is not there */
    public Made write(Path folder, Order order, Progress progress) {
        Clearance clearance = gate.clearance(order.asker);
        var collected = new ConfirmedOutcomes(sessions, repeats);
        collected.takeSessions();
        if (order.withRecords) collected.takeRecords(progress);
        Map<String, Integer> left = collected.leftOut();
        var allowed = new ArrayList<Confirmed>();
        for (Confirmed one : collected.all()) {
            if (!one.marking().clearedBy(order.upTo)) left.merge("marked above what was asked for", 1, Integer::sum);
            else if (!clearance.covers(one.marking())) left.merge("not cleared for by the asker", 1, Integer::sum);
            else allowed.add(one);
        }
        byte[] key = key();
        var counts = new EnumMap<Identifier, Integer>(Identifier.class);
        List<Example> examples = cleaned(allowed, key, counts);
        Parting.Parts parts = Parting.of(examples);
        left.put("near copies of what is held out", parts.leftOut());
        ObjectNode manifest = manifest(order, parts, left, counts, key);
        try {
            Files.createDirectories(folder);
            ObjectNode files = manifest.putObject("files");
            for (Side side : Side.values()) {
                String name = side.name().toLowerCase(Locale.ROOT) + ".jsonl";
                String text = lines(parts.of(side));
                Files.writeString(folder.resolve(name), text);
                files.putObject(name)
                        .put("examples", parts.of(side).size())
                        .put("sha256", ContentHash.of(text).hex());
            }
            Files.writeString(folder.resolve("manifest.json"), manifest.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
        int written = examples.size() - parts.leftOut();
        audit.append(new AuditEvent(
                "export",
                order.asker.name(),
                folder.toString(),
                "written",
                Map.of(
                        "what", "training",
                        "examples", Integer.toString(written),
                        "marking", manifest.path("marking").asText(),
                        "policy", gate.policyVersion(),
                        "manifestSha256",
                                ContentHash.of(manifest.toPrettyString() + "\n").hex())));
        return new Made(manifest, written);
    }

    private List<Example> cleaned(List<Confirmed> confirmed, byte[] key, Map<Identifier, Integer> counts) {
        var pseudonyms = new Pseudonyms(key);
        var deidentifier = new Deidentifier(pseudonyms, known);
        return confirmed.stream()
                .map(one -> {
                    Cleaned asked = deidentifier.clean(one.asked(), one.known());
                    Cleaned answered = deidentifier.clean(one.answered(), one.known());
                    for (Cleaned cleaned : List.of(asked, answered))
                        cleaned.replaced().forEach((kind, many) -> counts.merge(kind, many, Integer::sum));
                    return new Example(
                            ContentHash.of(pseudonyms.of(Identifier.SERIAL, one.id()))
                                    .hex()
                                    .substring(0, 16),
                            one.aircraft().isBlank() ? "" : pseudonyms.of(Identifier.TAIL, one.aircraft()),
                            one.day(),
                            one.source(),
                            asked.text(),
                            answered.text(),
                            one.marking());
                })
                .toList();
    }

    private String lines(List<Example> examples) {
        var lines = new StringBuilder();
        for (Example one : examples) {
            ObjectNode node = json.createObjectNode();
            var messages = node.putArray("messages");
            messages.addObject().put("role", "system").put("content", SYSTEM);
            messages.addObject().put("role", "user").put("content", one.asked());
            messages.addObject().put("role", "assistant").put("content", one.answered());
            node.putObject("metadata")
                    .put("id", one.id())
                    .put("marking", one.marking().label())
                    .put("source", one.source())
                    .put("airframe", one.tail())
                    // The day would tell which flight it was.
                    .put("month", one.day().toString().substring(0, 7));
            lines.append(node).append('\n');
        }
        return lines.toString();
    }

    private ObjectNode manifest(
            Order order, Parting.Parts parts, Map<String, Integer> left, Map<Identifier, Integer> counts, byte[] key) {
        List<Example> all = Stream.of(Side.values())
                .flatMap(side -> parts.of(side).stream())
                .toList();
        ObjectNode manifest = json.createObjectNode()
                .put("made", clock.instant().toString())
                .put("by", order.asker.name())
                .put("policyVersion", gate.policyVersion())
                .put(
                        "marking",
                        all.stream()
                                .map(Example::marking)
                                .reduce(Marking.UNMARKED, Marking::and)
                                .label())
                .put("format", "JSON lines; messages with role and content, metadata besides")
                .put("pseudonymKey", ContentHash.of(key).hex().substring(0, 16))
                .put("examples", all.size());
        var upTo = manifest.putArray("upTo");
        order.upTo.stream().map(Marking::label).sorted().forEach(upTo::add);
        ObjectNode sources = manifest.putObject("sources");
        ObjectNode markings = manifest.putObject("markings");
        for (Example one : all) {
            sources.put(one.source(), sources.path(one.source()).asInt() + 1);
            markings.put(
                    one.marking().label(), markings.path(one.marking().label()).asInt() + 1);
        }
        ObjectNode out = manifest.putObject("leftOut");
        left.forEach(out::put);
        ObjectNode replaced = manifest.putObject("replaced");
        counts.forEach((kind, many) -> replaced.put(kind.name().toLowerCase(Locale.ROOT), many));
        return manifest;
    }

    /** Made once, and kept where the rest is kept, so that names stay the same from one set to the next. */
    private byte[] key() {
        for (; ; ) {
            Optional<byte[]> held = cabinet.read(KEY);
            if (held.isPresent()) return held.get();
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            if (cabinet.replace(KEY, Optional.empty(), fresh)) return fresh;
        }
    }
}
