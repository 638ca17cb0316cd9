package flightline.drafting.print;

import flightline.drafting.VerifiedPaper;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a paper is written. */
public enum PaperFormat {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    JSON("application/json");

    private final String type;

    PaperFormat(String type) {
        this.type = type;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** As it is named on the command line, and the ending of its files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PaperFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** The paper as the bytes of a file. */
    public PrintedPaper print(VerifiedPaper paper) {
        return new PrintedPaper(
                switch (this) {
                    case PDF -> PdfPress.print(paper.paper());
                    case DOCX -> WordPress.print(paper.paper());
                    case JSON -> JsonPress.print(paper.paper());
                });
    }
}
