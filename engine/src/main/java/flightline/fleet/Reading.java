package flightline.fleet;

import java.util.List;

/** What became of reading a question. */
sealed interface Reading {
    record Understood(Question question) implements Reading {}

    /**
     * @param parts questions that ask for a part of what was asked
     * @param nearest forms that come closest; empty where none does
     */
    record NotUnderstood(String why, List<String> parts, List<Form> nearest) implements Reading {
        public NotUnderstood {
            parts = List.copyOf(parts);
            nearest = List.copyOf(nearest);
        }

        NotUnderstood(String why, List<Form> nearest) {
            this(why, List.of(), nearest);
        }
    }
}
