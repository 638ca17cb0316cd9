package flightline.corpus;

/** What a passage is, so that it can be ranked and shown as that. */
public enum PassageKind {
    PARAGRAPH,
    STEP,
    TABLE_ROW,
    LIST_ITEM,
    SAFETY,
    FIGURE,
    FAULT,
    ISOLATION_STEP,
    ISOLATION_END,
    PART,
    /** An item of a minimum equipment list with all its conditions. */
    MEL_ITEM
}
