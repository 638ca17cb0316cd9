package flightline.policy;

import java.util.Set;

/** What is put to the policies. Equal questions have the same answer. */
sealed interface Question {
    AskerFacts asker();

    /**
     * May this request be answered?
     *
     * @param clauses that it was found to fall under
     * @param neverExcepted whether it has a word with which it stays forbidden for everybody
     * @param exempted clauses that an administrator's own exceptions except the asker from
     */
    record Ask(AskerFacts asker, Set<String> clauses, boolean neverExcepted, Set<String> exempted) implements Question {
        public Ask {
            clauses = Set.copyOf(clauses);
            exempted = Set.copyOf(exempted);
        }

        /** Of somebody who asks nothing that is forbidden. */
        static Ask harmless(AskerFacts asker) {
            return new Ask(asker, Set.of(), false, Set.of());
        }
    }

    /** May this be shown? */
    record See(AskerFacts asker, MaterialFacts material) implements Question {}

    /** May this be done? */
    record Do(AskerFacts asker, Act act) implements Question {}
}
