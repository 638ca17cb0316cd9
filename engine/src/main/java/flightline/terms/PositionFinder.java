package flightline.terms;

import flightline.terms.Mention.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sides, ends and numbers of things: {@code l/h}, {@code fwd}, {@code nr 2}. */
final class PositionFinder implements Finder {
    // An "r & r" written out as "right & right" is no side.
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\w/])(?:(?<LEFT>left(?:[- ]hand)?|l/h|lh|lhs|lft|lt)|(?<RIGHT>(?!right (?:&|and) right)(?<!right & )(?<!right and )(?:right(?:[- ]hand)?|r/h|rh|rhs|rt))"
                    + "|(?<CENTER>cent(?:er|re)|ctr)|(?<FORWARD>forward|fwd|front)|(?<AFT>aft|rear)|(?<INBOARD>inboard|inbd|i/b)"
                    + "|(?<OUTBOARD>outboard|outbd|o/b)|(?<UPPER>upper|upr)|(?<LOWER>lower|lwr))(?![\\w/])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:(?<![\\w/])(?:(?:no|nr|nbr)\\.? ?|number |# ?)"
                    // Of these there are several, so a number behind one says which.
                    + "|(?<=\\b(?:eng|engine|pack|generator|gen|idg|channel|spoiler|vhf|irs|adiru|fcc|cylinder|tank) ))"
                    + "(?<number>\\d{1,2})(?![\\w,.-]*\\d|[%°\\w])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Matcher m = WORD.matcher(text); m.find(); )
            for (Side side : Side.values())
                if (side != Side.NUMBERED && m.group(side.name()) != null)
                    found.add(new Mention.Position(m.start(), m.end(), side, OptionalInt.empty()));
        for (Matcher m = NUMBERED.matcher(text); m.find(); )
            found.add(new Mention.Position(
                    m.start(), m.end("number"), Side.NUMBERED, OptionalInt.of(Integer.parseInt(m.group("number")))));
        return found;
    }
}
