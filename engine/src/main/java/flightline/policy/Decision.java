package flightline.policy;

/** What the gate says to a request. */
public sealed interface Decision {
    /** May be answered, from material inside the scope. */
    record Allowed(Scope scope) implements Decision {}

    /**
     * Must not be answered.
     *
     * @param clause of the acceptable-use policy, for example {@code AU-2.a}
     * @param why in words the asker understands
     */
    record Refused(String clause, String category, String why) implements Decision {}

    /** Nothing to do with aircraft, maintenance, engineering or the library; not forbidden, just not ours to answer. */
    record OutOfScope(String why) implements Decision {}
}
