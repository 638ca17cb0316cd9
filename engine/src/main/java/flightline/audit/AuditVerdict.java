package flightline.audit;

/** Whether the log is whole. */
public sealed interface AuditVerdict {
    /**
     * Every entry follows from the one before.
     *
     * @param head hash of the last entry; noting it elsewhere makes a later cut at the end visible too
     */
    record Whole(long entries, String head) implements AuditVerdict {}

    /**
     * The chain breaks.
     *
     * @param file the log's file
     * @param line 1-based line of the first entry that does not follow
     */
    record Broken(String file, long line, String reason) implements AuditVerdict {}
}
