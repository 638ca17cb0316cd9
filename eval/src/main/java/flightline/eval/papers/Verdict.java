package flightline.eval.papers;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** How far the product meets a control. */
public enum Verdict {
    /** Does what the control asks of software, and a test shows it. */
    MET("met"),
    /** Does some of it. */
    PART("in part"),
    /** Could do it and does not. */
    NOT("not"),
    /** Is done by whoever runs the product; software can hand over material at most. */
    OPERATOR("the operator's");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As the page says it. */
    public String words() {
        return words;
    }

    /** As a token for programs: no blank, no apostrophe. */
    public String token() {
        return switch (this) {
            case MET -> "met";
            case PART -> "in-part";
            case NOT -> "not-met";
            case OPERATOR -> "operator";
        };
    }

    /** The verdict on a requirement that rests on several controls: theirs where they agree; never better than the worst of them. */
    public static Verdict ofAll(Collection<Verdict> controls) {
        if (controls.isEmpty()) throw new IllegalArgumentException("a requirement rests on one control at least");
        Set<Verdict> said = EnumSet.copyOf(controls);
        if (said.size() == 1) return said.iterator().next();
        return said.equals(EnumSet.of(NOT, OPERATOR)) ? NOT : PART;
    }
}
