package flightline.flow;

import java.util.Optional;

/**
 * Is told when somebody in their work begins to be answered, and with what it ended. Called on the thread that answers: it must
 * come back at once and never throw.
 */
public interface Aside {
    /** Nobody looks. */
    Aside NOBODY = new Aside() {
        @Override
        public void begun() {}

        @Override
        public void ended(Posed posed, Optional<Answer> answer) {}
    };

    void begun();

    /** @param answer absent where there was none, for example because too many asked */
    void ended(Posed posed, Optional<Answer> answer);

    /**
     * A request as it was put.
     *
     * @param kind {@code ask} or {@code diagnose}
     * @param about words of the matter that it belongs to; may be empty
     */
    record Posed(String kind, Request request, String about) {}
}
