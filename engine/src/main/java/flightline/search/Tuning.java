package flightline.search;

import java.util.Map;
import java.util.Optional;

/**
 * The constants of a ranking, found by measuring on the questions set aside for tuning.
 *
 * @param depth how many candidates each half of the search brings
 * @param k1 how fast a repeated word stops counting (BM25)
 * @param b how much a long text is held back (BM25), 0 to 1
 * @param lexical share of the score that shared words decide
 * @param semantic share of the score that likeness in meaning decides
 * @param pieces share of that likeness which the likeliest piece of a text decides, 0 to 1, where it has several
 * @param codes what a text gains that has every identifier of the question
 * @param codeWeight weight of an identifier among the words
 * @param joinedWeight weight of a compound written in one
 * @param restatedWeight weight of the other form of an abbreviation
 * @param fullMatch share of the greatest BM25 score that a text with every word once reaches, 0 to 1
 * @param fields weight of each field, 1 or more
 * @param together field in which an index holds those fields as one text, each word as often as its field weighs
 */
record Tuning(
        int depth,
        float k1,
        float b,
        double lexical,
        double semantic,
        double pieces,
        double codes,
        float codeWeight,
        float joinedWeight,
        float restatedWeight,
        double fullMatch,
        Map<String, Float> fields,
        Optional<String> together) {
    /** Chosen on the {@code tune} half of {@code eval/questions/handbook.jsonl}; any share of words from 0.1 to 0.2 does nearly as well. */
    static final Tuning PASSAGES = new Tuning(
            200,
            4f,
            0.75f,
            0.15,
            0.85,
            0.4,
            0.3,
            1.5f,
            1f,
            0.5f,
            0.7,
            Map.of(
                    PassageFields.TEXT, 4f,
                    PassageFields.CONTEXT, 2f,
                    PassageFields.PATH, 3f,
                    PassageFields.TITLE, 2f),
            Optional.of(PassageFields.WORDS));

    /** Chosen on the public records, by votes of the fifty nearest for the part, each case's own record left out. */
    static final Tuning RECORDS = new Tuning(
            200,
            1.2f,
            0.75f,
            0.5,
            0.5,
            0,
            0,
            1.5f,
            1f,
            0.5f,
            0.7,
            Map.of(
                    RecordFields.COMPLAINT, 3f,
                    RecordFields.NARRATIVE, 1f,
                    RecordFields.PART, 2f),
            Optional.empty());
}
