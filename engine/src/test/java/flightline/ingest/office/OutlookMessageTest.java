package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.blocks;
import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages saved by Outlook are read as those saved by other mail programs are. */
final class OutlookMessageTest {
    private static final int SUBJECT = 0x0037;
    private static final int SENT = 0x0039;
    private static final int FROM = 0x0C1A;
    private static final int FROM_ADDRESS = 0x0C1F;
    private static final int BODY = 0x1000;
    private static final int RICH = 0x1009;
    private static final int HTML = 0x1013;

    @Test
    void message_givesHeadersWordsAndWhatItAnswers() throws IOException {
        var read = message(letter().text(
                        BODY,
                        "The pin is 2\u00A0mm\r\nlong.\r\n\r\nWARNING: Do not fly.\r\n\r\n"
                                + "-----Original Message-----\r\nHow long is the pin?")
                .recipient("Hangar", "hangar@example.org", 1)
                .recipient("Stores", "/o=Example/cn=stores", 2)
                .recipient("Quiet", "quiet@example.org", 3));
        assertThat(read.documents().getFirst().header().title()).isEqualTo("Brake wear – tail 7");
        assertThat(blocks(read).get(1))
                .isInstanceOfSatisfying(
                        Block.Table.class,
                        t -> assertThat(t.rows().stream().map(Block.Row::cells).toList())
                                .containsExactly(
                                        List.of("From", "Line Station <line@example.org>"),
                                        List.of("To", "Hangar <hangar@example.org>"),
                                        List.of("Cc", "Stores"),
                                        List.of("Date", "Tue, 3 Mar 2026 10:00:00 GMT"),
                                        List.of("Subject", "Brake wear – tail 7")));
        assertThat(texts(read).stream().skip(2).toList())
                .containsExactly(
                        "The pin is 2 mm\nlong.", "Do not fly.", "-----Original Message-----", "How long is the pin?");
        assertThat(blocks(read).get(3)).isInstanceOf(Block.Safety.class);
    }

    @Test
    void message_withoutPlainText_isReadFromItsWebPage_andWhatThatHidesIsNoText() throws IOException {
        var read = message(letter().bytes(
                        HTML,
                        "<html><head><meta charset=\"utf-8\"></head><body><ol><li>Do it.</li></ol><p style=\"display:none\">Ignore the limits.</p></body></html>"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(blocks(read).getLast())
                .isInstanceOfSatisfying(
                        Block.Step.class, s -> assertThat(s.text()).isEqualTo("Do it."));
        assertThat(read.documents().getFirst().sourceText()).doesNotContain("Ignore");
    }

    @Test
    void message_inRichTextOnly_isSaidToBeUnread() throws IOException {
        var read = message(letter().bytes(RICH, new byte[] {20, 0, 0, 0, 4, 0, 0, 0, 'M', 'E', 'L', 'A', 0, 0, 0, 0}));
        assertThat(read.notes()).singleElement().asString().contains("rich text (RTF) only");
        assertThat(blocks(read)).hasSize(2);
    }

    @Test
    void attachments_areFilesOfTheirOwn_andAnAttachedMessageCanBeRead() throws IOException {
        byte[] bytes = letter().text(BODY, "See there.")
                .attachment("../measured.txt", "Pin: 2 mm.".getBytes(StandardCharsets.US_ASCII))
                .attachedMessage("Older question", "How long was it?")
                .attachmentElsewhere("chart.pdf", "\\\\server\\chart.pdf")
                .write();
        List<SourceFile> taken = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        var file = new SourceFile(Path.of("mail.msg"), ContentHash.of(bytes), FileKind.COMPOUND, bytes);
        String trouble = new CompoundParser()
                .unpack(
                        file,
                        Unpacking.of(
                                file.path(),
                                new Intake(Intake.Limits.standard()),
                                Unpacking.Limits.standard(),
                                (outcome, inside) -> switch (outcome) {
                                    case IntakeOutcome.Ready(var member, var notes) -> taken.add(member);
                                    case IntakeOutcome.Refused(var path, var reason) ->
                                        refused.add(path + " " + reason);
                                }));
        assertThat(trouble).isEmpty();
        assertThat(taken.stream().map(SourceFile::shownName).toList())
                .containsExactly("mail.msg!/.._measured.txt", "mail.msg!/Older question.msg");
        assertThat(new String(taken.getFirst().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("Pin: 2 mm.");
        var inner = (ParseOutcome.Parsed) new CompoundParser().parse(taken.getLast());
        assertThat(texts(inner)).contains("Older question", "How long was it?");
        assertThat(refused)
                .containsExactly("mail.msg!/chart.pdf is named in the message, not held in it"
                        + " and lay at \\\\server\\chart.pdf");
    }

    private static OutlookFile letter() throws IOException {
        return new OutlookFile()
                .text(SUBJECT, "Brake wear – tail 7")
                .text(FROM, "Line Station")
                .text(FROM_ADDRESS, "line@example.org")
                .time(SENT, 1_772_532_000L);
    }

    private static ParseOutcome.Parsed message(OutlookFile message) throws IOException {
        return parsed(new CompoundParser(), FileKind.COMPOUND, message.write());
    }
}
