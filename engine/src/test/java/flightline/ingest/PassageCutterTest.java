package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.SafetyKind;
import flightline.corpus.SafetyText;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageCutterTest {
    private static final String SENTENCE = "The pump is driven by the gearbox and feeds both sides of the system. ";

    @Test
    void cut_tableRow_isNeverSplit() {
        String remedy = SENTENCE.repeat(60).strip();
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Trouble shooting")
                .table(
                        "Table 3 Pump",
                        List.of("Trouble", "Remedy"),
                        List.of(List.of("No pressure", remedy), List.of("Low pressure", "Bleed"))));

        assertThat(passages).extracting(Passage::kind).containsExactly(PassageKind.TABLE_ROW, PassageKind.TABLE_ROW);
        assertThat(passages.getFirst().text()).isEqualTo("No pressure\t" + remedy);
        assertThat(passages.getLast().text()).isEqualTo("Low pressure\tBleed");
        assertThat(passages.getLast().context()).startsWith("Table 3 Pump; Trouble | Remedy");
    }

    @Test
    void cut_rowWhoseCellSpansFromAbove_findsThatCellInItsContext() {
        var document = DocumentBuilder.manual();
        document.table("", List.of(), List.of(List.of("Engine", "a long enough first row of the table here")));
        var table = (flightline.corpus.Block.Table)
                document.build().blocks().getFirst().block();
        var row = new flightline.corpus.Block.Row(
                List.of("Engine", "second"), "second", table.rows().getFirst().place());

        assertThat(new PassageContext(document.build()).ofRow(table, row, "")).isEqualTo("Engine");
    }

    @Test
    void cut_warning_staysWithItsStep() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Removal")
                .step(0, "Open the access panel on the left side.")
                .safety(SafetyKind.NOTE, "The bolt is short.")
                .safety(SafetyKind.WARNING, "Release the pressure.")
                .step(0, "Remove the pump from the gearbox.")
                .step(1, "Cut the lockwire and remove the bolts.")
                .step(0, "Put blanking caps on all open lines."));

        assertThat(steps(passages))
                .extracting(p -> p.safety().stream().map(SafetyText::text).toList())
                .containsExactly(
                        List.of(),
                        List.of("Release the pressure.", "The bolt is short."),
                        List.of("Release the pressure.", "The bolt is short."),
                        List.of());
    }

    @Test
    void cut_warning_isAlsoAPassageOfItsOwn() {
        var passages = cut(DocumentBuilder.manual()
                .safety(SafetyKind.WARNING, "Hot oil burns.")
                .step(0, "Drain."));

        assertThat(passages).extracting(Passage::kind).containsExactly(PassageKind.SAFETY, PassageKind.STEP);
        assertThat(passages.getFirst().text()).isEqualTo("Hot oil burns.");
    }

    @Test
    void cut_warningBeforeASubsection_goesToItsFirstStep() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Pump")
                .safety(SafetyKind.WARNING, "Release the pressure.")
                .section(2, "Removal")
                .step(0, "Remove the pump."));

        assertThat(steps(passages).getFirst().safety()).hasSize(1);
    }

    @Test
    void cut_warningAtTheEndOfASection_goesToWhatItFollowsAndNotToTheNextSection() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Removal")
                .step(0, "Remove the pump.")
                .safety(SafetyKind.CAUTION, "Do not drop it.")
                .section(1, "Installation")
                .step(0, "Install the pump."));

        assertThat(steps(passages)).extracting(p -> p.safety().size()).containsExactly(1, 0);
    }

    @Test
    void cut_warningInASectionWithNothingElse_isCarriedOnRatherThanLost() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Safety")
                .safety(SafetyKind.WARNING, "Release the pressure.")
                .section(1, "Removal")
                .step(0, "Remove the pump."));

        assertThat(steps(passages).getFirst().safety()).hasSize(1);
    }

    @Test
    void cut_warningBeforeALeadIn_holdsForTheWholeList() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Removal")
                .safety(SafetyKind.WARNING, "Wear gloves.")
                .paragraph("To remove the pump:")
                .step(0, "Open the panel.")
                .step(0, "Remove the pump.")
                .section(1, "Storage")
                .step(0, "Put it in a bag."));

        assertThat(steps(passages)).extracting(p -> p.safety().size()).containsExactly(1, 1, 0);
    }

    @Test
    void cut_warningBeforeTheFirstStep_holdsForTheWholeProcedure() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Removal")
                .safety(SafetyKind.WARNING, "Disconnect the battery.")
                .paragraph("The pump weighs 12 kg.")
                .step(0, "Open the panel.")
                .safety(SafetyKind.CAUTION, "Do not bend the line.")
                .step(0, "Disconnect the line.")
                .step(0, "Remove the pump.")
                .section(1, "Storage")
                .step(0, "Put it in a bag."));

        assertThat(steps(passages)).extracting(p -> p.safety().size()).containsExactly(1, 2, 1, 0);
    }

    @Test
    void cut_warningBeforeTheSubsections_holdsForTheStepsOfAll() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Pump")
                .safety(SafetyKind.WARNING, "Disconnect the battery.")
                .section(2, "Tools")
                .paragraph("You need a wrench.")
                .section(2, "Removal")
                .step(0, "Open the panel.")
                .step(0, "Remove the pump.")
                .section(1, "Storage")
                .step(0, "Put it in a bag."));

        assertThat(steps(passages)).extracting(p -> p.safety().size()).containsExactly(1, 1, 0);
    }

    @Test
    void cut_warningBeforeTheFirstStepOfADataModule_staysWithTheStepThatItStandsIn() {
        var passages = cut(new DocumentBuilder("S1000D 4.1")
                .section(1, "Procedure")
                .safety(SafetyKind.WARNING, "The bolt is under load.")
                .step(0, "Remove the bolt.")
                .step(0, "Remove the pump."));

        assertThat(steps(passages)).extracting(p -> p.safety().size()).containsExactly(1, 0);
    }

    @Test
    void cut_warningByItself_saysThatItIsOne() {
        var passages = cut(DocumentBuilder.manual()
                .safety(SafetyKind.CAUTION, "Do not bend the line.")
                .paragraph("The line is made of aluminium."));

        assertThat(passages.getFirst().safety()).extracting(SafetyText::kind).containsExactly(SafetyKind.CAUTION);
    }

    @Test
    void cut_generalWarning_holdsForEveryStepOfItsSection() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Removal")
                .general(SafetyKind.WARNING, "Disconnect the battery.")
                .step(0, "Open the panel.")
                .step(0, "Remove the pump.")
                .section(1, "Storage")
                .step(0, "Put it in a bag."));

        assertThat(steps(passages)).extracting(p -> p.safety().size()).containsExactly(1, 1, 0);
    }

    @Test
    void cut_generalWarningOfADataModule_holdsForEveryStepAndGoesGravestFirst() {
        var passages = cut(new DocumentBuilder("S1000D 4.1")
                .section(1, "Required safety")
                .general(SafetyKind.WARNING, "Disconnect the battery.")
                .section(1, "Procedure")
                .safety(SafetyKind.NOTE, "Keep the bolts.")
                .step(0, "Remove the bolts.")
                .isolation("s1", "Is the lamp on?", "No", "e1")
                .end("e1", "Replace the lamp."));

        assertThat(passages)
                .filteredOn(p -> p.kind() != PassageKind.SAFETY)
                .allSatisfy(p -> assertThat(p.safety().getFirst().kind()).isEqualTo(SafetyKind.WARNING));
        assertThat(steps(passages).getFirst().safety()).hasSize(2);
    }

    @Test
    void cut_longParagraph_isCutAtEndsOfSentences() {
        var passages =
                cut(DocumentBuilder.manual().paragraph(SENTENCE.repeat(40).strip()));

        assertThat(passages).hasSizeBetween(2, 4).allSatisfy(p -> {
            assertThat(p.text()).startsWith("The pump").endsWith("system.");
            assertThat(p.text().split(" ").length).isBetween(90, 240);
        });
    }

    @Test
    void cut_longTextWithoutSentences_isCutAtWords() {
        var passages =
                cut(DocumentBuilder.manual().paragraph("word ".repeat(1000).strip()));

        assertThat(passages)
                .hasSizeBetween(5, 7)
                .allSatisfy(p -> assertThat(p.text()).endsWith("word"));
    }

    @Test
    void cut_abbreviation_endsNoSentence() {
        String text = "Refer to fig. 3 for No. Two engine and then look at it once more ".repeat(20) + "End.";

        assertThat(cut(DocumentBuilder.manual().paragraph(text)))
                .noneSatisfy(p -> assertThat(p.text()).endsWith("fig."))
                .noneSatisfy(p -> assertThat(p.text()).endsWith("No."));
    }

    @Test
    void cut_shortNeighbours_areJoinedAndLongOnesAreNot() {
        String large = SENTENCE.repeat(6).strip();
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Fuel")
                .paragraph("One short remark.")
                .paragraph("Another one.")
                .paragraph(large)
                .paragraph(large));

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly("One short remark.\nAnother one.\n" + large, large);
    }

    @Test
    void cut_shortNeighboursForDifferentAircraft_areNotJoined() {
        var passages = cut(DocumentBuilder.manual()
                .paragraph("One short remark.")
                .holdsFor(Applicability.parse("serial=1~9"))
                .paragraph("Another one."));

        assertThat(passages).hasSize(2);
        assertThat(passages.getLast().applicability().display()).isEqualTo("serial 1 to 9");
    }

    @Test
    void cut_listItems_goWithTheirLeadIn() {
        var passages = cut(DocumentBuilder.manual()
                .paragraph("Some words that stand before.")
                .paragraph("Check these:")
                .item(0, "the filter")
                .item(0, "the pump"));

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly("Some words that stand before.", "Check these:\nthe filter\nthe pump");
    }

    @Test
    void cut_listTooLongForItsLeadIn_namesItInTheContext() {
        var builder = DocumentBuilder.manual().paragraph("Replace the pump when any of these is found:");
        for (int i = 0; i < 12; i++) builder.item(0, SENTENCE.repeat(3).strip());

        assertThat(cut(builder).getLast().context()).startsWith("Replace the pump when any");
    }

    @Test
    void cut_step_isFoundByItsProcedureAndTheStepAbove() {
        var passages = cut(DocumentBuilder.manual()
                .section(1, "Removal of the pump")
                .step(0, "Disconnect the lines.")
                .step(1, "Plug the pressure line with the cap from the kit now."));

        assertThat(passages.getLast().context()).isEqualTo("Test manual; Removal of the pump; Disconnect the lines.");
    }

    @Test
    void cut_isolationStep_isFoundByTheAnswerThatLeadsToIt() {
        var passages = cut(DocumentBuilder.manual()
                .isolation("s1", "Is the lamp on?", "No", "s2")
                .isolation("s2", "Is there 28 V at pin 4 of the connector behind it?", "Yes", "e1")
                .end("e1", "Replace the lamp with a new one from the store."));

        assertThat(passages)
                .extracting(Passage::context)
                .containsExactly("", "Is the lamp on? No", "Is there 28 V at pin 4 of the connector behind it? Yes");
    }

    private static List<Passage> cut(DocumentBuilder document) {
        return new PassageCutter().cut(document.build());
    }

    private static List<Passage> steps(List<Passage> passages) {
        return passages.stream().filter(p -> p.kind() == PassageKind.STEP).toList();
    }
}
