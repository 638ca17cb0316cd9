package flightline.ingest.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Range;

/** The words of an old Word document as they print: deletions out, hidden ones named, fields by their result. */
final class OldWordText {
    private static final char CODE_BEGINS = 0x13;
    private static final char RESULT_BEGINS = 0x14;
    private static final char FIELD_ENDS = 0x15;
    private static final int TINY_HALF_POINTS = 2;
    private static final int WHITE = 0xFFFFFF;
    /** White among the sixteen colours that old Word names by number. */
    private static final int WHITE_BY_NUMBER = 8;

    private static final int RAISED = 1;
    private static final int LOWERED = 2;

    private final HWPFDocument document;
    private final Hidden hidden;
    private final Deque<Boolean> inCode = new ArrayDeque<>();
    private final List<Range> freshNotes = new ArrayList<>();
    private int notes;
    private int paragraphs;
    private int insertions;
    private int deletions;
    private int struck;

    OldWordText(HWPFDocument document, Hidden hidden) {
        this.document = document;
        this.hidden = hidden;
    }

    int insertions() {
        return insertions;
    }

    int deletions() {
        return deletions;
    }

    /** Pieces of struck text, which were left out. */
    int struck() {
        return struck;
    }

    /** The words of a paragraph with its tabs and line feeds, not yet cleaned. */
    String of(Range paragraph, boolean onWhite) {
        paragraphs++;
        var seen = new StringBuilder();
        var unseen = new StringBuilder();
        String why = "";
        boolean inStruck = false;
        var levels = new Levels(seen);
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (run.isMarkedDeleted()) {
                deletions++;
                continue;
            }
            if (run.isMarkedInserted()) insertions++;
            String reason = hidden(run, onWhite);
            if (!reason.isEmpty()) why = reason;
            boolean out = reason.isEmpty() && (run.isStrikeThrough() || run.isDoubleStrikeThrough());
            if (out && !inStruck && !run.text().isBlank()) struck++;
            inStruck = out;
            if (out) continue;
            if (reason.isEmpty()) levels.next(level(run));
            read(run, reason.isEmpty() ? seen : unseen);
        }
        levels.settle();
        hidden.text("paragraph " + paragraphs, why, unseen.toString());
        return seen.toString();
    }

    private static Levels.Level level(CharacterRun run) {
        return switch (run.getSubSuperScriptIndex()) {
            case RAISED -> Levels.Level.RAISED;
            case LOWERED -> Levels.Level.LOWERED;
            default -> Levels.Level.LINE;
        };
    }

    /** The foot- and endnotes referred to since the last call, each with the number that the text has for it. */
    List<Note> takeNotes() {
        List<Note> taken = new ArrayList<>();
        for (int i = 0; i < freshNotes.size(); i++)
            taken.add(new Note(notes - freshNotes.size() + i + 1, freshNotes.get(i)));
        freshNotes.clear();
        return taken;
    }

    /** @param number as it stands in brackets in the text */
    record Note(int number, Range text) {}

    private static String hidden(CharacterRun run, boolean onWhite) {
        if (run.isVanished()) return "marked as hidden";
        int size = run.getFontSize();
        if (size > 0 && size <= TINY_HALF_POINTS) return "of " + size / 2.0 + " points";
        boolean white = run.getIco24() == WHITE || (run.getIco24() == -1 && run.getColor() == WHITE_BY_NUMBER);
        return white && onWhite && !run.isHighlighted() ? "white on white" : "";
    }

    private void read(CharacterRun run, StringBuilder to) {
        if (run.isSymbol()) {
            to.append(SymbolFont.sign(run.getFontName(), run.getSymbolCharacter()));
            return;
        }
        String text = run.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean silent = inCode.contains(true);
            switch (c) {
                case CODE_BEGINS -> inCode.push(true);
                case RESULT_BEGINS -> {
                    if (!inCode.isEmpty()) {
                        inCode.pop();
                        inCode.push(false);
                    }
                }
                case FIELD_ENDS -> inCode.poll();
                case 0x02 -> note(run.getStartOffset() + i, to);
                case 0x0B, '\r' -> to.append('\n');
                case 0x0C -> to.append(' ');
                case 0x1E -> to.append('-');
                case '\t' -> to.append('\t');
                default -> {
                    if (!silent && c >= ' ') to.append(c);
                }
            }
        }
    }

    private void note(int at, StringBuilder to) {
        note(document.getFootnotes(), document.getFootnoteRange(), at, to);
        note(document.getEndnotes(), document.getEndnoteRange(), at, to);
    }

    private void note(Notes kind, Range all, int at, StringBuilder to) {
        int index = kind.getNoteIndexByAnchorPosition(at);
        if (index < 0) return;
        freshNotes.add(new Range(
                all.getStartOffset() + kind.getNoteTextStartOffset(index),
                all.getStartOffset() + kind.getNoteTextEndOffset(index),
                document));
        notes++;
        to.append(" [").append(notes).append("]");
    }
}
