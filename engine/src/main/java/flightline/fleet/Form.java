package flightline.fleet;

import java.util.List;

/** The forms of question that are understood. */
public enum Form {
    RANK(
            "what happens most",
            "counted by part, condition, system, aircraft, model or station, the most frequent first, with shares and running total (Pareto)",
            "which parts were removed most on QQ-KAC last year",
            "top 5 causes of hydraulic defects",
            "most common conditions of main wheel"),
    COUNT("how many", "a number", "how many defects on QQ-KAA in 2024", "number of unscheduled removals since march"),
    RATE(
            "how often for what was flown",
            "per 1000 flight hours where records carry hours, else as a share of the records; with 95 % intervals and the mean hours between",
            "unscheduled removal rate of brake unit by model",
            "defects per 1000 flight hours by aircraft in 2025"),
    COMPARE(
            "aircraft, models or two periods beside one another",
            "what each had, what the others let expect, and whether that is more than chance",
            "compare aircraft for brake removals",
            "which aircraft has more hydraulic defects than the rest",
            "are there more landing gear defects in 2025 than in 2024"),
    TREND(
            "how it goes over time",
            "month by month with control limits, and whether and when the level changed",
            "trend of landing gear defects",
            "hydraulic defects by month since 2024"),
    SEASON(
            "when in the year",
            "by season, and whether that is more than chance",
            "seasonal pattern of de-icing defects"),
    RECURRING(
            "what keeps coming back",
            "the same system on the same aircraft again and again, and whether that is more than the fleet's usual rate lets expect",
            "recurring defects on QQ-KAA",
            "repeat defects by aircraft in 2024 within 30 days"),
    FIXES(
            "what fixed it",
            "what was done, and how often the same system of the aircraft was written up again within so many days",
            "what fixed hydraulic power defects",
            "which fixes did not hold for the landing gear within 30 days"),
    STATIONS(
            "stations beside one another",
            "the share of what was worked there that came back, with intervals that allow for small numbers",
            "compare stations fairly",
            "which station has the most repeat defects"),
    EMERGING(
            "what is on the rise",
            "parts and systems that were written up more often in the last 90 days than in the year before, more than chance allows",
            "emerging issues",
            "which defects are on the rise since october"),
    OPEN(
            "what is open",
            "defects that are not closed on the day",
            "open items of QQ-KAC",
            "how many deferred defects are still open"),
    DELAYS("what delays", "minutes of delay, where records carry them", "delays by system in 2025"),
    LIST("the records themselves", "one a row, the latest first", "list removals of brake unit on QQ-KAB in 2025");

    private final String title;
    private final String gives;
    /** Made unchangeable below. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> examples;

    Form(String title, String gives, String... examples) {
        this.title = title;
        this.gives = gives;
        this.examples = List.of(examples);
    }

    /** As an answer names it, for example {@code rank}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** What an answer of this form has. */
    public String gives() {
        return gives;
    }

    public List<String> examples() {
        return examples;
    }
}
