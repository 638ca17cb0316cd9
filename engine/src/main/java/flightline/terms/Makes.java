package flightline.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of aircraft, engines, propellers and drones, by the names that people have for them. A name that is an everyday word as
 * well, such as Bell, is the make with a capital letter within a sentence only. Immutable and safe to share.
 */
public final class Makes {
    private static final Makes STANDARD = new Makes(WordList.lines("makes.txt"));
    private static final String EVERYDAY_TOO = "!";

    private final Map<String, Make> makes = new HashMap<>();
    private final Pattern anyName;

    /** Each line one make, its names apart by commas. */
    private Makes(List<String> lines) {
        for (String line : lines) {
            var make = new Make(List.of(line.split(",")).stream()
                    .map(name -> new Name(name.strip()))
                    .toList());
            for (Name name : make.names) makes.put(name.plain(), make);
        }
        anyName = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:"
                        + String.join(
                                "|",
                                makes.keySet().stream()
                                        .sorted(Comparator.comparingInt(String::length)
                                                .reversed()
                                                .thenComparing(Comparator.naturalOrder()))
                                        .map(Makes::spaced)
                                        .toList())
                        + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The list that ships with this package. */
    public static Makes standard() {
        return STANDARD;
    }

    /**
     * A make where it is named.
     *
     * @param start 0-based
     * @param end the first character after it
     * @param written as it stands there
     */
    public record Named(int start, int end, String written, Make make) {}

    /** The makes that a text names, in the order in which they stand there. */
    public List<Named> in(String text) {
        var named = new ArrayList<Named>();
        Matcher matcher = anyName.matcher(text);
        while (matcher.find()) {
            Make make = Objects.requireNonNull(makes.get(plain(matcher.group())));
            if (make.isNamedBy(matcher.toMatchResult(), text))
                named.add(new Named(matcher.start(), matcher.end(), matcher.group(), make));
        }
        return List.copyOf(named);
    }

    /** One make with all its names. */
    public static final class Make {
        private final List<Name> names;
        private final Pattern there;

        private Make(List<Name> names) {
            this.names = names;
            this.there = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
                    + String.join("|", names.stream().map(Name::inText).toList()) + ")(?![\\p{L}\\p{N}])");
        }

        /** Whether a text names it, by whatever name. */
        public boolean standsIn(String text) {
            return there.matcher(text).find();
        }

        /** The same of what is known to be a name, such as a model in a register, in whatever case. */
        public boolean isIn(String name) {
            return names.stream().anyMatch(each -> each.anyCase().matcher(name).find());
        }

        private boolean isNamedBy(MatchResult found, String text) {
            return names.stream()
                    .filter(name -> name.plain().equals(plain(found.group())))
                    .anyMatch(name -> !name.everydayToo() || isName(found, text));
        }
    }

    private record Name(String written) {
        boolean everydayToo() {
            return written.startsWith(EVERYDAY_TOO);
        }

        String plain() {
            return Makes.plain(everydayToo() ? written.substring(EVERYDAY_TOO.length()) : written);
        }

        Pattern anyCase() {
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + spaced(plain()) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        String inText() {
            if (!everydayToo()) return "(?iu:" + spaced(plain()) + ")";
            String bare = written.substring(EVERYDAY_TOO.length());
            return Pattern.quote(bare) + "|" + Pattern.quote(bare.toUpperCase(Locale.ROOT));
        }
    }

    /** A capital says nothing where a sentence begins, nor where all is in capitals. */
    private static boolean isName(MatchResult found, String text) {
        if (!Character.isUpperCase(found.group().charAt(0))) return false;
        String before = text.substring(0, found.start()).stripTrailing();
        if (before.isEmpty() || ".?!:".indexOf(before.charAt(before.length() - 1)) >= 0) return false;
        return text.chars().anyMatch(Character::isLowerCase);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ -]", " ");
    }

    /** Written with blanks or with dashes. */
    private static String spaced(String plain) {
        return String.join(
                "[ -]", List.of(plain.split(" ")).stream().map(Pattern::quote).toList());
    }
}
