package flightline.diagnosis.dictation;

import flightline.model.LanguageModel;
import java.util.function.Consumer;

/**
 * Hears a reply while it is written and hands on each statement when its last bracket is there. At the first sign that
 * differs from the form it listens no more: what a reply is worth as a whole is for {@link ReplyReader} to say.
 */
final class HeardReply implements LanguageModel.Hearer {
    private static final String OPENING = "{\"statements\":[";

    private enum Stage {
        OPENING,
        BETWEEN,
        STATEMENT,
        OVER
    }

    private final ReplyReader reader;
    private final Consumer<Drafted> listener;
    private final StringBuilder statement = new StringBuilder();
    private Stage stage = Stage.OPENING;
    private int opened;
    private int depth;
    private int told;
    private boolean inText;
    private boolean escaped;

    HeardReply(ReplyReader reader, Consumer<Drafted> listener) {
        this.reader = reader;
        this.listener = listener;
    }

    @Override
    public void hear(String piece) {
        for (int i = 0; i < piece.length(); i++) hear(piece.charAt(i));
    }

    private void hear(char sign) {
        switch (stage) {
            case OPENING -> open(sign);
            case BETWEEN -> between(sign);
            case STATEMENT -> within(sign);
            case OVER -> {}
        }
    }

    private void open(char sign) {
        if (Character.isWhitespace(sign)) return;
        if (sign != OPENING.charAt(opened++)) stage = Stage.OVER;
        else if (opened == OPENING.length()) stage = Stage.BETWEEN;
    }

    private void between(char sign) {
        if (Character.isWhitespace(sign) || (sign == ',' && told > 0)) return;
        stage = sign == '{' && told < ReplyReader.MOST ? Stage.STATEMENT : Stage.OVER;
        if (stage == Stage.STATEMENT) within(sign);
    }

    private void within(char sign) {
        statement.append(sign);
        if (inText) {
            if (escaped) escaped = false;
            else if (sign == '\\') escaped = true;
            else if (sign == '"') inText = false;
        } else if (sign == '"') {
            inText = true;
        } else if (sign == '{') {
            depth++;
        } else if (sign == '}' && --depth == 0) {
            tell();
        }
    }

    private void tell() {
        var draft = reader.statement(statement.toString());
        statement.setLength(0);
        told++;
        stage = draft.isPresent() ? Stage.BETWEEN : Stage.OVER;
        draft.ifPresent(listener);
    }
}
