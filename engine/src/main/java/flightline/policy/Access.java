package flightline.policy;

import flightline.corpus.Marking;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what, and who sees what: the one place that is asked. Answers are remembered; many threads may ask. */
public final class Access {
    private final PolicyJudge judge;

    Access(PolicyJudge judge) {
        this.judge = judge;
    }

    /** Whether one of the asker's roles may do it. */
    public boolean may(Principal asker, Act act) {
        return may(AskerFacts.of(asker), act);
    }

    /** Whether material with this marking may be shown to the asker. */
    public boolean sees(Principal asker, Marking marking) {
        return judge.rule(new Question.See(AskerFacts.of(asker), MaterialFacts.of(marking)))
                .permitted();
    }

    /** Roles that may do it, each by itself, in the order of {@link Role}. */
    public List<String> whoMay(Act act) {
        return Arrays.stream(Role.values())
                .map(Role::word)
                .filter(role -> may(AskerFacts.of(Set.of(role)), act))
                .toList();
    }

    /** Why the asker may not do it, naming who may; empty where they may. */
    public Optional<String> refusal(Principal asker, Act act) {
        if (may(asker, act)) return Optional.empty();
        String has = asker.roles().isEmpty()
                ? "has no role"
                : "is " + asker.roles().stream().sorted().collect(Collectors.joining(", "));
        List<String> who = whoMay(act);
        return Optional.of("'" + asker.name() + "' " + has + "; '" + act.word() + "' is for "
                + (who.isEmpty() ? "nobody" : String.join(", ", who)));
    }

    private boolean may(AskerFacts asker, Act act) {
        return judge.rule(act == Act.ASK ? Question.Ask.harmless(asker) : new Question.Do(asker, act))
                .permitted();
    }
}
