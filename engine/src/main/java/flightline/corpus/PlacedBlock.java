package flightline.corpus;

import java.util.List;

/**
 * A block with the headings above it and the aircraft it holds for.
 *
 * @param path headings from the outermost inwards, without the block itself
 */
public record PlacedBlock(List<String> path, Applicability applicability, Block block) {
    public PlacedBlock {
        path = List.copyOf(path);
    }
}
