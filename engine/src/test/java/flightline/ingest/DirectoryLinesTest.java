package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Passage;
import flightline.corpus.StructuredDocument;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contents pages and indexes are no passages; lists of limits that look like them are. */
final class DirectoryLinesTest {
    /** Paragraphs under a heading, and a sentence behind them. */
    private static List<String> passages(String heading, List<String> paragraphs) {
        DocumentBuilder manual = DocumentBuilder.manual().section(1, heading);
        paragraphs.forEach(manual::paragraph);
        StructuredDocument document = manual.section(1, "Servicing")
                .paragraph("Drain the sump before each flight.")
                .build();
        List<String> passages =
                new PassageCutter().cut(document).stream().map(Passage::text).toList();
        assertThat(passages).contains("Drain the sump before each flight.");
        return passages;
    }

    private static List<String> lines(IntFunction<String> line) {
        return IntStream.range(0, 12).mapToObj(line).toList();
    }

    @Test
    void pagesByChapter_thatGoOn_areNoPassages() {
        List<String> lines = lines(i -> "Fuel pump matter " + i + " 2-" + (20 + i));
        assertThat(passages("Manual", lines)).hasSize(1);
        assertThat(passages("Manual", List.of(String.join("\n", lines)))).hasSize(1);
    }

    @Test
    void runTogether_withDots_areNoPassage() {
        assertThat(passages(
                        "Manual",
                        List.of(String.join(" ", lines(i -> "Fuel pump matter " + i + " .......... 2-" + (20 + i))))))
                .hasSize(1);
    }

    @Test
    void index_ofPagesOfAllChapters_isNoPassage() {
        assertThat(passages(
                        "Manual",
                        lines(i -> "Matter " + i + " " + (i % 2 == 0 ? "10-" + (i + 1) : "2-" + (i + 20)) + ", 11-3")))
                .hasSize(1);
    }

    @Test
    void plainPages_underContentsOrIndex_areNoPassages_underAnythingElseTheyAre() {
        List<String> lines = lines(i -> "Fuel pump matter " + i + " ........ " + (20 + i));
        assertThat(passages("Table of Contents", lines)).hasSize(1);
        assertThat(passages("INDEX", lines.reversed())).hasSize(1);
        assertThat(passages("Torque of nuts, N·m", lines)).hasSizeGreaterThan(1);
    }

    @Test
    void whatAKitContains_isKept() {
        assertThat(passages("Contents", lines(i -> "Bandage of size " + i + "   " + (7 * i) % 5)))
                .anyMatch(text -> text.contains("Bandage of size 3"));
    }

    @Test
    void rangesOfValues_areKept() {
        assertThat(passages(
                        "Torque values",
                        lines(i -> "Bolt of size " + i + " ........ " + (20 + 10 * i) + "-" + (30 + 11 * i))))
                .anyMatch(text -> text.contains("Bolt of size 3"));
    }

    @Test
    void sentencesBetween_andFewLines_areKept() {
        assertThat(passages("Manual", List.of("Oil pressure see 2-12", "Oil temperature see 2-13")))
                .hasSizeGreaterThan(1);
        assertThat(passages("Contents", List.of("The first part tells of the oil; its limits stand on page 12.")))
                .hasSizeGreaterThan(1);
    }
}
