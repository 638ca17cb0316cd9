package flightline.llama.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text is a grammar that the library can read. The library prints what is wrong with one past its own log, so it is
 * only given those that pass here.
 */
final class GrammarSyntax {
    private static final String SIGN = "\\\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[trn\\\\\"\\[\\]-])";
    private static final Pattern PART =
            Pattern.compile("(?<gap>[ \\t]+|#[^\\r\\n]*)|(?<line>\\R)|(?<begin>[a-zA-Z0-9-]+[ \\t]*::=)"
                    + "|(?<name>[a-zA-Z0-9-]+)|(?<thing>\"(?:[^\"\\\\]|" + SIGN + ")*\"|\\[\\^?(?:[^\\]\\\\]|" + SIGN
                    + ")+]|\\.)"
                    + "|(?<open>\\()|(?<close>\\))|(?<or>\\|)|(?<times>[*+?]|\\{\\d{1,4}(?:,\\d{0,4})?})");
    private static final int DEEPEST = 64;

    private final List<String> troubles = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private int depth;
    /** Whether something stands before that can be repeated. */
    private boolean thing;
    /** Whether a rule may go on over the end of a line. */
    private boolean open;

    private boolean inRule;

    private GrammarSyntax() {}

    /** What is wrong with a grammar, in one line; empty if nothing is. */
    static Optional<String> wrong(String gbnf) {
        var syntax = new GrammarSyntax();
        Matcher part = PART.matcher(gbnf);
        int at = 0;
        while (at < gbnf.length() && syntax.troubles.isEmpty()) {
            part.region(at, gbnf.length());
            if (!part.lookingAt()) {
                syntax.trouble("nothing known stands", at);
                break;
            }
            syntax.take(part, at);
            at = part.end();
        }
        syntax.finish(at);
        return syntax.troubles.stream().findFirst();
    }

    private void take(Matcher part, int at) {
        if (part.group("gap") != null) return;
        if (part.group("line") != null) {
            if (depth == 0 && !open) inRule = false;
            return;
        }
        if (part.group("begin") != null) {
            String name = part.group().replaceAll("[ \\t]*::=", "");
            if (inRule || depth > 0) trouble("the rule " + name + " begins in another", at);
            begun.add(name);
            inRule = true;
            open = true;
            thing = false;
            return;
        }
        if (!inRule) {
            trouble("no rule has begun", at);
        } else if (part.group("times") != null) {
            if (!thing) trouble("nothing to repeat stands before", at);
        } else if (part.group("or") != null) {
            open = true;
            thing = false;
        } else if (part.group("open") != null) {
            if (++depth > DEEPEST) trouble("more than " + DEEPEST + " brackets are open", at);
            thing = false;
        } else if (part.group("close") != null) {
            if (--depth < 0) trouble("no bracket is open", at);
            element();
        } else {
            if (part.group("name") != null) used.add(part.group());
            element();
        }
    }

    private void element() {
        thing = true;
        open = false;
    }

    private void finish(int at) {
        if (depth > 0) trouble("a bracket is still open", at);
        for (String name : used) if (!begun.contains(name)) troubles.add("the rule " + name + " is used and not there");
        if (!begun.contains("root")) troubles.add("the rule root is not there");
    }

    private void trouble(String what, int at) {
        troubles.add(what + " at character " + (at + 1));
    }
}
