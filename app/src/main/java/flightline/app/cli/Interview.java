package flightline.app.cli;

import flightline.archive.SessionBook.Session;
import flightline.diagnosis.Check;
import flightline.diagnosis.Finding;
import flightline.flow.Answer;
import flightline.flow.SessionFlow;
import flightline.flow.SessionOutcome;
import flightline.policy.Principal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks a person check by check: plain lines, one answer each. Where the input ends, the session stays open. */
final class Interview {
    private static final String WAYS_ON =
            "s skip · b back · k… another check, then its answer · found PART · hand over NOTE · stop · ? answered so far";

    private final Outside outside;
    private final SessionFlow flow;
    private final SessionPage page;
    private final Principal asker;
    private final BufferedReader in;

    Interview(Outside outside, SessionFlow flow, SessionPage page, Principal asker) {
        this.outside = outside;
        this.flow = flow;
        this.page = page;
        this.asker = asker;
        this.in = new BufferedReader(new InputStreamReader(outside.in(), StandardCharsets.UTF_8));
    }

    int run(SessionOutcome.Stands begun) {
        SessionOutcome.Stands stands = begun;
        outside.out().print(page.of(stands));
        while (true) {
            Optional<String> line = ask(stands);
            if (line.isEmpty()) {
                say("The session stays open; go on with: flightline diagnose --session "
                        + stands.session().id() + " --interactive");
                return Exit.DONE;
            }
            if (line.get().isBlank()) continue;
            if (line.get().equals("?")) {
                outside.out().print(page.answered(stands.session()));
                continue;
            }
            switch (step(line.get(), stands)) {
                case SessionOutcome.Stands next -> {
                    stands = next;
                    outside.out().print(page.of(stands));
                }
                case SessionOutcome.Settled settled -> {
                    say(settled.said());
                    return Exit.DONE;
                }
                case SessionOutcome.NoBrief(var answer) -> {
                    outside.out().print(new AnswerPage(new Paint(outside.colour()), outside.width()).of(answer));
                    return DiagnoseCommand.Answering.code(answer);
                }
                case SessionOutcome.NotPossible(var why) -> say(why);
            }
        }
    }

    private SessionOutcome step(String line, SessionOutcome.Stands stands) {
        Session session = stands.session();
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.equals("b") || lower.equals("back")) return flow.back(session.id(), asker);
        if (lower.equals("q") || lower.equals("stop")) return flow.stop(session.id(), asker);
        if (lower.startsWith("hand over"))
            return flow.handOver(session.id(), line.substring("hand over".length()), asker);
        if (lower.equals("found") || lower.startsWith("found "))
            return found(line.substring("found".length()).strip(), session);
        List<Check> checks = checks(stands);
        for (Check check : checks)
            if (lower.equals(check.id()) || lower.startsWith(check.id() + " "))
                return answered(check, line.substring(check.id().length()).strip(), session);
        if (checks.isEmpty())
            return new SessionOutcome.NotPossible("no check is left; type found PART, hand over NOTE or stop");
        return answered(checks.getFirst(), line, session);
    }

    private SessionOutcome answered(Check check, String given, Session session) {
        String answer = given;
        if (given.isEmpty()) {
            outside.out().print(choices(check) + "> ");
            outside.out().flush();
            answer = read().orElse("");
        }
        return flow.answer(session.id(), check.id(), meant(check, answer), asker);
    }

    /** An answer may be given by its number, or by the first letters that say which is meant. */
    private static String meant(Check check, String given) {
        String lower = given.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("s")) return Finding.SKIP;
        List<String> answers = check.ways().stream().map(Check.Way::answer).toList();
        if (lower.matches("\\d{1,2}")) {
            int number = Integer.parseInt(lower);
            if (number >= 1 && number <= answers.size()) return answers.get(number - 1);
        }
        List<String> begin = answers.stream()
                .filter(a -> !lower.isEmpty() && a.toLowerCase(Locale.ROOT).startsWith(lower))
                .toList();
        return begin.size() == 1 ? begin.getFirst() : given.strip();
    }

    private SessionOutcome found(String part, Session session) {
        if (part.isEmpty()) return new SessionOutcome.NotPossible("type found and the part that was at fault");
        outside.out().print("What was done? > ");
        outside.out().flush();
        return flow.close(session.id(), part, read().orElse(""), asker);
    }

    private Optional<String> ask(SessionOutcome.Stands stands) {
        List<Check> checks = checks(stands);
        outside.out().println();
        if (!checks.isEmpty()) outside.out().println(choices(checks.getFirst()));
        outside.out().println(new Paint(outside.colour()).faint(WAYS_ON));
        outside.out().print("> ");
        outside.out().flush();
        return read().map(String::strip);
    }

    private static String choices(Check check) {
        var line = new StringBuilder();
        int number = 0;
        for (Check.Way way : check.ways())
            line.append(++number).append(' ').append(way.answer()).append("   ");
        return line.toString().stripTrailing();
    }

    private static List<Check> checks(SessionOutcome.Stands stands) {
        return stands.answer() instanceof Answer.Brief(var head, var brief) ? brief.checks() : List.of();
    }

    private Optional<String> read() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        outside.out().println(line);
    }
}
