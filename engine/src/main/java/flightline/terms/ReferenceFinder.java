package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Manuals, ATA chapters, service bulletins, airworthiness directives. */
final class ReferenceFinder implements Finder {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String FIRST_LETTERS = "acfimnstw";
    private static final String ATA_NUMBER = "\\d{2}-\\d{2}(?:-[0-9]{2}[0-9]?)?(?:-[a-z]?\\d[a-z0-9]*)*";

    private static final Pattern MANUAL = Pattern.compile(
            "\\b(?<manual>amm|fim|tsm|srm|ipc|ipd|mel|cmm|wdm|wm|asm|swpm|cdl|ndt|mm)\\b?"
                    + "\\s*+(?:#|no\\.?|ref\\.?|ch(?:apter)?\\.?|item|:)?\\s*+(?:task|subtask|fig(?:ure)?\\.?)?\\s*+"
                    + "(?<number>" + ATA_NUMBER + "|\\d{2}(?![\\d-])|\\d{4}(?!\\d))",
            FLAGS);
    // Three pairs of digits and no neighbour that makes a date or a longer number of them.
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w/.-])(?<number>\\d{2}-\\d{2}-\\d{2}(?:-\\d{3}(?:-[a-z0-9]+)*)?)(?![\\w/-])", FLAGS);
    private static final Pattern ATA = Pattern.compile(
            "\\bata\\s*+(?:chapter|ch\\.?|code)?\\s*+[:#]?\\s*+(?<number>\\d{2}(?:-?\\d{2}(?:-\\d{2})?)?)(?![\\d-])",
            FLAGS);
    private static final Pattern BULLETIN = Pattern.compile(
            "\\b(?:(?:alert\\s+)?service\\s+bulletin|a?sb|s/b)\\s*+(?:no\\.?|nr\\.?|number|#|:)?\\s*+"
                    + "(?<number>[a-z0-9]{1,10}(?:-[a-z0-9]+){1,5}|\\d{4,})",
            FLAGS);
    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\b(?:airworthiness\\s+directives?|ad|a/d)\\s*+(?:no\\.?|nr\\.?|number|#|:)?\\s*+(?:(?:easa|faa|caa)\\s*+)?"
                    + "(?<number>(?:cf-)?(?:19|20)?\\d{2}-\\d{2,4}(?:-\\d{2})?(?:-?r\\d)?)(?![\\w-])",
            FLAGS);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        var at = new At(text);
        // A reference begins with a digit or one of few letters, at the start of a word: only there is anything tried.
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && isWord(text.charAt(i - 1))) continue;
            char first = Character.toLowerCase(text.charAt(i));
            if (Character.isDigit(first)) at.bare(i).ifPresent(found::add);
            else if (FIRST_LETTERS.indexOf(first) >= 0) at.named(i, first).ifPresent(found::add);
        }
        return found;
    }

    /** Tries the patterns at one place of a text. */
    private static final class At {
        private final Matcher directive;
        private final Matcher bulletin;
        private final Matcher manual;
        private final Matcher ata;
        private final Matcher bare;

        At(String text) {
            directive = matcher(DIRECTIVE, text);
            bulletin = matcher(BULLETIN, text);
            manual = matcher(MANUAL, text);
            ata = matcher(ATA, text);
            bare = matcher(BARE, text);
        }

        /** @param first letter there, lower case: only what begins with it is tried */
        Optional<Mention> named(int i, char first) {
            if (first == 'a' && matches(directive, i))
                return Optional.of(new Mention.Directive(i, directive.end(), upper(directive.group("number"))));
            if ((first == 'a' || first == 's') && matches(bulletin, i) && hasDigit(bulletin.group("number")))
                return Optional.of(new Mention.Bulletin(i, bulletin.end(), upper(bulletin.group("number"))));
            if (matches(manual, i))
                return Optional.of(
                        reference(i, manual.end(), upper(manual.group("manual")), upper(manual.group("number"))));
            if (first == 'a' && matches(ata, i))
                return AtaCode.parse(ata.group("number")).map(code -> new Mention.AtaReference(i, ata.end(), code));
            return Optional.empty();
        }

        Optional<Mention> bare(int i) {
            if (!matches(bare, i) || isDate(bare.group("number"))) return Optional.empty();
            return Optional.of(ReferenceFinder.reference(i, bare.end(), "", upper(bare.group("number"))));
        }

        private static Matcher matcher(Pattern pattern, String text) {
            return pattern.matcher(text).useTransparentBounds(true);
        }

        private static boolean matches(Matcher matcher, int i) {
            return matcher.region(i, matcher.regionEnd()).lookingAt();
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static Mention reference(int start, int end, String manual, String number) {
        Optional<AtaCode> ata = AtaCode.parse(number);
        return new Mention.ManualReference(start, end, manual, number, ata);
    }

    // 03-15-19 can only be told from a subject number by its middle: months and days against sections.
    private static boolean isDate(String number) {
        String[] parts = number.split("-");
        if (parts.length != 3) return false;
        int first = Integer.parseInt(parts[0]);
        return first <= 4;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
