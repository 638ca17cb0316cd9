package flightline.terms;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the ATA numbering of aircraft systems.
 *
 * @param chapter 0 to 99; 32 is landing gear
 * @param section 0 to 99, the second pair of digits ({@code 41} in {@code 32-41}); absent where only the chapter is known
 * @param subject 0 to 99, the third pair; absent where not given, and without a section
 */
public record AtaCode(int chapter, OptionalInt section, OptionalInt subject) {
    private static final Pattern DIGITS = Pattern.compile(
            "(?:ATA\\s*(?:CHAPTER\\s*)?|CH(?:APTER)?\\.?\\s*)?(\\d{2})(?:-(\\d{2})(?:-(\\d{2})(?:-.*)?)?|(\\d{2})(\\d{2})?)?");
    // S1000D: model, system difference, system (two digits for aircraft), subsystem and sub-subsystem, assembly, ...
    private static final Pattern DATA_MODULE = Pattern.compile(
            "(?:DM[CE]-)?[A-Z0-9]{2,14}-[A-Z0-9]{1,4}-(\\d{2})-(\\d)(\\d)-(\\d{2})(?:\\d{2})?-\\d{2}[A-Z0-9]{1,3}-.*");

    public AtaCode {
        check("chapter", chapter);
        section.ifPresent(s -> check("section", s));
        subject.ifPresent(s -> check("subject", s));
        if (subject.isPresent() && section.isEmpty())
            throw new IllegalArgumentException("ATA subject " + subject.getAsInt() + " without a section");
    }

    public static AtaCode of(int chapter, int section) {
        return new AtaCode(chapter, OptionalInt.of(section), OptionalInt.empty());
    }

    public static AtaCode ofChapter(int chapter) {
        return new AtaCode(chapter, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Reads {@code 32}, {@code ATA 32}, {@code 3241}, {@code 32-41}, {@code 32-41-00}, a task number
     * {@code 32-41-00-400-801} or a data module code; empty for anything else.
     */
    public static Optional<AtaCode> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Matcher digits = DIGITS.matcher(upper);
        if (digits.matches()) {
            boolean dashed = digits.group(2) != null;
            return Optional.of(new AtaCode(
                    Integer.parseInt(digits.group(1)),
                    pair(digits.group(dashed ? 2 : 4)),
                    pair(digits.group(dashed ? 3 : 5))));
        }
        Matcher module = DATA_MODULE.matcher(upper);
        if (module.matches())
            return Optional.of(new AtaCode(
                    Integer.parseInt(module.group(1)), pair(module.group(2) + module.group(3)), pair(module.group(4))));
        return Optional.empty();
    }

    /** Two digits, {@code 32}. */
    public String chapterCode() {
        return twoDigits(chapter);
    }

    /** Chapter and section without a dash, {@code 3241}; {@code 3200} where only the chapter is known. */
    public String fourDigits() {
        return twoDigits(chapter) + twoDigits(section.orElse(0));
    }

    /** Chapter and section, {@code 32-41}; {@code 32} where only the chapter is known. */
    public String dashed() {
        return section.isPresent() ? twoDigits(chapter) + "-" + twoDigits(section.getAsInt()) : twoDigits(chapter);
    }

    /** All that is known, {@code 32-41-00}. */
    @Override
    public String toString() {
        return subject.isPresent() ? dashed() + "-" + twoDigits(subject.getAsInt()) : dashed();
    }

    private static OptionalInt pair(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static void check(String what, int number) {
        if (number < 0 || number > 99)
            throw new IllegalArgumentException("ATA " + what + " must be 0..99, got " + number);
    }
}
