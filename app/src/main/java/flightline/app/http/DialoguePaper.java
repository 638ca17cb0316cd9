package flightline.app.http;

import flightline.archive.DialogueBook.Cited;
import flightline.archive.DialogueBook.Dialogue;
import flightline.archive.DialogueBook.Turn;
import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.flow.ShowFlow;
import flightline.policy.Principal;
import java.time.LocalDate;

/** A dialogue to take along: each question with the words that its answer rests on, quoted as the documents have them now. */
final class DialoguePaper {
    private final ShowFlow show;
    private final Principal asker;

    DialoguePaper(ShowFlow show, Principal asker) {
        this.show = show;
        this.asker = asker;
    }

    /** In Markdown. */
    String of(Dialogue dialogue) {
        var paper = new StringBuilder("# Dialogue ").append(dialogue.id()).append("\n");
        for (Turn turn : dialogue.turns()) {
            paper.append("\n## ").append(line(turn.asked())).append("\n\n");
            if (!turn.question().equals(turn.asked()))
                paper.append("Read as: ").append(line(turn.question())).append("\n\n");
            paper.append(turn.when())
                    .append(", ")
                    .append(turn.outcome())
                    .append(", log entry ")
                    .append(turn.audit())
                    .append("\n");
            for (Cited cited : turn.cited()) paper.append("\n").append(quoted(cited, turn));
        }
        return paper.toString();
    }

    private String quoted(Cited cited, Turn turn) {
        String place = cited.document() + (cited.revision().isEmpty() ? "" : ", revision " + cited.revision());
        return show.show(
                        new DocumentId(cited.document()),
                        cited.revision(),
                        cited.start(),
                        cited.end(),
                        LocalDate.parse(turn.when().substring(0, 10)),
                        asker)
                .map(shown -> "> " + shown.text().strip().replace("\n", "\n> ") + "\n>\n> — " + place
                        + marked(shown.document().header().marking()) + "\n")
                .orElse("> (no longer held) — " + place + "\n");
    }

    private static String marked(Marking marking) {
        return marking.equals(Marking.UNMARKED) ? "" : ", " + marking.label();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
