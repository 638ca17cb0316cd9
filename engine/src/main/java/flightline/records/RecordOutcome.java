package flightline.records;

import flightline.corpus.MaintenanceRecord;

/** What became of a line of a record file. */
public sealed interface RecordOutcome {
    /** A record. */
    record Read(MaintenanceRecord record) implements RecordOutcome {}

    /**
     * Not read; the rest of the file is.
     *
     * @param file name of the file
     * @param line 1-based line on which the row begins; 0 where it is the whole file that cannot be read
     * @param field column or field at fault, empty where it is the row
     * @param value what stands there, shortened; empty where nothing does
     */
    record Bad(String file, long line, String field, String value, String reason) implements RecordOutcome {
        /** One line for a person: place, field, value, reason. */
        public String message() {
            var message = new StringBuilder(file);
            if (line > 0) message.append(" line ").append(line);
            if (!field.isEmpty()) message.append(", ").append(field);
            if (!value.isEmpty()) message.append(" '").append(value).append('\'');
            return message.append(": ").append(reason).toString();
        }
    }

    /** Nothing lost, but something to know about the file, such as its encoding. */
    record Note(String file, String text) implements RecordOutcome {}
}
