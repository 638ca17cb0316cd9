package flightline.library.source;

import java.util.List;

/** One manuscript as read: its settings and its blocks. */
public record Manuscript(Settings settings, List<Block> blocks) {}
