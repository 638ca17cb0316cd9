package flightline.drafting.datamodule;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.drafting.Procedure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares a data module, read again from its XML, with the procedure that it was made from: every word and number of the source stands in
 * it as often as there, none besides, every step in its order, every warning before the step it stood before.
 */
public final class ReadBack {
    /** Words that our own reader of modules puts between what a module says, and headings that the standard has. */
    private static final Set<String> OURS = Set.of(
            ("preliminary requirements required conditions condition persons support equipment supplies spares safety "
                            + "procedure close part number quantity manufacturer man a applicability")
                    .split(" "));

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]+");

    private final DataModule module;
    private final Procedure source;
    private final StructuredDocument read;

    private ReadBack(DataModule module, StructuredDocument read) {
        this.module = module;
        this.source = module.source();
        this.read = read;
    }

    /** The first thing that is wrong; empty where all is as in the source. */
    public static Optional<String> fault(DataModule module, StructuredDocument read) {
        var back = new ReadBack(module, read);
        return back.words().or(back::dangers).or(back::steps);
    }

    private Optional<String> words() {
        Map<String, Integer> more = new HashMap<>();
        // The title of a part is the module's title, which is no block of it.
        count(more, read.header().title(), module.title().isPresent() ? 1 : 0);
        for (PlacedBlock placed : read.blocks()) {
            count(more, TablePress.words(placed.block()), 1);
            if (placed.block() instanceof Block.Table table) count(more, table.caption(), 1);
        }
        for (PlacedBlock placed : source.blocks()) count(more, TablePress.words(placed.block()), -1);
        Map<String, Integer> spare = new HashMap<>();
        module.leftOut().forEach(words -> count(spare, words.text(), 1));
        Map<String, Integer> added = new HashMap<>();
        for (PlacedBlock placed : source.blocks()) {
            if (placed.block() instanceof Block.Table table) count(added, table.caption(), 1);
            source.further(placed).map(Applicability::display).ifPresent(words -> count(added, words, 1));
        }
        count(added, source.held().header().applicability().display(), 1);
        count(added, "All", 1);
        for (var entry : more.entrySet()) {
            int difference = entry.getValue();
            String word = entry.getKey();
            if (difference < 0 && -difference > spare.getOrDefault(word, 0))
                return Optional.of("'" + word + "' of the source is missing in the module");
            if (difference > added.getOrDefault(word, 0) && !OURS.contains(bare(word)))
                return Optional.of("'" + word + "' in the module is not in the source");
        }
        return Optional.empty();
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static void count(Map<String, Integer> words, String text, int by) {
        for (String word : SPACE.split(squeezed(text))) if (!word.isEmpty()) words.merge(word, by, Integer::sum);
    }

    /** What joins the fields of a line is not told apart from what ends a word. */
    private static String squeezed(String text) {
        String valid = XmlText.valid(text).replaceAll("[\\u200B\\u00AD]", "");
        return SPACE.matcher(valid)
                .replaceAll(" ")
                .replaceAll("[;:,]+(?= |$)", "")
                .strip();
    }

    private Optional<String> dangers() {
        List<Block> module = read.blocks().stream().map(PlacedBlock::block).toList();
        var left = new ArrayList<>(module);
        List<PlacedBlock> blocks = source.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i).block() instanceof Block.Safety danger)) continue;
            Optional<Block> same = left.stream()
                    .filter(block -> block instanceof Block.Safety other
                            && other.kind() == danger.kind()
                            && squeezed(other.text()).equals(squeezed(danger.text())))
                    .findFirst();
            String name = danger.kind().name().toLowerCase(Locale.ROOT);
            if (same.isEmpty()) return Optional.of("a " + name + " is missing: " + brief(danger.text()));
            left.remove(same.get());
            if (danger.kind() == SafetyKind.NOTE) continue;
            Optional<String> next = nextStep(blocks, i);
            int at = module.indexOf(same.get());
            if (next.isPresent() && !stands(module, next.get(), at))
                return Optional.of("a " + name + " no longer stands before its step: " + brief(danger.text()));
        }
        long safeties = left.stream()
                .filter(block ->
                        block instanceof Block.Safety other && !other.text().startsWith("Applicability: "))
                .count();
        return safeties == 0 ? Optional.empty() : Optional.of(safeties + " warnings or notes are not in the source");
    }

    private static Optional<String> nextStep(List<PlacedBlock> blocks, int after) {
        return blocks.stream()
                .skip(after)
                .map(PlacedBlock::block)
                .filter(Procedure::acts)
                .map(Block::text)
                .findFirst();
    }

    private static boolean stands(List<Block> module, String step, int after) {
        return module.stream().skip(after).anyMatch(block -> Procedure.acts(block) && begins(block.text(), step));
    }

    private static boolean begins(String text, String step) {
        return squeezed(text).startsWith(squeezed(step));
    }

    private Optional<String> steps() {
        var wanted = source.blocks().stream()
                .map(PlacedBlock::block)
                .filter(Procedure::acts)
                .map(Block::text)
                .toList();
        int at = 0;
        for (PlacedBlock placed : read.blocks())
            if (at < wanted.size()
                    && Procedure.acts(placed.block())
                    && begins(placed.block().text(), wanted.get(at))) at++;
        return at == wanted.size()
                ? Optional.empty()
                : Optional.of("a step is missing or stands in another place: " + brief(wanted.get(at)));
    }

    private static String brief(String text) {
        String line = squeezed(text);
        return "'" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "'";
    }
}
