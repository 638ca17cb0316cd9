package flightline.learning;

import java.util.List;

/**
 * A question with the labels that may answer it, each described by the same numbers.
 *
 * @param labels each once; {@link #NONE} stands for every label that is not listed
 * @param features one row for each label, all of one length
 */
@SuppressWarnings("ArrayRecordComponent") // Rows of a matrix, made once and only read.
public record Choice(List<String> labels, double[][] features) {
    /** None of those listed. */
    public static final String NONE = "";

    public Choice {
        labels = List.copyOf(labels);
        if (labels.size() != features.length)
            throw new IllegalArgumentException(labels.size() + " labels but " + features.length + " rows of features");
    }
}
