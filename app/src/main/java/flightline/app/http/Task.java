package flightline.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.util.Optional;

/**
 * What a job is to do, in such a form that another node can do it.
 *
 * @param kind the verb, for example {@code ingest}
 * @param order what was asked for, besides the files
 * @param upload files that came with it; whoever does the work takes them away
 */
record Task(String kind, Principal asker, ObjectNode order, Optional<Upload> upload) {
    Upload files() {
        return upload.orElseThrow(() -> new IllegalStateException("a job '" + kind + "' came without its files"));
    }

    /** What somebody must be allowed to do to begin a job of that kind, and to look at it afterwards. */
    static Act act(String kind) {
        return switch (kind) {
            case "ingest" -> Act.INGEST;
            case "import-records" -> Act.IMPORT_RECORDS;
            case PolicyPlaces.REPLAY -> Act.POLICY_LOOK_BACK;
            case RulePlaces.INSTALL -> Act.POLICY_INSTALL;
            case ModelPlaces.ADD, ModelPlaces.VERIFY, ModelPlaces.PROMOTE -> Act.MODEL_CHANGE;
            case BackupPlaces.KIND -> Act.BACKUP;
            // Of another version: for who may have everything.
            case String other -> Act.BACKUP;
        };
    }

    void close() {
        upload.ifPresent(Upload::close);
    }
}
