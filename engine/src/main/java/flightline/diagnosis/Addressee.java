package flightline.diagnosis;

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
                    + "|(?:^|[.!?] )override:|\\bnever show it\\b|</?passage>|\\bnew task:|\\bas an? (?:ai|assistant),? (?:you|i)\\b|\\bwhoever answers\\b"
                    + "|\\b(?:ignore|disregard|forget|stop|skip)\\b (?:\\w+ ){0,3}?(?:(?:previous|prior|earlier) (?:directions|orders|text)|the question|quoting|answering)\\b",
            Pattern.CASE_INSENSITIVE);

    private Addressee() {}

    static boolean isMachine(String sentence) {
        return MACHINE.matcher(sentence).find();
    }
}
