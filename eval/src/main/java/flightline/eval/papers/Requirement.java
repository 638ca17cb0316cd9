package flightline.eval.papers;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One requirement of NIST SP 800-171 Rev. 3. What is said of it is what is said of the controls that it was made from.
 *
 * @param id        {@code 03.01.02}
 * @param revision2 numbers of Rev. 2 that live on in it, {@code 3.1.2}; empty for a new one
 * @param controls  at least one
 */
public record Requirement(String id, String title, List<String> revision2, List<Control> controls) {
    private static final Pattern ID = Pattern.compile("03\\.\\d\\d\\.\\d\\d");

    public Requirement {
        if (!ID.matcher(id).matches())
            throw new IllegalArgumentException("a requirement is named like 03.01.02, got " + id);
        if (controls.isEmpty()) throw new IllegalArgumentException(id + " rests on no control");
        revision2 = List.copyOf(revision2);
        controls = List.copyOf(controls);
    }

    public Verdict verdict() {
        return Verdict.ofAll(controls.stream().map(Control::verdict).toList());
    }
}
