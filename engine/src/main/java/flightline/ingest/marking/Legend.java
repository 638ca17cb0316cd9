package flightline.ingest.marking;

import flightline.corpus.Marking;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence by which a document says of itself that the law restricts who may have it. */
final class Legend {
    private static final int LONGEST = 1_500;
    /** Characters between the parts of such a sentence. */
    private static final int APART = 160;

    private static final Pattern ITSELF = Pattern.compile(
            "(?i)\\bth(?:is|ese|e following) (?:document|documents|publication|manual|data|technical data|drawing|information|material|module|data module|page|item|file|report|technology|software|commodity|bulletin|letter|procedure|presentation)s?\\b"
                    // The subject is left out where a line begins so.
                    + "|^\\W{0,3}contains\\b"
                    + "|\\b(?:data|information) (?:contained )?herein\\b");
    private static final Pattern HELD = Pattern.compile(
            "(?i)\\b(?:controlled|subject|restricted|restricts|governed|regulated|covered)\\b|\\btechnical data,? \\(?(?:as )?defined\\b");
    private static final Pattern ITAR = Pattern.compile(
            "(?i)\\bitar\\b|international traffic in arms|arms export control act|22 (?:usc|cfr)\\b|\\busml\\b|(?:us|united states) munitions list");
    private static final Pattern EAR = Pattern.compile(
            "\\bEARs?\\b(?!(?i: (?:canal|protect|plug|defender|muff)))|(?i:export administration (?:act|regulations)|15 cfr\\b)");
    /** "ITAR controlled": the law first. */
    private static final Pattern HELD_BY =
            Pattern.compile("(?i)[- ](?:controlled|restricted|regulated|technical data)\\b");

    private static final Pattern INITIALS = Pattern.compile("\\b(?:[A-Za-z]\\.){2,6}");
    private static final Pattern SENTENCE = Pattern.compile("[.!?]\\s(?=\\p{Lu})");

    private static final String PLAIN =
            "(?:(?!(?:and|but|or|because|since|which|unless|until|without|therefore)\\b)[\\w/'-]+ )";
    /**
     * What says that a thing is not held, up to the verb. A prohibition ("may not be transferred") denies nothing, and neither does a "not"
     * that belongs to another verb.
     */
    private static final Pattern DENIED = Pattern.compile("(?i)\\b(?:"
            + "(?<!\\b(?:may|must|shall|can|could|should|will|would) )not (?:(?:currently|itself|considered|deemed|believed|known|determined"
            + "|to|be|been|export|directly|otherwise|in|any|way|under)[ -]){0,6}"
            + "|(?<!\\b(?:may|must|shall|can|could|should|will|would) )not (?:contain|include|constitute|have|disclose|reveal|involve) "
            + PLAIN + "{0,8}"
            + "|(?:contains?|includes?|has|have|constitutes?|is|are) no (?:longer )?" + PLAIN + "{0,8}"
            + "|(?:none|nothing|no (?:information|(?:technical )?data|items?|content|material|part|portion))\\b"
            + "(?:(?! (?:that|which|who|may|shall|must) )[^,;:]){0,100} (?:is|are|was|were) (?:\\w+ ){0,2}"
            + "|(?:neither|nor) (?:\\w+ ){0,2}"
            + "|free (?:of|from) " + PLAIN + "{0,6}"
            + ")$");

    private static final Pattern NEITHER = Pattern.compile("(?i)\\b(?:neither|none|nor)\\b");

    private Legend() {}

    /** Empty where it is about something else, or says that nothing is restricted. */
    static Optional<Marking> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        String plain = INITIALS.matcher(text)
                .replaceAll(initials -> initials.group().replace(".", ""))
                .replaceAll("\\s+", " ");
        Optional<Marking> itar = holds(plain, ITAR) ? Optional.of(new Marking("ITAR")) : Optional.empty();
        Optional<Marking> ear = holds(plain, EAR) ? Optional.of(new Marking("EAR")) : Optional.empty();
        return itar.isPresent() && ear.isPresent() ? Optional.of(itar.get().and(ear.get())) : itar.or(() -> ear);
    }

    private static boolean holds(String text, Pattern law) {
        for (Matcher named = law.matcher(text); named.find(); ) {
            int from = sentence(text, named.start());
            Matcher by = HELD_BY.matcher(text).region(named.end(), text.length());
            if (by.lookingAt() && holds(text, from, named.start(), named.start())) return true;
            // The verb that the law belongs to is the last one before it.
            int start = -1;
            int end = -1;
            for (Matcher held = HELD.matcher(text).region(from, named.start()); held.find(); ) {
                start = held.start();
                end = held.end();
            }
            if (start >= 0
                    && named.start() - end <= APART
                    && !NEITHER.matcher(text).region(end, named.start()).find()
                    && holds(text, from, start, end)) return true;
        }
        return false;
    }

    /** Whether a verb's subject is the document, and the verb is not denied. */
    private static boolean holds(String text, int from, int verb, int end) {
        int subject = -1;
        for (Matcher itself = ITSELF.matcher(text).region(from, end); itself.find() && itself.end() <= verb; )
            subject = itself.end();
        return subject >= 0
                && verb - subject <= APART
                && !DENIED.matcher(text.substring(from, verb)).find();
    }

    private static int sentence(String text, int at) {
        int from = 0;
        for (Matcher end = SENTENCE.matcher(text).region(0, at); end.find(); ) from = end.end();
        return from;
    }
}
