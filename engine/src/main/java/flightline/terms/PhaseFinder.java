package flightline.terms;

import flightline.terms.Mention.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phases of flight. A part that bears a phase's name ({@code landing gear}, {@code taxi light}) is none. */
final class PhaseFinder implements Finder {
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\w/])(?:(?<PREFLIGHT>pre-?fli?ght|pre-?flt|walk-?around|boarding)"
                    + "|(?<START>(?:engine|eng|apu) start(?:ing)?|start-?up|pushback|push back)"
                    + "|(?<TAXI>taxi(?:ing|ed)?(?!\\s+li?gh?ts?))"
                    + "|(?<TAKEOFF>take-?\\s?off|t/o|tkof|rotation|rejected take-?\\s?off|rto|departure)"
                    + "|(?<CLIMB>(?:initial )?climb(?:ing|ed)?(?:[- ]?out)?|clb)"
                    + "|(?<CRUISE>cruis(?:e|ing)|crz|en ?route|level flight)"
                    + "|(?<DESCENT>descen(?:t|ding|ded|d)|top of descent)"
                    + "|(?<APPROACH>(?:on |short )?final(?= approach)?(?! report)|approach(?:ing)?|apch|appr|go-?around|downwind)"
                    + "|(?<LANDING>(?:on |during |after |hard |overweight )?(?:landing|ldg|touchdown|roll-?out)(?!\\s+(?:gear|lights?|lts?|gr|system))|landed)"
                    + "|(?<POSTFLIGHT>post-?flight|post-?flt|arrival|at (?:the )?gate|shut-?down))(?![\\w/])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Matcher m = WORD.matcher(text); m.find(); )
            for (Phase phase : Phase.values())
                if (m.group(phase.name()) != null) found.add(new Mention.FlightPhase(m.start(), m.end(), phase));
        return found;
    }
}
