package flightline.ingest.ocr;

import java.util.List;

/** What became of a picture handed to text recognition. */
public sealed interface RecognitionOutcome {
    /** Read; no lines where there is no text in the picture. */
    record Read(List<RecognisedLine> lines) implements RecognitionOutcome {
        public Read {
            lines = List.copyOf(lines);
        }
    }

    /** There is no such program on this machine. */
    record Absent(String reason) implements RecognitionOutcome {}

    /** The program was started and did not read the picture. */
    record Failed(String reason) implements RecognitionOutcome {}

    /** The run was stopped while it worked. */
    record Stopped() implements RecognitionOutcome {}
}
