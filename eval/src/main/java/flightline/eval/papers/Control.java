package flightline.eval.papers;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One control of NIST SP 800-53 Rev. 5 and what the product does about it.
 *
 * @param id    as OSCAL's catalog writes it: {@code ac-6.9}
 * @param does  what the product does; empty where nothing
 * @param lacks what it does not do; empty where nothing is missing
 * @param leaves what is left to the operator; empty where nothing
 * @param tests tests that show it
 * @param pages pages that tell of it, from the root of the repository
 * @param code  classes that do it, with their package
 */
public record Control(
        String id,
        String title,
        Verdict verdict,
        String does,
        String lacks,
        String leaves,
        List<TestName> tests,
        List<String> pages,
        List<String> code) {
    private static final Pattern ID = Pattern.compile("[a-z]{2}-\\d+(\\.\\d+)?");

    public Control {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("a control is named like ac-6.9, got " + id);
        if (title.isBlank()) throw new IllegalArgumentException(id + " has no title");
        String fault = switch (verdict) {
            case MET -> does.isBlank() || tests.isEmpty() ? "says that it is met and names no test" : "";
            case PART ->
                does.isBlank() || tests.isEmpty()
                        ? "says that it is met in part and names no test"
                        : lacks.isBlank() && leaves.isBlank() ? "says that it is met in part, not what lacks" : "";
            case NOT -> lacks.isBlank() ? "says that it is not met, not what lacks" : "";
            case OPERATOR -> leaves.isBlank() ? "is the operator's and does not say what is left to do" : "";
        };
        if (!fault.isEmpty()) throw new IllegalArgumentException(id + " " + fault);
        tests = List.copyOf(tests);
        pages = List.copyOf(pages);
        code = List.copyOf(code);
    }

    /** As people write it: {@code AC-6(9)}. */
    public String label() {
        String upper = id.toUpperCase(Locale.ROOT);
        int dot = upper.indexOf('.');
        return dot < 0 ? upper : upper.substring(0, dot) + "(" + upper.substring(dot + 1) + ")";
    }

    /** The two letters of its family. */
    public String family() {
        return id.substring(0, 2);
    }
}
