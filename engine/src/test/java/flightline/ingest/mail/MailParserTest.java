package flightline.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads messages as mail programs write them. */
final class MailParserTest {

    @Test
    void htmlMessage_whatItAnswersStandsUnderAHeadingOfItsOwn() {
        String mail =
                "From: a@example.org\nSubject: Leak rate\nContent-Type: text/html\n\n<div>Three drops.</div><div class=q>"
                        + "<div>On Mon, 2 Mar 2026 at 09:00 Hangar &lt;hangar@example.org&gt; wrote:<br></div><blockquote>"
                        + "<p>How much does it leak?</p><p>WARNING: Do not fly.</p></blockquote></div>\n";
        var document = ((ParseOutcome.Parsed) new MailParser().parse(file(mail)))
                .documents()
                .getFirst();
        var blocks = document.blocks();
        assertThat(blocks.get(2).path()).containsExactly("Leak rate");
        assertThat(blocks.get(3).block()).isInstanceOf(Block.Heading.class);
        assertThat(blocks.getLast().block()).isInstanceOf(Block.Safety.class);
        assertThat(blocks.getLast().path())
                .containsExactly("Leak rate", "On Mon, 2 Mar 2026 at 09:00 Hangar <hangar@example.org> wrote:");
    }

    @Test
    void quotedLinesWithoutAWordWhoseTheyAre_standUnderAHeadingOfTheirOwn() {
        assertThat(read("> Is the limit 60 psi?\n> Or 80?\n\nIt is 55 psi.\n\n> And cold?\n\nThe same."))
                .containsExactly(
                        "[Limits, Quoted] Is the limit 60 psi?\nOr 80?",
                        "[Limits, Answer] It is 55 psi.",
                        "[Limits, Quoted] And cold?",
                        "[Limits, Answer] The same.");
    }

    @Test
    void answersBetweenTheLines_areNotPutIntoTheOthersMouth() {
        assertThat(read("On Mon, 2 Mar 2026, Hangar wrote:\n> Is it 60?\nNo, 55.\n> And cold?\nThe same."))
                .containsExactly(
                        "[Limits, On Mon, 2 Mar 2026, Hangar wrote:] Is it 60?",
                        "[Limits, Answer] No, 55.",
                        "[Limits, Quoted] And cold?",
                        "[Limits, Answer] The same.");
    }

    @Test
    void moreThanANumber_isNoQuotation() {
        assertThat(read(
                        "Brake pressure:\n>60 psi: replace the valve\n\n> 80 psi: call us\n\nOn Mon, 2 Mar 2026, Hangar wrote:\n"
                                + "> What at >90 psi?\n> >90 psi was seen.\n> > 90?"))
                .containsExactly(
                        "[Limits] Brake pressure:\n>60 psi: replace the valve",
                        "[Limits] > 80 psi: call us",
                        "[Limits, On Mon, 2 Mar 2026, Hangar wrote:] What at >90 psi?\n>90 psi was seen.\n90?");
    }

    @Test
    void signsWithoutABlank_areQuotationBeforeNumbersToo() {
        assertThat(read("Yes.\n\n>Is it\n>60 psi?"))
                .containsExactly("[Limits] Yes.", "[Limits, Quoted] Is it\n60 psi?");
    }

    @Test
    void repeatedHead_beginsWhatIsAnswered() {
        assertThat(read("Set it to 55.\n\n________________________________\nFrom: Hangar <hangar@example.org>\n"
                        + "Sent: Monday, 2 March 2026 09:00\nTo: Line Station\nSubject: Limits\n\nIs it 60?"))
                .containsExactly(
                        "[Limits] Set it to 55.",
                        "[Limits] ________________________________",
                        "[Limits, From: Hangar <hangar@example.org>] Sent: Monday, 2 March 2026 09:00\nTo: Line Station\nSubject: Limits",
                        "[Limits, From: Hangar <hangar@example.org>] Is it 60?");
        String page =
                "From: a@example.org\nSubject: Limits\nContent-Type: text/html\n\n<p>Set it to 55.</p><p><b>From:</b> Hangar<br>"
                        + "<b>Sent:</b> Monday<br><b>To:</b> Line</p><p>Is it 60?</p>\n";
        var blocks = ((ParseOutcome.Parsed) new MailParser().parse(file(page)))
                .documents()
                .getFirst()
                .blocks();
        assertThat(blocks.get(2).path()).containsExactly("Limits");
        assertThat(blocks.getLast().path()).hasSize(2);
        assertThat(blocks.getLast().path().getLast()).startsWith("From: Hangar").contains("Sent: Monday");
    }

    private static List<String> read(String words) {
        return ((ParseOutcome.Parsed)
                        new MailParser().parse(file("From: a@example.org\nSubject: Limits\n\n" + words + "\n")))
                .documents().getFirst().blocks().stream()
                        .filter(b -> b.block() instanceof Block.Paragraph)
                        .map(b -> b.path() + " " + b.block().text())
                        .toList();
    }

    private static final String MESSAGE = """
            From: Line Station <line@example.org>
            To: hangar@example.org
            Date: Tue, 3 Mar 2026 10:00:00 +0000
            Subject: =?UTF-8?Q?Brake_wear_=E2=80=93_tail_7?=
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: multipart/alternative; boundary="a"

            --a
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            The pin is 2=C2=A0mm
            long.

            WARNING: Do not fly.

            On Mon, 2 Mar 2026 at 09:00, Hangar wrote:
            > How long is the pin?
            --a
            Content-Type: text/html

            <p>The pin is 2 mm long.</p>
            --a--
            --b
            Content-Type: text/plain; name="../measured.txt"
            Content-Disposition: attachment; filename="../measured.txt"
            Content-Transfer-Encoding: base64

            UGluOiAyIG1tLg==
            --b--
            """;

    @Test
    void message_givesHeadersWordsAndWhatItAnswers() {
        var parsed = (ParseOutcome.Parsed) new MailParser().parse(file(MESSAGE));
        var document = parsed.documents().getFirst();
        assertThat(document.header().title()).isEqualTo("Brake wear – tail 7");
        assertThat(document.blocks().get(1).block())
                .isInstanceOfSatisfying(
                        Block.Table.class,
                        t -> assertThat(t.rows().getFirst().cells())
                                .containsExactly("From", "Line Station <line@example.org>"));
        assertThat(document.blocks().stream().skip(2).map(b -> b.block().text()).toList())
                .containsExactly(
                        "The pin is 2 mm\nlong.",
                        "Do not fly.",
                        "On Mon, 2 Mar 2026 at 09:00, Hangar wrote:",
                        "How long is the pin?");
        assertThat(document.blocks().get(3).block()).isInstanceOf(Block.Safety.class);
    }

    @Test
    void attachment_isAFileOfItsOwn() {
        List<String> seen = new ArrayList<>();
        var file = file(MESSAGE);
        String trouble = new MailParser()
                .unpack(
                        file,
                        Unpacking.of(
                                file.path(),
                                new Intake(Intake.Limits.standard()),
                                Unpacking.Limits.standard(),
                                (outcome, inside) -> seen.add(
                                        switch (outcome) {
                                            case IntakeOutcome.Ready(var member, var notes) ->
                                                member.shownName() + " "
                                                        + new String(member.bytes(), StandardCharsets.UTF_8);
                                            case IntakeOutcome.Refused(var path, var reason) -> path + " " + reason;
                                        })));
        assertThat(trouble).isEmpty();
        assertThat(seen).containsExactly("mail.eml!/.._measured.txt Pin: 2 mm.");
    }

    @Test
    void mailbox_givesADocumentAMessage_andHtmlIsReadWhereNothingElseIs() {
        String mailbox =
                "From a@example.org Tue Mar  3 10:00:00 2026\nFrom: a@example.org\nSubject: One topic\n\nFirst.\n"
                        + "From b@example.org Tue Mar  3 11:00:00 2026\nFrom: b@example.org\nSubject: Two topic\n"
                        + "Content-Type: text/html\n\n<p>Second.</p><ol><li>Do it.</li></ol>\n";
        var parsed = (ParseOutcome.Parsed) new MailParser().parse(file(mailbox));
        assertThat(parsed.documents().stream().map(d -> d.header().id().value()).toList())
                .containsExactly("mail.eml#1", "mail.eml#2");
        assertThat(parsed.documents().get(1).blocks().getLast().block())
                .isInstanceOfSatisfying(
                        Block.Step.class, s -> assertThat(s.text()).isEqualTo("Do it."));
    }

    @Test
    void banner_firstLineOfTheWords_marksTheMessage() {
        String head = "From: a@example.org\nTo: b@example.org\nSubject: Pump\nContent-Type: text/";
        String more = "The pump is red.\n\nTwo.\n\nThree.\n\nRegards\n\nThe line\n";
        assertThat(marking(head + "plain\n\nCUI//SP-CTI\n\n" + more)).isEqualTo("CUI//SP-CTI");
        assertThat(marking(
                        head + "plain\n\n" + more + "\nOn Mon, 2 Mar 2026 at 09:00, Hangar wrote:\n> SECRET\n> Pin?\n"))
                .isEqualTo("SECRET");
        assertThat(marking(head + "html\n\n<p>CUI//SP-CTI</p><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>"))
                .isEqualTo("CUI//SP-CTI");
        assertThat(marking(head + "plain\nSensitivity: Company-Confidential\n\n" + more))
                .isEqualTo("COMPANY CONFIDENTIAL");
        assertThat(marking(head + "plain\n\n" + more)).isEqualTo("UNMARKED");
    }

    @Test
    void wordThatAMailProgramBroke_isOneWord() {
        String head = "From: a@example.org\nTo: b@example.org\nSubject: Pump\nContent-Type: text/plain; format=flowed";
        String words = "\n\nThe gap of the trol \nley is 12. \n5 mm at the  \nhub.\n\n-- \nThe line\n";
        assertThat(text(head + "; delsp=yes" + words))
                .contains("The gap of the trolley is 12.5 mm at the", "\nThe line");
        assertThat(text(head + words)).contains("trol\nley is 12.\n5 mm at the\nhub.");
    }

    private static String text(String mail) {
        return ((ParseOutcome.Parsed) new MailParser().parse(file(mail)))
                .documents()
                .getFirst()
                .sourceText();
    }

    private static String marking(String text) {
        var parsed = (ParseOutcome.Parsed) new MailParser().parse(file(text));
        return parsed.documents().getFirst().header().marking().label();
    }

    private static SourceFile file(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceFile(Path.of("mail.eml"), ContentHash.of(bytes), FileKind.EMAIL, bytes);
    }
}
