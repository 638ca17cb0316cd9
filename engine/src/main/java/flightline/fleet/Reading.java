package flightline.fleet;

import java.util.List;

/** What became of reading a question. */
sealed interface Reading {
    record Understood(Question question) implements Reading {}

    /** @param nearest forms that come closest; empty where none does */
    record NotUnderstood(String why, List<Form> nearest) implements Reading {
        public NotUnderstood {
            nearest = List.copyOf(nearest);
        }
    }
}
