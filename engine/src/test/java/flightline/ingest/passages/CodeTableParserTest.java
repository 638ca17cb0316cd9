package flightline.ingest.passages;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class CodeTableParserTest {
    @Test
    void codes_areRowsOfTheirChapters_withTheZeroThatTheFileLeavesOut() {
        var parsed = (ParseOutcome.Parsed) parse("""
                [{"Chapter":5,"Number":"510","Name":"Limits","Details":"How long a\\n part lives."},
                 {"Chapter":32,"Number":"3210","Name":"Main gear","Details":"Its parts."}]""");
        var document = parsed.documents().getFirst();
        var tables = new ArrayList<Block.Table>();
        document.blocks().forEach(b -> {
            if (b.block() instanceof Block.Table table) tables.add(table);
        });
        assertThat(tables).hasSize(2);
        assertThat(tables.getFirst().header()).containsExactly("Code", "Title", "Definition");
        assertThat(tables.getFirst().rows().getFirst().cells())
                .containsExactly("0510", "Limits", "How long a part lives.");
        for (Block.Table table : tables)
            for (Block.Row row : table.rows())
                assertThat(document.sourceText()
                                .substring(row.place().start(), row.place().end()))
                        .isEqualTo(row.text())
                        .isEqualTo(String.join("\t", row.cells()));
        assertThat(document.blocks().getLast().path()).containsExactly("JASC/ATA codes", "JASC/ATA chapter 32");
        assertThat(parsed.notes()).isEmpty();
    }

    @Test
    void entryThatIsNoCode_isNamed_andTheRestIsTaken() {
        var parsed = (ParseOutcome.Parsed) parse("""
                [{"Number":"5-10","Name":"Limits"},{"Number":"520"},{"Number":"3210","Name":"Main gear"}]""");
        assertThat(parsed.notes())
                .containsExactly(
                        "entry 1: no code of one to four digits with a name, got '5-10'",
                        "entry 2: no code of one to four digits with a name, got '520'");
    }

    @Test
    void tableWithoutACode_orBrokenJson_isMalformed() {
        assertThat(parse("[{\"Number\":\"\",\"Name\":\"x\"}]"))
                .isEqualTo(new ParseOutcome.Malformed("entry 1", "no entry is a code"));
        assertThat(parse("[{\"Number\":"))
                .isInstanceOfSatisfying(
                        ParseOutcome.Malformed.class,
                        broken -> assertThat(broken.reason()).startsWith("not JSON: "));
    }

    private static ParseOutcome parse(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new CodeTableParser()
                .parse(new SourceFile(Path.of("codes.json"), ContentHash.of(bytes), FileKind.CODE_TABLE, bytes));
    }
}
