package flightline.drafting.compliance;

import flightline.drafting.Reckoning;
import flightline.drafting.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By when a duty is due for an aircraft: hours, cycles and days, each reckoned from what the directive and the fleet list say. */
final class Due {
    private final Directive directive;
    private final Tail tail;
    private final List<Words> words = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Due(Directive directive, Tail tail) {
        this.directive = directive;
        this.tail = tail;
    }

    List<Words> words() {
        return List.copyOf(words);
    }

    /** What a person has to find out. */
    List<String> open() {
        return open.stream().distinct().toList();
    }

    Due of(Directive.Duty duty) {
        Optional<Tail.Done> last = done(directive, tail);
        for (Directive.Time said : duty.times()) {
            Optional<Directive.Time> meant = said.meant();
            if (meant.isEmpty()) {
                open.add(
                        said.there().isEmpty()
                                ? "by when; its words point to where that stands"
                                : "which of the times that its words point to counts");
                continue;
            }
            Directive.Time time = meant.get();
            // The time of the first compliance is past once there was one.
            if (!time.repeats() && last.isPresent() && !time.limits().isEmpty()) continue;
            int before = words.size();
            for (Directive.Limit limit : time.limits()) limit(time, limit, last);
            if (!time.day().isEmpty()) add("by", new Words.Quoted(time.day(), time.words()));
            if (words.size() > before + 2 && !time.choice().isEmpty()) words.add(new Words.Ours(time.choice()));
        }
        return this;
    }

    /** The latest compliance with the directive itself that the fleet list tells. */
    static Optional<Tail.Done> done(Directive directive, Tail tail) {
        return tail.latest(directive.held().header().id().value().replaceFirst("^(?:AD|PAD)\\s+", ""));
    }

    private void limit(Directive.Time time, Directive.Limit limit, Optional<Tail.Done> last) {
        Words quoted = Words.Quoted.all(time.words());
        if (limit.unit().calendar().isPresent()) {
            calendar(time, limit, quoted, last);
            return;
        }
        if (limit.unit() == Directive.Unit.OTHER) {
            open.add("a limit that is neither hours nor cycles nor days");
            return;
        }
        boolean hours = limit.unit() == Directive.Unit.HOURS;
        var amount = BigDecimal.valueOf(limit.amount());
        if (!limit.afterEffect() && !time.repeats() && total(time)) {
            String now = hours ? tail.hours() : tail.cycles();
            Optional<BigDecimal> reading = Tail.number(now);
            if (reading.isEmpty()) open.add(hours ? "total hours" : "total cycles");
            else
                add(
                        "left:",
                        new Words.Reckoned(
                                new Reckoning.Left(
                                        amount, reading.get(), limit.unit().sign()),
                                List.of(quoted, new Words.Given(now))));
            return;
        }
        Optional<String> base = limit.afterEffect()
                ? atEffect(hours)
                : last.or(() -> named(time)).map(one -> hours ? one.hours() : one.cycles());
        Optional<BigDecimal> from = base.flatMap(Tail::number);
        if (from.isEmpty()) {
            open.add((hours ? "hours" : "cycles")
                    + (limit.afterEffect() ? " when it took effect" : " at the last compliance"));
            return;
        }
        add(
                time.repeats() ? "next at" : "at",
                new Words.Reckoned(
                        new Reckoning.Sum(from.get(), amount, limit.unit().sign()),
                        List.of(quoted, new Words.Given(base.orElseThrow()))));
    }

    private void calendar(Directive.Time time, Directive.Limit limit, Words quoted, Optional<Tail.Done> last) {
        var unit = limit.unit().calendar().orElseThrow();
        if (limit.afterEffect() && directive.effective().isPresent()) {
            var effective = directive.effective().get();
            Words since = Words.Quoted.all(effective.citation());
            if (limit.amount() == 0) add("from", since);
            else
                add(
                        "by",
                        new Words.Reckoned(
                                new Reckoning.Later(effective.day(), limit.amount(), unit), List.of(quoted, since)));
        } else if (time.repeats() && last.filter(one -> !one.on().isBlank()).isPresent()) {
            String on = last.get().on();
            add(
                    "next by",
                    new Words.Reckoned(
                            new Reckoning.Later(LocalDate.parse(on), limit.amount(), unit),
                            List.of(quoted, new Words.Given(on))));
        } else open.add("the day that its days, months or years count from");
    }

    private void add(String ours, Words reckoned) {
        words.add(new Words.Ours(ours));
        words.add(reckoned);
    }

    private static boolean total(Directive.Time time) {
        String lower = time.words().quote().toLowerCase(Locale.ROOT);
        return lower.contains("first flight")
                || lower.contains("before exceeding")
                || lower.contains("accumul")
                || lower.contains("total");
    }

    /** The latest totals not after the day of effect: the true ones are no lower, so what is due is never put too late. */
    private Optional<String> atEffect(boolean hours) {
        return directive
                .effective()
                .flatMap(effective -> tail.readings().stream()
                        .filter(one -> !one.on().isBlank()
                                && one.on().compareTo(effective.day().toString()) <= 0)
                        .max(Comparator.comparing(Tail.Reading::on))
                        .map(one -> hours ? one.hours() : one.cycles()));
    }

    /** Compliance with another directive that the words count from. */
    private Optional<Tail.Done> named(Directive.Time time) {
        String words = time.words().quote();
        return tail.done().stream()
                .filter(one -> !one.what().isBlank() && Tail.bare(words).contains(Tail.bare(one.what())))
                .max(Comparator.comparing(Tail.Done::on));
    }
}
