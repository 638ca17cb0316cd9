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
    private static final String ATA_NUMBER = "\\d{2}-\\d{2}(?:-[0-9]{2}[0-9]?)?(?:-[a-z]?\\d[a-z0-9]*)*";

    private static final Pattern MANUAL = Pattern.compile(
            "\\b(?<manual>amm|fim|tsm|srm|ipc|ipd|mel|cmm|wdm|wm|asm|swpm|cdl|ndt|mm)\\b?"
                    + "\\s*(?:#|no\\.?|ref\\.?|ch(?:apter)?\\.?|item|:)?\\s*(?:task|subtask|fig(?:ure)?\\.?)?\\s*"
                    + "(?<number>" + ATA_NUMBER + "|\\d{2}(?![\\d-])|\\d{4}(?!\\d))",
            FLAGS);
    // Three pairs of digits and no neighbour that makes a date or a longer number of them.
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w/.-])(?<number>\\d{2}-\\d{2}-\\d{2}(?:-\\d{3}(?:-[a-z0-9]+)*)?)(?![\\w/-])", FLAGS);
    private static final Pattern ATA = Pattern.compile(
            "\\bata\\s*(?:chapter|ch\\.?|code)?\\s*[:#]?\\s*(?<number>\\d{2}(?:-?\\d{2}(?:-\\d{2})?)?)(?![\\d-])",
            FLAGS);
    private static final Pattern BULLETIN = Pattern.compile(
            "\\b(?:(?:alert\\s+)?service\\s+bulletin|a?sb|s/b)\\s*(?:no\\.?|nr\\.?|number|#|:)?\\s*"
                    + "(?<number>[a-z0-9]{1,10}(?:-[a-z0-9]+){1,5}|\\d{4,})",
            FLAGS);
    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\b(?:airworthiness\\s+directives?|ad|a/d)\\s*(?:no\\.?|nr\\.?|number|#|:)?\\s*(?:(?:easa|faa|caa)\\s*)?"
                    + "(?<number>(?:cf-)?(?:19|20)?\\d{2}-\\d{2,4}(?:-\\d{2})?(?:-?r\\d)?)(?![\\w-])",
            FLAGS);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Matcher m = DIRECTIVE.matcher(text); m.find(); )
            found.add(new Mention.Directive(m.start(), m.end(), upper(m.group("number"))));
        for (Matcher m = BULLETIN.matcher(text); m.find(); )
            if (hasDigit(m.group("number")))
                found.add(new Mention.Bulletin(m.start(), m.end(), upper(m.group("number"))));
        for (Matcher m = MANUAL.matcher(text); m.find(); )
            found.add(manual(m.start(), m.end(), upper(m.group("manual")), upper(m.group("number"))));
        for (Matcher m = ATA.matcher(text); m.find(); ) {
            int start = m.start();
            int end = m.end();
            AtaCode.parse(m.group("number")).ifPresent(code -> found.add(new Mention.AtaReference(start, end, code)));
        }
        for (Matcher m = BARE.matcher(text); m.find(); )
            if (!isDate(m.group("number"))) found.add(manual(m.start(), m.end(), "", upper(m.group("number"))));
        return found;
    }

    private static Mention manual(int start, int end, String manual, String number) {
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
