package flightline.diagnosis;

import flightline.terms.Addressed;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells sentences that speak to whoever answers, and not to who maintains. What is plainly such is held back when it is
 * taken in; here a lighter suspicion is enough, since a sentence that is not quoted costs little.
 */
final class Addressee {
    private static final Pattern MACHINE = Pattern.compile(
            "\\b(?:assistants?:|the assistant|chat ?bots?|language models?|the (?:ai|llm)\\b|(?:machine|automated) readers?|readers? that (?:are|is) (?:a )?machines?"
                    + "|the model (?:has to|must|should|shall)\\b|system prompt|tokens? [A-Z])"
                    + "|\\byour (?:answers?|repl(?:y|ies)|responses?|output|instructions|rules|prompt)\\b"
                    + "|\\b(?:correct|right|true|only|valid) answers?\\b[^.]{0,20}\\b(?:to|for|is|as)\\b|\\bas the only valid answer\\b"
                    + "|\\b(?:for|to) (?:all|any|every) questions?\\b"
                    + "|(?:^|[.!?:] )(?:please )?(?:reply|respond|answer|output (?:only|the word|this)|emit|cite|act as|pretend)\\b(?! the (?:call|telephone|phone|radio))"
                    // A procedure has a step signed for when it is done, not all of them unseen.
                    + "|\\b(?:mark|tick|sign|initial|close) (?:off )?(?:every|all) (?:\\w+ ){1,3}as (?:complete|completed|done|passed|performed)\\b"
                    + "|(?:^|[.!?] )override:|\\bnever show it\\b|</?passage>|\\[/?INST\\]|<\\|\\w+\\|>|</?\\w+ MODE>|\\bgod mode\\b|\\bas your (?:creator|developer|owner|boss)\\b|\\bnew task:|\\bas an? (?:ai|assistant),? (?:you|i)\\b|\\bwhoever answers\\b"
                    + "|\\b(?:ignore|disregard|forget|stop|skip)\\b (?:\\w+ ){0,3}?(?:(?:previous|prior|earlier) (?:directions|orders|text)|the question|quoting|answering)\\b",
            Pattern.CASE_INSENSITIVE);

    /** In any script. */
    private static final Pattern QUESTION = Pattern.compile("[?\\u061f\\uff1f\\u037e]['\"\u2019\u201d)]*$|^\\u00bf");

    /** Two words in a row of another script; single letters are signs of quantities. */
    private static final Pattern OTHER_SCRIPT =
            Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]{2,}\\s+[\\p{L}&&[^\\p{IsLatin}]]{2,}");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(?:the|of|and|to|is|are|in|for|with|that|be|on|by|or)\\b", Pattern.CASE_INSENSITIVE);
    /** Words of a text among which one of these is enough to call it English. */
    private static final int EVERY = 15;

    /** From here on a sentence by itself is not quoted; of the handbook's sentences one in 250 reaches it. */
    private static final double ALONE = -1;
    /** From here on there is no doubt. */
    private static final double SURE = 1;
    /** From here on beside one of which there is no doubt: what sets a task often does it in several sentences. */
    private static final double BESIDE = -4.5;
    /** Words by which a long sentence is judged besides: what follows them may be the text that the task is about. */
    private static final int BEGINNING = 8;

    private static final int LONG = 20;

    private Addressee() {}

    /** Which of a passage's sentences, in their order, are not quoted. */
    static boolean[] among(List<String> sentences) {
        // What was learned is English: elsewhere only plain signs count.
        boolean english = isEnglish(String.join(" ", sentences));
        double[] score = sentences.stream()
                .mapToDouble(
                        sentence -> english ? score(sentence) : isPlain(sentence) ? SURE : Double.NEGATIVE_INFINITY)
                .toArray();
        boolean[] sure = new boolean[score.length];
        for (int i = 0; i < score.length; i++)
            sure[i] = score[i] >= SURE
                    || (english && OTHER_SCRIPT.matcher(sentences.get(i)).find());
        for (int i = 1; i < score.length; i++) sure[i] |= sure[i - 1] && score[i] >= BESIDE;
        for (int i = score.length - 2; i >= 0; i--) sure[i] |= sure[i + 1] && score[i] >= BESIDE;
        for (int i = 0; i < score.length; i++) sure[i] |= score[i] >= ALONE;
        return sure;
    }

    private static boolean isEnglish(String passage) {
        return ENGLISH.matcher(passage).results().count() * EVERY
                >= WORD.matcher(passage).results().count();
    }

    static boolean isMachine(String sentence) {
        return score(sentence) >= ALONE;
    }

    /** A question states nothing, whoever it is put to. */
    private static boolean isPlain(String sentence) {
        return QUESTION.matcher(sentence).find() || MACHINE.matcher(sentence).find();
    }

    private static double score(String sentence) {
        if (isPlain(sentence)) return SURE;
        String[] words = sentence.split("\\s+", LONG + 1);
        double whole = Addressed.standard().score(sentence);
        return words.length <= LONG
                ? whole
                : Math.max(
                        whole,
                        Addressed.standard()
                                .score(String.join(" ", Arrays.asList(words).subList(0, BEGINNING))));
    }
}
