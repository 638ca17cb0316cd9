package flightline.fleet;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that tell which form a question has. In the order in which they are looked for: the longer ones first. */
enum Cue {
    OPEN(
            Form.OPEN,
            "(?:(?:the )?(?:oldest )?(?:still |currently )?(?:open|outstanding|unresolved|pending) (?:items?|defects?|snags?|records?|entries|complaints?|work)|(?:the )?(?:oldest )?(?:still |currently )?(?:open|outstanding|unresolved|pending)(?= (?:mel |mels |deferr))|(?:is|are) (?:still )?(?:open|outstanding|not closed)|still open|not (?:yet )?closed|open(?= (?:on|for|at|of|¦))|backlog)"),
    FIXES(
            Form.FIXES,
            "(?:(?:what|which (?:fix(?:es)?|actions?|repairs?|rectifications?)|what (?:fix(?:es)?|actions?|repairs?|rectifications?)) (?:has |have |had )?(?:really |actually )?(?:fixed|cured|solved|worked|helped|rectified)|(?:which|what) (?:fix(?:es)?|actions?|repairs?|rectifications?|replacements?) (?:did not (?:hold|work|help|last)|didn't (?:hold|work|help|last)|held|hold|worked|work|lasted|helped|failed)|what did not (?:fix|cure|help|work|hold|solve)|what (?:works|helps)|did not (?:hold|help|work|last)|(?:what|how) (?:did|do|does|can) (?:we|they|you|one)(?: do)?(?: to)? (?:fix|cure|solve|rectify|repair)|(?:best|worst|good|bad|better|worse) at (?:fixing|repairing|rectifying|curing)|effectiveness(?: of)?(?: fixes| repairs| actions)?|success of (?:fixes|repairs)|fixes)"),
    EMERGING(
            Form.EMERGING,
            "(?:emerging|on the rise|new (?:issues?|problems?|defects?|trends?)|rising (?:issues?|problems?|defects?|parts?|systems?)|getting worse|alerts?|(?:what is|what|anything|something) (?:new|unusual|odd|abnormal|strange)(?: going (?:wrong|on))?(?: recently| lately)?|unusual(?:ly often)?|early warnings?|more than (?:usual|before))"),
    RECURRING(
            Form.RECURRING,
            "(?:recurr(?:ing|ent|ences?)|re-?occurr(?:ing|ences?)|repeat(?:s|ed|ing|itive|edly)?|repetiti(?:ve(?:ly)?|ons?)|repeaters?|chronics?|(?:keeps?|kept) (?:coming back|returning|happening|failing)|comes? back|came back|again and again)"),
    SEASON(
            Form.SEASON,
            "(?:season(?:al|ality|ally)?(?: effects?| patterns?)?|(?:time|part) of (?:the )?year|winter or summer|(?:(?:worse|more|worst|most|peak(?:s|ed|ing)?) )?(?:more |most )?(?:often |common |frequent )?in (?:winter|summer|spring|autumn|fall) (?:or|than) (?:in )?(?:winter|summer|spring|autumn|fall)|(?:worse|more|worst|peak(?:s|ed|ing)?) in (?:winter|summer|spring|autumn)|peak(?:s|ed)?)"),
    DELAYS(Form.DELAYS, "(?:(?:delay minutes|minutes of delays?|minutes lost)|delays?|delayed)"),
    TREND(
            Form.TREND,
            "(?:trends?(?: of| in| for)?|over time|control (?:charts?|limits?)|(?:change|shift|step) (?:of|in) (?:the )?level|level changes?|(?:the )?level(?: of)?|(?:gone|going|go|went) (?:up|down)|(?:ris(?:e|en|ing)|fall(?:en|ing)?|increas(?:e|ed|ing)|decreas(?:e|ed|ing)|declin(?:e|ed|ing)|improv(?:e|ed|ing)|develop(?:ed|ing|s)?)|history|timeline|time series)"),
    COMPARE(
            Form.COMPARE,
            "(?:compar(?:e|ed|ing|ison)(?: of)?|versus|vs|than (?:the )?(?:rest|others?|other|fleet)(?: of the fleet)?|(?:fairly|side by side)|differ(?:s|ences?)?|stands? out|rogue|(?:more|fewer|less) than|than (?:on|in|at)|(?:worse|better) than(?: (?:the )?(?:rest|others?|other aircraft|fleet average|average|fleet)(?: of the fleet)?)?)"),
    SHARE(Form.RATE, "(?:shares?|percent(?:age)?|proportion|fraction)"),
    RATE(
            Form.RATE,
            "(?:rates?|per (?:1[,.]?000|100|thousand|hundred)? ?(?:flight |flying |aircraft )?(?:hours?|fh|records)|mtbur|mtbf|mtbr|(?:mean|average) (?:time|hours|interval) (?:between|to)|how often|frequency|reliability)"),
    LIST(
            Form.LIST,
            "(?:list(?: of)?(?: all)?|show(?: me)? all|display|what happened(?= (?:to|on|at|with|¦))|details of|print|which records)"),
    COUNT(Form.COUNT, "(?:how many|number of|count(?: of)?|how much|total(?: number)?(?: of)?|were there any|any)"),
    RANK(
            Form.RANK,
            "(?:most(?: often| frequent(?:ly)?| common(?:ly)?)?|top|pareto|main|leading|biggest|commonest|(?:most )?common|frequent(?:ly)?|worst|ranking(?: of)?|rank(?:ed)?|breakdown|distribution|drivers?|often|highest|largest)");

    private final Form form;
    private final Pattern pattern;

    Cue(Form form, String words) {
        this.form = form;
        this.pattern = Pattern.compile("(?<=\\s)" + words + "(?=\\s)");
    }

    Form form() {
        return form;
    }

    /** Takes all of them out of a question. */
    static Set<Cue> take(Line line) {
        var found = EnumSet.noneOf(Cue.class);
        for (Cue cue : values()) if (line.takeAll(cue.pattern)) found.add(cue);
        return found;
    }
}
