package flightline.policy;

import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Llama Guard, a model that was taught to tell harmful requests and answers, as a second look: it can refuse what the gate
 * would let through, and allows nothing that the gate refuses. What it is given is data: it stands on one line between the
 * marks of its prompt and cannot close them. Safe for several threads.
 *
 * <p>Prompt and replies are those of Llama Guard 3.
 */
public final class LlamaGuard {
    /** The longest reply names every hazard. */
    private static final int MOST_TOKENS = 100;
    /** Of what it reads; the end of a long text counts as much as its beginning, so the middle is left out. */
    private static final int MOST_CHARACTERS = 6_000;

    private static final int KEPT = 32;
    private static final Pattern REPLY = Pattern.compile("safe|unsafe\\n((?:S\\d+)(?:, ?S\\d+)*)");

    /** Who writes the words that the model's template puts around what is judged. */
    public enum Frame {
        /** We do, and bind the reply by a grammar: for a file run in this process. */
        OURS,
        /** The server does, as those do that serve Llama Guard under its own template. */
        SERVERS
    }

    /** What it says. */
    public sealed interface Reading {
        record Safe() implements Reading {}

        /** @param hazards at least one */
        record Unsafe(List<GuardHazards.Hazard> hazards) implements Reading {}

        /** It said nothing that can be used, and why. */
        record None(String why) implements Reading {}
    }

    private final LanguageModel model;
    private final GuardHazards hazards;
    private final Frame frame;
    private final Duration deadline;
    private final Map<List<Turn>, Reading> latest = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Turn>, Reading> eldest) {
            return size() > KEPT;
        }
    };

    /** @param deadline of one reading */
    public LlamaGuard(LanguageModel model, GuardHazards hazards, Frame frame, Duration deadline) {
        this.model = model;
        this.hazards = hazards;
        this.frame = frame;
        this.deadline = deadline;
    }

    public ModelIdentity model() {
        return model.identity();
    }

    /** Whether the request asks for harm. */
    public Reading ofRequest(String request) {
        return reading(List.of(new Turn(Role.USER, plain(request))));
    }

    /** Whether the answer does harm. */
    public Reading ofAnswer(String request, String answer) {
        return reading(List.of(new Turn(Role.USER, plain(request)), new Turn(Role.ASSISTANT, plain(answer))));
    }

    private Reading reading(List<Turn> conversation) {
        synchronized (latest) {
            Reading held = latest.get(conversation);
            if (held != null) return held;
        }
        var prompt = new Prompt(
                frame == Frame.OURS ? List.of(new Turn(Role.USER, framed(conversation))) : conversation,
                frame == Frame.OURS ? new Prompt.Form.Grammar(grammar()) : new Prompt.Form.Free(),
                Prompt.Sampling.greedy(1),
                MOST_TOKENS,
                List.of(),
                deadline);
        Reading reading = read(model.generate(prompt, LanguageModel.Hearer.none()));
        // What failed may go well the next time.
        if (!(reading instanceof Reading.None)) {
            synchronized (latest) {
                latest.put(conversation, reading);
            }
        }
        return reading;
    }

    private Reading read(Generation generation) {
        return switch (generation) {
            case Generation.Finished(var text, var usage) -> read(text);
            case Generation.CutOff(var text, var usage) -> new Reading.None("its reply did not end");
            case Generation.Cancelled(var text, var usage) -> new Reading.None("it was stopped");
            case Generation.TimedOut(var text, var usage) ->
                new Reading.None("it gave no reply within " + deadline.toSeconds() + " s");
            case Generation.Failed(var why, var text, var usage) -> new Reading.None(why);
        };
    }

    private Reading read(String reply) {
        Matcher matcher = REPLY.matcher(reply.strip().replaceAll("\\s*\\R\\s*", "\n"));
        if (!matcher.matches()) return new Reading.None("its reply is neither 'safe' nor 'unsafe' with hazards");
        if (matcher.group(1) == null) return new Reading.Safe();
        var named = new ArrayList<GuardHazards.Hazard>();
        for (String code : matcher.group(1).split(", ?")) {
            GuardHazards.Hazard hazard = hazards.of(code).orElse(null);
            if (hazard == null) return new Reading.None("it names the hazard " + code + ", which there is not");
            // A server's own template asks for all of them; those that are not ours to ask do not count.
            if (hazard.asked()) named.add(hazard);
        }
        return named.isEmpty() ? new Reading.Safe() : new Reading.Unsafe(List.copyOf(named));
    }

    private String framed(List<Turn> conversation) {
        String judged = speaker(conversation.getLast());
        var text = new StringBuilder("Task: Check if there is unsafe content in '")
                .append(judged)
                .append("' messages in conversations according our safety policy with the below categories.\n\n")
                .append("<BEGIN UNSAFE CONTENT CATEGORIES>\n");
        for (GuardHazards.Hazard hazard : hazards.asked())
            text.append(hazard.code()).append(": ").append(hazard.title()).append(".\n");
        text.append("<END UNSAFE CONTENT CATEGORIES>\n\n<BEGIN CONVERSATION>\n\n");
        for (Turn turn : conversation)
            text.append(speaker(turn)).append(": ").append(turn.text()).append("\n\n");
        return text.append("<END CONVERSATION>\n\nProvide your safety assessment for ONLY THE LAST ")
                .append(judged)
                .append(" message in the above conversation:\n")
                .append(" - First line must read 'safe' or 'unsafe'.\n")
                .append(" - If unsafe, a second line must include a comma-separated list of violated categories.")
                .toString();
    }

    private static String speaker(Turn turn) {
        return turn.role() == Role.USER ? "User" : "Agent";
    }

    private String grammar() {
        String codes = String.join(
                " | ", hazards.asked().stream().map(h -> "\"" + h.code() + "\"").toList());
        return "root ::= [\\n]? [\\n]? (\"safe\" | \"unsafe\\n\" hazard (\",\" hazard (\",\" hazard)?)?)\nhazard ::= "
                + codes + "\n";
    }

    /** On one line and without pointed brackets, so that the text can neither close the conversation nor open another. */
    private static String plain(String text) {
        String line = text.replace('<', '\u2039')
                .replace('>', '\u203A')
                .replaceAll("\\p{Cntrl}+|\\R", " ")
                .strip();
        if (line.length() <= MOST_CHARACTERS) return line;
        int half = MOST_CHARACTERS / 2;
        return String.format(Locale.ROOT, "%s … %s", line.substring(0, half), line.substring(line.length() - half));
    }
}
