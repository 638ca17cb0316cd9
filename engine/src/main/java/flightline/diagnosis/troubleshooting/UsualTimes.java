package flightline.diagnosis.troubleshooting;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Minutes for work of which no document says how long it takes, by the kind of work its words tell. Round assumptions for
 * putting checks into an order, no planning figures.
 */
public final class UsualTimes {
    /** Minutes of work beyond those on the usual parts: engineering is called in, nothing that was listed was the cause. */
    public static final int HANDED_OVER = 480;

    private static final int CHANGE = 90;
    private static final int LARGE_CHANGE = 480;

    private static final Pattern STATED = Pattern.compile(
            "\\b(?:takes?|estimated time:?|time:?|allow|within about)\\s+(?:about\\s+)?(\\d{1,3})\\s*(?:min|minutes)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STAY =
            Pattern.compile("\\b(\\d{1,3})\\s*(?:min|minutes)\\b", Pattern.CASE_INSENSITIVE);

    /** A kind of work, most minutes first: the first whose words occur tells. */
    private enum Work {
        LARGE(
                "the change of a large unit",
                LARGE_CHANGE,
                "(?:replace|remove|overhaul|change)\\b.{0,40}"
                        + "\\b(?:engine|propeller(?! (?:control|governor|de-?ice|sync|speed|interface))|gearbox|shock strut|main gear leg|wing|stabili[sz]er)\\b(?! (?:driven|mount|control|fuel|oil|instrument|sensor|harness|indicat|speed|interface|data|bleed|vibration|valve|seal|starter|igniter|chip))"),
        REPLACE(
                "a removal and replacement",
                CHANGE,
                "(?:replac\\w*|remov\\w*|overhaul\\w*|chang\\w+|rpl\\w*|r\\s?&\\s?r|install\\w*|fit\\w*)\\b"),
        RUN(
                "an engine run",
                40,
                "(?:engine (?:ground )?run|run the engine|start the engine|ground run|power run|flight test)\\b"),
        REPAIR("a repair", 60, "(?:repair\\w*|splice\\w*|seal(?:ed)? the|patch\\w*|re-?rig\\w*|rig)\\b"),
        TEST(
                "a functional test",
                30,
                "(?:operation(?:al)? test|functional test|system test|leak(?:age)? test|pressure[- ]test|decay test|do the test|bite)\\b"),
        ADJUST(
                "an adjustment or a cleaning",
                25,
                "(?:adjust\\w*|clean\\w*|tighten\\w*|lubricat\\w*|drain\\w*|fill\\w*|servic\\w*|flush\\w*|re-?torque\\w*|charge\\w*|demagneti[sz]e|bleed the|re-?seat\\w*|wash\\w*|dry)\\b"),
        MEASURE(
                "a measurement",
                20,
                "(?:measure\\w*|continuity|insulation|resistance|volt\\w*|multimeter|gap|gauge|torque|pressure|disconnect|exchange|swap|interchange)\\b"),
        LOOK("a look", 10, "");

        private final String words;
        private final int minutes;
        private final Pattern pattern;

        Work(String words, int minutes, String pattern) {
            this.words = words;
            this.minutes = minutes;
            this.pattern = Pattern.compile("\\b" + pattern);
        }
    }

    private UsualTimes() {}

    /** What the words of a step or a remedy take: stated in them, else usual for such work. */
    public static Cost of(String text) {
        OptionalInt said = stated(text);
        if (said.isPresent()) return Cost.stated(Math.max(1, said.getAsInt()), "stated in the text");
        String lower = text.toLowerCase(Locale.ROOT);
        Work found = Work.LOOK;
        for (Work work : Work.values())
            if (work.pattern.matcher(lower).find()) {
                found = work;
                break;
            }
        return Cost.usual(found.minutes + stay(lower), "usual for " + found.words);
    }

    /** The change of a part of which no document tells how. */
    public static Cost change() {
        return Cost.usual(CHANGE, "usual for " + Work.REPLACE.words);
    }

    private static OptionalInt stated(String text) {
        Matcher minutes = STATED.matcher(text);
        return minutes.find() ? OptionalInt.of(Integer.parseInt(minutes.group(1))) : OptionalInt.empty();
    }

    /** Minutes that the work must last ("run it for 5 minutes"), which come on top. */
    private static int stay(String text) {
        Matcher minutes = STAY.matcher(text);
        return minutes.find() ? Math.min(60, Integer.parseInt(minutes.group(1))) : 0;
    }
}
