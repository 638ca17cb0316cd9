package flightline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flightline.corpus.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page labelled by hand: boxes and kinds, no words. {@code eval/structure/README.md} gives form and rules.
 *
 * @param file {@code data/…} below the public data, {@code library/…} in the repository
 * @param page 1-based
 */
record LabelledPage(String file, int page, String split, List<LabelledBlock> blocks) {
    /**
     * @param level of a heading, 0 for all else
     * @param number of a step, empty for all else
     * @param cells of a table, empty for all else
     */
    record LabelledBlock(String kind, int level, List<Box> boxes, List<Box> number, List<LabelledCell> cells) {}

    record LabelledCell(int row, int column, int rows, int columns, boolean header, List<Box> boxes) {}

    /** @param splits names of the folders to read, for example {@code tune} */
    static List<LabelledPage> in(Path folder, List<String> splits) throws IOException {
        var pages = new ArrayList<LabelledPage>();
        var json = JsonMapper.builder().build();
        for (String split : splits) {
            try (Stream<Path> files = Files.list(folder.resolve(split))) {
                for (Path file : files.sorted().toList()) {
                    JsonNode document = json.readTree(Files.readAllBytes(file));
                    for (JsonNode page : document.path("pages"))
                        pages.add(new LabelledPage(
                                document.path("file").asText(),
                                page.path("page").asInt(),
                                split,
                                blocks(page)));
                }
            }
        }
        return pages;
    }

    private static List<LabelledBlock> blocks(JsonNode page) {
        var blocks = new ArrayList<LabelledBlock>();
        for (JsonNode block : page.path("blocks"))
            blocks.add(new LabelledBlock(
                    block.path("kind").asText(),
                    block.path("level").asInt(),
                    boxes(block.path("boxes")),
                    boxes(block.path("number")),
                    cells(block.path("cells"))));
        return blocks;
    }

    private static List<LabelledCell> cells(JsonNode node) {
        var cells = new ArrayList<LabelledCell>();
        for (JsonNode cell : node)
            cells.add(new LabelledCell(
                    cell.path("at").path(0).asInt(),
                    cell.path("at").path(1).asInt(),
                    cell.path("spans").path(0).asInt(1),
                    cell.path("spans").path(1).asInt(1),
                    cell.path("header").asBoolean(),
                    boxes(cell.path("boxes"))));
        return cells;
    }

    private static List<Box> boxes(JsonNode node) {
        var boxes = new ArrayList<Box>();
        for (JsonNode box : node)
            boxes.add(new Box(
                    box.path(0).asDouble(),
                    box.path(1).asDouble(),
                    box.path(2).asDouble(),
                    box.path(3).asDouble()));
        return boxes;
    }
}
