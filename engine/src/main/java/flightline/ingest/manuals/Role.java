package flightline.ingest.manuals;

/** What an element is to the reader of a manual, whatever its name. */
enum Role {
    /** Marks for machines: revision marks, effectivity that is read elsewhere, deleted text. Nothing of it is written. */
    SILENT,
    PARAGRAPH,
    /** Has no meaning of its own; what is in it is read as if it stood there itself. */
    TRANSPARENT,
    /** Part of a line of text. */
    INLINE,
    /** Part of a word, such as an index figure. */
    TIGHT,
    /** Warning, caution or note. */
    SAFETY,
    /** A block, or something that holds blocks. */
    BLOCK,
    /** Not known; what is in it decides. */
    UNKNOWN
}
