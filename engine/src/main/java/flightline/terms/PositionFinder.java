package flightline.terms;

import flightline.terms.Mention.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sides, ends and numbers of things: {@code l/h}, {@code fwd}, {@code nr 2}. */
final class PositionFinder implements Finder {
    /** Of these there are two or more, and the letter before them says which. */
    private static final String PART =
            "(?:m(?:ain)?[ /]?l(?:anding)?[ /]?g(?:ear)?|main|mlg|nlg|wlg|blg|body|gear|brakes?|wheels?|t[iy]res?|eng(?:ine)?s?|wing|flaps?|slats?|spoilers?"
                    + "|ailerons?|elevators?|packs?|gen(?:erator)?s?|idg|pumps?|edp|acmp|hyd(?:raulics?)?|tanks?|doors?|fuel|bleed|prsov|fan|cowls?|cowling"
                    + "|reverser|t/r|nacelle|pylon|strut|shock|axle|uplock|downlock|windows?|windshield|wshld|w/s|seat|side|hand|pilot|horn|mag(?:neto)?s?"
                    + "|prop(?:eller)?|carb(?:uretor)?|pitot|static|aoa|adiru|fmc|cdu|pfd|nd|display|nav|ldg|landing|inbd|inboard|outbd|outboard|inbd|fwd|aft|upper|lower|upr|lwr"
                    + "|lav|galley|bottle|battery|bus|ecs|trim|stab(?:ilizer)?|horizontal|wingtip|winglet|duct|valve|sensor|probe|antenna|light|lt|strobe)";
    // A litre has its number before it, a part number its figures behind it.
    private static final String LETTER =
            "(?<!-)(?<![\\d&-] )(?<!\\b(?:p/n|part|pn|no|type|class|grade) )#(?= " + PART + "\\b)";
    // Otherwise the light: "landing lt inop".
    private static final String LT =
            "(?<!\\b(?:landing|ldg|taxi|warning|warn|caution|nav|strobe|beacon|reading|dome|logo) )lt(?= " + PART
                    + "\\b)";
    // An "r & r" written out as "right & right" is no side.
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\w/])(?:(?<LEFT>left(?:[- ]hand)?|l/h|lh|lhs|lft|" + LT + "|" + LETTER.replace("#", "l")
                    + ")|(?<RIGHT>(?!right (?:&|and) right)(?<!right & )(?<!right and )(?:right(?:[- ]hand)?|r/h|rh|rhs|rt|"
                    + LETTER.replace("#", "r") + "))"
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
