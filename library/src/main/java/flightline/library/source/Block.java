package flightline.library.source;

import java.util.List;

/** One element of a manuscript, in reading order. */
public sealed interface Block {

    /** Begins a chapter; {@code number} is its ATA number with two digits. */
    record Chapter(String number, String title) implements Block {}

    /** Begins a page block on a new sheet; {@code firstPage} is the printed number of its first page. */
    record PageBlock(String subject, String title, String kind, int firstPage, String effectivity) implements Block {}

    /** Begins a task; headings beneath it are numbered anew. */
    record Task(String number, String title) implements Block {}

    /** A heading; level 1 is numbered 1., level 2 is lettered A., level 0 is centred and bears no number. */
    record Heading(int level, String text) implements Block {}

    /** Running text. */
    record Paragraph(String text) implements Block {}

    /** A numbered step; level 1 is (1), level 2 is (a), level 3 is 1. */
    record Step(int level, String text) implements Block {}

    /** An unnumbered item of a list. */
    record Item(String text) implements Block {}

    /** A warning, caution or note; it stays with what follows it. */
    record Notice(Notice.Kind kind, String text) implements Block {
        /** How grave it is: danger to people, danger to the aircraft, information. */
        public enum Kind {
            WARNING,
            CAUTION,
            NOTE
        }
    }

    /**
     * A table. The first row is its head unless {@code style} is FIELDS. Widths are per cent of the measure; a cell that holds only "^"
     * belongs to the cell above it. An empty title means that none is printed.
     */
    record Table(Style style, List<Integer> widths, String title, List<List<String>> rows) implements Block {
        /** RULED has lines round each cell, OPEN has none, FIELDS is a list of bold label and value. */
        public enum Style {
            RULED,
            OPEN,
            FIELDS
        }
    }

    /** A drawing with its caption; {@code drawing} is the name of a drawing file. */
    record Figure(String drawing, String caption) implements Block {}

    /** Text set in two columns. */
    record Columns(List<Block> blocks) implements Block {}

    /** What follows begins on a new sheet of the same page block. */
    record SheetBreak() implements Block {}

    /** The place of a list that the press makes: CONTENTS with dot leaders, or EFFECTIVE_PAGES. */
    record Listing(Listing.Kind kind) implements Block {
        /** Which list. */
        public enum Kind {
            CONTENTS,
            EFFECTIVE_PAGES
        }
    }

    /** A block that this revision changed; it gets a bar in the margin. */
    record Changed(Block block) implements Block {}
}
