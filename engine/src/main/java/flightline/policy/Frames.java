package flightline.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns of speech that tell to what end something is asked: that nobody shall see it, that it shall look like something
 * else, whom to tell, what a manual says. None decides anything by itself.
 */
final class Frames {
    private record Frame(String name, List<PhrasePattern> phrases) {}

    private final List<Frame> frames;

    /**
     * Throws {@link IllegalArgumentException} where a phrase names a list that is not there.
     *
     * @param written phrases as in a rule, by the frame's name
     */
    Frames(Map<String, List<String>> written, Concepts lists) {
        frames = new TreeMap<>(written)
                .entrySet().stream()
                        .map(frame -> new Frame(
                                frame.getKey(),
                                frame.getValue().stream()
                                        .map(phrase -> new PhrasePattern(phrase, lists))
                                        .toList()))
                        .toList();
    }

    /** Names of the frames that the words stand in, in alphabetical order. */
    List<String> in(List<String> words) {
        return frames.stream()
                .filter(frame -> frame.phrases.stream()
                        .anyMatch(phrase -> phrase.foundIn(words).isPresent()))
                .map(Frame::name)
                .toList();
    }
}
