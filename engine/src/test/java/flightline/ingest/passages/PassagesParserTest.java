package flightline.ingest.passages;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Passage;
import flightline.corpus.StructuredDocument;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PassagesParserTest {
    @Test
    void parse_ourFields_makeOneDocumentPerNameAndRevision() {
        var documents = parsed("""
                {"document":"AMM-29","revision":"12","date":"2025-03-01","title":"Hydraulics","kind":"manual","path":["29-10","Removal"],"page":7,"text":"Open the panel."}
                {"document":"SB-1","text":"Modify.","kind":"service bulletin","status":"proposed","supersedes":"SB-0"}
                {"document":"AMM-29","revision":"12","page":8,"path":"29-10 > Test","text":"Run the pump."}
                {"document":"AMM-29","revision":"13","text":"Run the pump twice."}
                """).documents();

        assertThat(documents).hasSize(3);
        var manual = documents.getFirst();
        assertThat(manual.header().id().value()).isEqualTo("AMM-29");
        assertThat(manual.header().title()).isEqualTo("Hydraulics");
        assertThat(manual.header().kind()).isEqualTo(DocumentKind.MANUAL);
        assertThat(manual.header().revision().label()).isEqualTo("12");
        assertThat(manual.header().revision().issued()).contains(LocalDate.of(2025, 3, 1));
        assertThat(manual.header().pages()).isEqualTo(8);
        assertThat(manual.blocks().getFirst().path()).containsExactly("29-10", "Removal");
        assertThat(manual.blocks().getLast().path()).containsExactly("29-10", "Test");
        var bulletin = documents.get(1).header();
        assertThat(bulletin.kind()).isEqualTo(DocumentKind.SERVICE_BULLETIN);
        assertThat(bulletin.status()).isEqualTo(DocumentStatus.PROPOSED);
        assertThat(bulletin.supersedes()).containsExactly("SB-0");
    }

    @Test
    void parse_lineWithADocumentsNameOfEndlessLength_isABadLineAndTheRestGoesOn() {
        String endless = "X".repeat(1_001);
        var read = parsed("""
                {"document":"AMM-29","text":"Open the panel."}
                {"document":"%s","text":"Close it."}
                {"document_number":"%s","abstract":"We are adopting a new directive."}
                """.formatted(endless, endless));
        assertThat(read.documents()).hasSize(1);
        assertThat(read.notes())
                .hasSize(2)
                .allMatch(note -> note.contains("names its document in 1001 characters, at most 1000"))
                .first()
                .asString()
                .startsWith("line 2:");
    }

    @Test
    void parse_handbookExport_citesSourceFileAndPage() {
        var document = parsed("""
                {"id":"c1","text":"One.","source":"ch1.pdf","page":4}
                {"id":"c2","text":"Other.","source":"ch2.pdf","page":1}
                {"id":"c3","text":"Two words\\n\\nand more.","source":"ch1.pdf","page":5}
                """).documents().getFirst();
        var passages = new PassageCutter().cut(document);

        assertThat(document.header().id().value()).isEqualTo("ch1.pdf");
        assertThat(document.sourceText()).isEqualTo("One.\nTwo words\n\nand more.");
        assertThat(passages).extracting(Passage::text).containsExactly("One.", "Two words\n\nand more.");
        assertThat(passages).extracting(p -> p.place().page().orElse(0)).containsExactly(4, 5);
    }

    @Test
    void parse_directiveAbstracts_areDirectivesWithTheirStanding() {
        var documents = parsed("""
                {"document_number":"2020-1","title":"Airworthiness Directives; A","published":"2020-01-02","abstract":"Final rule.","kind":"final","supersedes":["2015-14-07"]}
                {"document_number":"2020-2","title":"B","published":"2020-01-03","abstract":"Text.","kind":"proposed"}
                {"document_number":"2020-3","title":"C","published":"2020-01-03","abstract":"Text.","kind":"withdrawal"}
                {"document_number":"2020-4","title":"D","published":"2020-01-03","abstract":"Text.","kind":"correction"}
                """).documents();

        assertThat(documents)
                .extracting(d -> d.header().id().value())
                .containsExactly("FR 2020-1", "FR 2020-2", "FR 2020-3", "FR 2020-4");
        assertThat(documents)
                .extracting(d -> d.header().status())
                .containsExactly(
                        DocumentStatus.FINAL,
                        DocumentStatus.PROPOSED,
                        DocumentStatus.WITHDRAWN,
                        DocumentStatus.CORRECTION);
        var first = documents.getFirst();
        assertThat(first.header().kind()).isEqualTo(DocumentKind.DIRECTIVE);
        assertThat(first.header().supersedes()).containsExactly("AD 2015-14-07");
        assertThat(first.header().revision().issued()).contains(LocalDate.of(2020, 1, 2));
        assertThat(first.sourceText()).isEqualTo("Airworthiness Directives; A\nFinal rule.");
    }

    @Test
    void parse_badLines_areNotedWithTheirNumberAndTheRestGoesOn() {
        var parsed = parsed("""
                {"document":"M","text":"One."}

                {"document":"M","text":
                [1]
                {"document":"M"}
                {"text":"Whose?"}
                {"document":"M","text":"Two.","page":"iv","date":"2025-02-31","kind":"novel"}
                """);

        assertThat(parsed.documents())
                .extracting(StructuredDocument::sourceText)
                .containsExactly("One.\nTwo.");
        assertThat(parsed.notes())
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("line 3: not JSON: "),
                        note -> assertThat(note).isEqualTo("line 4: not a JSON object"),
                        note -> assertThat(note).isEqualTo("line 5: has no \"text\""),
                        note -> assertThat(note).startsWith("line 6: names no document"),
                        note -> assertThat(note).startsWith("line 7: page \"iv\" is not a whole number"),
                        note -> assertThat(note).startsWith("line 7: date \"2025-02-31\" is not a date"),
                        note -> assertThat(note).startsWith("line 7: kind \"novel\" is not known"));
    }

    @Test
    void parse_manyBadLines_areCounted() {
        var parsed = parsed("{\"document\":\"M\",\"text\":\"One.\"}\n" + "x\n".repeat(80));

        assertThat(parsed.notes()).hasSize(51).last().isEqualTo("and 30 more lines with faults");
    }

    @Test
    void parse_noGoodLine_isMalformed() {
        assertThat(parse("x\n")).isInstanceOf(ParseOutcome.Malformed.class);
    }

    private static ParseOutcome.Parsed parsed(String lines) {
        return (ParseOutcome.Parsed) parse(lines);
    }

    private static ParseOutcome parse(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return new PassagesParser()
                .parse(new SourceFile(Path.of("a.jsonl"), ContentHash.of(bytes), FileKind.PASSAGES, bytes));
    }
}
