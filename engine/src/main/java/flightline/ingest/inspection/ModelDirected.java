package flightline.ingest.inspection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that command a language model instead of informing a technician. Signals are counted over two sentences that
 * follow each other, so that a long text does not add up to a reproach.
 */
final class ModelDirected {
    private static final int ENOUGH = 3;
    /** Longer than any sentence; keeps the patterns, which look some words ahead, to a bounded stretch. */
    private static final int LONGEST = 1200;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。])\\s+|\\n+");
    /** Every signal needs one of these: a text without them, as nearly all are, is passed at once. */
    private static final Pattern TRIGGER = Pattern.compile(
            "ignor|disregard|forget|overlook|overrid|bypass|discard|neglect|set aside|no attention|follow|obey|olvid|esque|oubli|vergiss|dimentica|negeer"
                    + "|игнорир|забудь|忽略|無視|تجاهل|<\\||inst\\]|sys>>|_of_turn|###|</?system|prompt|gpt|claude|copilot|llm|bot|language model"
                    + "|\\bai\\b|assistant|you are|you're|from now on|you (?:must|will|shall)|pretend|act as|role-?play|jailbreak|dan mode|enter|override"
                    + "|restriction|filters|censor|your |the system|user|you |decode|pass ?code|secret|contraseña|senha|passwor|passwort|kennwort|mot de passe|пароль|imagine|in an? [^.]{0,30}(?:world|universe|society|scenario)|scenario|interlace|combine |strings|part 1|tasks?\\b|instruction|system|human:|!\\[|password|credential|reader|anyone",
            Pattern.CASE_INSENSITIVE);

    private ModelDirected() {}

    /** What was seen, in words; absent where nothing speaks to a model. */
    static Optional<String> in(String text) {
        return EncodedText.in(text)
                .filter(decoded -> decoded.words() || spoken(decoded.text()).isPresent())
                .map(decoded -> "a text encoded as " + decoded.code() + ": " + Excerpt.of(decoded.text()))
                .or(() -> spoken(text))
                .or(() -> Disguised.in(seen(text))
                        .map(words -> "sets aside the instructions given before, in disguise: " + Excerpt.of(words)));
    }

    private static Optional<String> spoken(String written) {
        String text = seen(written);
        if (!TRIGGER.matcher(text).find()) return Optional.empty();
        List<String> sentences = sentences(text);
        for (int i = 0; i < sentences.size(); i++) {
            String window = sentences.get(i) + (i + 1 < sentences.size() ? " " + sentences.get(i + 1) : "");
            List<Signal> heard = Stream.concat(Signal.ALL.stream(), DialogueSignals.ALL.stream())
                    .filter(s -> s.pattern().matcher(window).find())
                    .toList();
            if (heard.stream().mapToInt(Signal::weight).sum() >= ENOUGH)
                return Optional.of(heard.stream().map(Signal::name).collect(Collectors.joining(", ")) + ": "
                        + Excerpt.of(window.strip()));
        }
        return Optional.empty();
    }

    /** The words as whoever reads them sees them: letters of mathematics, of full width and of another script that look like Latin ones are these. */
    private static String seen(String written) {
        return Lookalikes.folded(Normalizer.normalize(HiddenCharacters.without(written), Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replace('\t', ' '));
    }

    private static List<String> sentences(String plain) {
        var sentences = new ArrayList<String>();
        for (String sentence : SENTENCE_END.split(plain))
            for (int at = 0; at < sentence.length(); at += LONGEST)
                sentences.add(sentence.substring(at, Math.min(sentence.length(), at + LONGEST))
                        .replaceAll(" {2,}", " "));
        return sentences;
    }
}
