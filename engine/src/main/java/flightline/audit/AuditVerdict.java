package flightline.audit;

/** Whether the log is whole. */
public sealed interface AuditVerdict {
    /**
     * Every entry follows from the one before, and the signed seal stands on one of them.
     *
     * @param entries how many were ever written, retired ones among them
     * @param head hash of the last entry; noting it elsewhere makes it visible too when log and seal are both put back
     * @param sealed false where the log is older than seals and none was put on it yet
     */
    record Whole(long entries, String head, boolean sealed) implements AuditVerdict {}

    /**
     * The chain breaks.
     *
     * @param file the file that it breaks in
     * @param line 1-based line of the first entry that does not follow
     */
    record Broken(String file, long line, String reason) implements AuditVerdict {}
}
