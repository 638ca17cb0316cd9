package flightline.eval.claims;

import flightline.corpus.SafetyKind;
import flightline.corpus.SafetyText;
import flightline.corpus.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** False and faithful statements derived from passages, so many of each kind at most, the same for the same seed. */
final class CaseBook {
    private static final int SHORTEST = 40;
    private static final int LONGEST = 260;
    private static final double LETTERS = 0.7;
    /** Neighbours among which the passage is taken that a statement wrongly cites. */
    private static final int NEAR = 4;

    private final int most;
    private final Dice dice;
    private final Falsifier falsifier;
    private final Map<String, List<Case>> byKind = new LinkedHashMap<>();

    CaseBook(int most, long seed) {
        this.most = most;
        this.dice = new Dice(seed);
        this.falsifier = new Falsifier(dice);
    }

    List<Case> of(List<CitedPassage> passages) {
        var numbered = new ArrayList<Integer>();
        for (int i = 0; i < passages.size(); i++) numbered.add(i);
        for (int at : dice.shuffled(numbered)) {
            CitedPassage passage = passages.get(at);
            List<String> sentences = Sentences.of(passage.text()).stream()
                    .filter(CaseBook::proper)
                    .toList();
            warnings(passage);
            if (sentences.isEmpty()) continue;
            String sentence = dice.one(sentences);
            faithful(sentence, passage);
            misled(sentence, passages, at);
            Map<String, String> reworded = Rewording.of(sentence);
            reworded.remove("capitals");
            String base =
                    reworded.isEmpty() || dice.below(2) == 0 ? sentence : dice.one(List.copyOf(reworded.values()));
            falsifier.of(base, passage.text()).forEach((kind, text) -> add(Case.of(false, kind, text, passage)));
            // Rare kinds would be few if only one sentence of a passage were looked at.
            for (String other : sentences)
                falsifier.of(other, passage.text()).forEach((kind, text) -> {
                    if (!kind.equals("negation added")
                            && byKind.getOrDefault("false" + kind, List.of()).size() < most / 2)
                        add(Case.of(false, kind, text, passage));
                });
            for (int i = 0; i + 1 < sentences.size(); i++)
                falsifier
                        .swapped(sentences.get(i), sentences.get(i + 1))
                        .ifPresent(text -> add(Case.of(false, "steps swapped", text, passage)));
        }
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    private void faithful(String sentence, CitedPassage passage) {
        add(Case.of(true, "quote", sentence, passage));
        Rewording.of(sentence).forEach((how, text) -> add(Case.of(true, how, text, passage)));
    }

    private void misled(String sentence, List<CitedPassage> passages, int at) {
        int other = at + (dice.below(2) == 0 ? -1 : 1) * (1 + dice.below(NEAR));
        if (other < 0 || other >= passages.size() || passages.get(other).text().contains(sentence)) return;
        add(Case.of(false, "wrong passage", sentence, passages.get(other)));
    }

    private void warnings(CitedPassage passage) {
        List<SafetyText> grave = passage.safety().stream()
                .filter(s -> s.kind() != SafetyKind.NOTE)
                .toList();
        if (grave.isEmpty()) return;
        SafetyText chosen = dice.one(grave);
        var shown = new ArrayList<>(passage.safety());
        shown.removeIf(chosen::equals);
        add(new Case("warning left out " + passage.id(), false, "warning left out", passage.text(), passage, shown));
        String altered = chosen.text().replaceFirst("(?i)\\b(?:do not|must not|can|must|will)\\b", "should");
        if (altered.equals(chosen.text())) return;
        var other = new ArrayList<>(passage.safety());
        other.replaceAll(s -> s.equals(chosen) ? new SafetyText(s.kind(), altered, s.place()) : s);
        add(new Case("warning altered " + passage.id(), false, "warning altered", passage.text(), passage, other));
    }

    private void add(Case one) {
        // What the passage says in another place is not false.
        if (!one.faithful()
                && one.shown().equals(one.cited().safety())
                && squeezed(one.cited().text()).contains(squeezed(one.text()))) return;
        List<Case> held = byKind.computeIfAbsent(one.faithful() + one.kind(), kind -> new ArrayList<>());
        if (held.size() < most && held.stream().noneMatch(c -> c.text().equals(one.text()))) held.add(one);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** A sentence of running text, as far as its look tells: no heading, no caption, no debris of a drawing. */
    static boolean proper(String sentence) {
        if (sentence.length() < SHORTEST || sentence.length() > LONGEST || !sentence.endsWith(".")) return false;
        if (!Character.isUpperCase(sentence.charAt(0)) || sentence.startsWith("Figure ")) return false;
        long small = sentence.chars().filter(Character::isLowerCase).count();
        return small >= LETTERS * sentence.length();
    }
}
