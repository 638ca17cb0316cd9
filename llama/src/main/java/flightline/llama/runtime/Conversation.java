package flightline.llama.runtime;

import flightline.model.Prompt.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a conversation as tokens. The template's own words may become control tokens; the words of the turns never do, so
 * that no document can end its turn and speak as somebody else.
 */
final class Conversation {
    /** Of Llama 3, for files of it that bring none. */
    private static final String LLAMA3 = "<|start_header_id|> <|end_header_id|>";
    /** Stands for a turn's text while the template is written; private use, so no template has it. */
    private static final char MARK = '\uE0F1';

    private final LoadedModel model;
    private final String template;

    private Conversation(LoadedModel model, String template) {
        this.model = model;
        this.template = template;
    }

    /** Empty where the file's template is none that is known. */
    static Optional<Conversation> of(LoadedModel model) {
        String own = model.template();
        var conversation = new Conversation(model, own.isEmpty() ? LLAMA3 : own);
        List<String> user = List.of("user");
        return model.conversation(conversation.template, user, List.of(mark(0)))
                .filter(text -> text.contains(mark(0)))
                .map(text -> conversation);
    }

    int[] tokens(List<Turn> turns) {
        List<String> roles = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (Turn turn : turns) {
            roles.add(turn.role().name().toLowerCase(Locale.ROOT));
            marks.add(mark(marks.size()));
        }
        String frame = model.conversation(template, roles, marks)
                .orElseThrow(() -> new IllegalStateException("the template writes one turn but not " + turns.size()));
        List<int[]> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < turns.size(); i++) {
            int next = frame.indexOf(marks.get(i), at);
            if (next < 0) continue; // A template may leave out what it has no place for.
            if (next > at) parts.add(model.tokens(frame.substring(at, next), parts.isEmpty(), true));
            parts.add(model.tokens(turns.get(i).text().strip(), parts.isEmpty(), false));
            at = next + marks.get(i).length();
        }
        if (at < frame.length()) parts.add(model.tokens(frame.substring(at), parts.isEmpty(), true));
        return joined(parts);
    }

    private static String mark(int turn) {
        return MARK + Integer.toString(turn) + MARK;
    }

    private static int[] joined(List<int[]> parts) {
        int[] all = new int[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
