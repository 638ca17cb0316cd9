package flightline.policy;

import java.util.Locale;

/** What somebody may be allowed or forbidden to do; {@code roles.cedar} says which role may. */
public enum Act {
    /** Also every request in words, whatever verb it comes with. */
    ASK,
    DIAGNOSE,
    SEARCH,
    SHOW,
    /** Saying whether an answer helped. */
    FEEDBACK,
    /** Questions over the records. */
    FLEET,
    /** Paper that follows a diagnosis: work cards, reports, matrices. */
    DRAFT,
    /** Code that is checked before it is shown: queries, mappings, data modules. */
    GENERATE,
    INGEST,
    IMPORT_RECORDS,
    LIBRARY_REMOVE,
    /** Letting a document out of quarantine, or taking it out of the library. */
    QUARANTINE_RELEASE,
    /** Copies of what is held, out of the library. */
    EXPORT,
    MODEL_LEARN,
    MODEL_CHANGE,
    EVALUATE,
    /** Who may sign in, and with which keys. */
    PEOPLE,
    /** Copies of the whole data folder, and putting one back. */
    BACKUP,
    AUDIT_READ,
    AUDIT_RETIRE,
    POLICY_LOOK_BACK,
    POLICY_INSTALL;

    /** As the policies write it, for example {@code import-records}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
