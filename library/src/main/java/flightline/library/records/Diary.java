package flightline.library.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each text its day, tail, station and spelling. A story keeps the words it was written with; a single text may occur
 * more than once, in other hands.
 */
final class Diary {
    private static final int ATTEMPTS = 200;
    private static final Map<String, String> ROLES = Map.of(
            "crew", "flight crew",
            "cabin", "cabin crew",
            "line", "line maintenance",
            "base", "base maintenance",
            "insp", "inspector",
            "ground", "ground staff");
    private static final List<String> STATIONS =
            List.of("XNRH", "XNRH", "XNRH", "XNRH", "XNRH", "XTRB", "XTRB", "XTRB", "XOVW", "XOVW");

    /** Where a part is exchanged to cure a defect: seldom where there is no hangar. */
    private static final List<String> HANGARS =
            List.of("XNRH", "XNRH", "XNRH", "XNRH", "XNRH", "XNRH", "XNRH", "XTRB", "XTRB", "XOVW");

    private final long seed;
    private final Catalogue catalogue;
    private final Map<String, List<String>> shorthand;
    private final Slips slips = new Slips();
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    Diary(long seed, Catalogue catalogue) {
        this.seed = seed;
        this.catalogue = catalogue;
        this.shorthand = Hand.shorthand("shorthand.txt");
    }

    /** All records of these texts, stories first, in no order of time. */
    List<Draft> of(Texts texts) {
        texts.stories().forEach(this::tell);
        texts.singles().forEach(this::occur);
        return List.copyOf(drafts);
    }

    private void tell(Story story) {
        LocalDate begin = LocalDate.parse(story.attributes().text("begin").orElseThrow());
        for (Text text : story.entries()) {
            Dice dice = new Dice(seed, text.key());
            Slots slots = new Slots(dice);
            LocalDate date = begin.plusDays(text.attributes().number("day", 0));
            Fleet.Airframe airframe = candidates(text.attributes(), date).getFirst();
            String complaint = slots.fill(text.complaint());
            String action = slots.fill(text.action());
            written.add(wording(complaint, action));
            drafts.add(draft(text, story.name(), airframe, date, dice, slots, complaint, action));
        }
    }

    private void occur(Text text) {
        for (int i = 0; i < text.attributes().number("x", 1); i++) {
            drafts.add(instance(text, i));
        }
    }

    private Draft instance(Text text, int number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Dice dice = new Dice(seed, text.key() + "#" + number + "~" + attempt);
            LocalDate date = Seasons.day(text.attributes(), dice);
            List<Fleet.Airframe> airframes = candidates(text.attributes(), date);
            if (airframes.isEmpty()) {
                continue;
            }
            Fleet.Airframe airframe = dice.of(airframes);
            if (insideStory(text, airframe, date)) {
                continue;
            }
            Slots slots = new Slots(dice);
            String complaint = new Hand(dice, shorthand).write(slots.fill(text.complaint()));
            String action = new Hand(dice, shorthand).write(slots.fill(text.action()));
            if (written.add(wording(complaint, action)) || text.attributes().marks("same")) {
                return slips.into(draft(text, "", airframe, date, dice, slots, complaint, action), dice);
            }
        }
        throw new IllegalStateException(text.key() + ": no day, tail and wording found that is still free");
    }

    /** Two texts that differ only in capitals are the same words. */
    private static String wording(String complaint, String action) {
        return (complaint + "\n" + action).toLowerCase(Locale.ROOT);
    }

    private static List<Fleet.Airframe> candidates(Attributes attributes, LocalDate date) {
        List<String> kinds = attributes.list("on");
        return Fleet.airframes().stream()
                .filter(airframe -> kinds.isEmpty() || kinds.stream().anyMatch(kind -> airframe.is(kind, date)))
                .filter(airframe -> attributes.list("only").stream().allMatch(kind -> airframe.is(kind, date)))
                .toList();
    }

    /** A single text of a failure mode keeps away from a story of the same mode on the same tail. */
    private boolean insideStory(Text text, Fleet.Airframe airframe, LocalDate date) {
        String mode = text.attributes().text("fm").orElse("");
        return !mode.isEmpty()
                && drafts.stream()
                        .anyMatch(draft -> !draft.story().isEmpty()
                                && draft.mode().equals(mode)
                                && draft.airframe().equals(airframe)
                                && Math.abs(draft.date().toEpochDay() - date.toEpochDay()) < 25);
    }

    private Draft draft(
            Text text,
            String story,
            Fleet.Airframe airframe,
            LocalDate date,
            Dice dice,
            Slots slots,
            String complaint,
            String action) {
        Attributes attributes = text.attributes();
        String mel = attributes.text("mel").orElse("");
        boolean deferred = attributes.marks("defer") || (!mel.isEmpty() && catalogue.daysOpen(mel) > 0);
        LocalDate closed = date.plusDays(daysOpen(attributes, mel, story.isEmpty(), dice));
        return new Draft(
                story,
                attributes.text("fm").orElse(""),
                airframe,
                date,
                dice.of(stations(text)),
                ROLES.getOrDefault(dice.of(attributes.list("by")), ""),
                attributes.text("ata").map(slots::fill).orElse(""),
                complaint,
                action,
                part(text.part(), airframe, date, slots),
                mel,
                deferred,
                attributes.marks("open") || closed.isAfter(Fleet.LAST) ? Optional.empty() : Optional.of(closed));
    }

    private static List<String> stations(Text text) {
        List<String> named = text.attributes().list("at");
        if (!named.isEmpty()) {
            return named;
        }
        boolean cure = !text.attributes().text("fm").orElse("").isEmpty()
                && !text.part().installed().isEmpty();
        return cure ? HANGARS : STATIONS;
    }

    private int daysOpen(Attributes attributes, String mel, boolean single, Dice dice) {
        Optional<String> close = attributes.text("close");
        if (close.isPresent()) {
            String[] ends = close.get().split("\\.\\.");
            return dice.between(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }
        if (!mel.isEmpty()) {
            int limit = catalogue.daysOpen(mel);
            return dice.between(Math.min(1, limit), limit);
        }
        if (attributes.marks("defer")) {
            return dice.between(2, 40);
        }
        return single && dice.chance(0.2) ? dice.between(1, 2) : 0;
    }

    private CodedPart part(PartLine line, Fleet.Airframe airframe, LocalDate date, Slots slots) {
        String removed = airframe.fitted(slots.fill(line.removed()), date);
        String name = removed.isEmpty() ? slots.fill(line.name()) : catalogue.name(removed);
        String installed = airframe.fitted(slots.fill(line.installed()), date);
        return new CodedPart(removed, name, slots.fill(line.condition()), installed);
    }
}
