package flightline.policy;

import flightline.corpus.Marking;
import java.util.HashSet;
import java.util.List;

/** Stands before every request. Same text, same principal, same rules: same decision. */
public final class Gate {
    private record Compiled(AcceptableUse.Rule rule, List<PhrasePattern> phrases, List<PhrasePattern> unless) {}

    private final String version;
    private final List<Compiled> rules;
    private final List<PhrasePattern> outOfScope;
    private final String outOfScopeWhy;

    public Gate(AcceptableUse use) {
        this.version = use.version();
        this.rules = use.rules().stream()
                .map(r -> new Compiled(r, compile(r.phrases()), compile(r.unless())))
                .toList();
        this.outOfScope = compile(use.outOfScope().phrases());
        this.outOfScopeWhy = use.outOfScope().why();
    }

    public String policyVersion() {
        return version;
    }

    public Decision decide(String text, Principal asker) {
        List<String> words = PhrasePattern.words(text);
        for (Compiled compiled : rules) {
            boolean fires = any(compiled.phrases, words) && !any(compiled.unless, words);
            if (fires)
                return new Decision.Refused(compiled.rule.clause(), compiled.rule.category(), compiled.rule.why());
        }
        if (any(outOfScope, words)) return new Decision.OutOfScope(outOfScopeWhy);
        return new Decision.Allowed(scope(asker));
    }

    private static Scope scope(Principal asker) {
        var markings = new HashSet<>(asker.clearances());
        markings.add(Marking.UNMARKED);
        return new Scope(markings);
    }

    private static boolean any(List<PhrasePattern> patterns, List<String> words) {
        return patterns.stream().anyMatch(p -> p.occursIn(words));
    }

    private static List<PhrasePattern> compile(List<String> phrases) {
        return phrases.stream().map(PhrasePattern::new).toList();
    }
}
