package flightline.eval.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed papers, made again. {@code -Dgolden=update} writes them instead of comparing. */
final class ControlPapersTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private static ControlBook book() throws IOException {
        return ControlBook.read(REPOSITORY.resolve(ControlPapers.SOURCE));
    }

    @Test
    void papers_sayWhatTheirSourceSays() throws IOException {
        if ("update".equals(System.getProperty("golden"))) ControlPapers.main(new String[] {REPOSITORY.toString()});
        for (Map.Entry<String, String> paper : ControlPapers.made(REPOSITORY).entrySet())
            assertThat(REPOSITORY.resolve(paper.getKey()))
                    .as("%s differs from %s; make it anew with -Dgolden=update", paper.getKey(), ControlPapers.SOURCE)
                    .hasContent(paper.getValue());
    }

    @Test
    void everyTestPageAndClassNamed_isThere() throws IOException {
        var tree = SourceTree.of(REPOSITORY);
        var missing = new ArrayList<String>();
        for (Control one : book().controls()) {
            for (TestName test : one.tests()) if (!tree.holds(test)) missing.add(one.id() + ": " + test);
            for (String page : one.pages()) if (!tree.has(page)) missing.add(one.id() + ": " + page);
            for (String name : one.code()) if (tree.code(name).isEmpty()) missing.add(one.id() + ": " + name);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsNotThere_isSeen() throws IOException {
        var tree = SourceTree.of(REPOSITORY);
        assertThat(tree.holds(TestName.parse("ControlPapersTest#whatIsNotThere_isSeen")))
                .isTrue();
        assertThat(tree.holds(TestName.parse("ControlPapersTest#whatNobodyWrote")))
                .isFalse();
        assertThat(tree.holds(TestName.parse("NoSuchTest"))).isFalse();
        assertThat(tree.code("flightline.policy.NoSuchClass")).isEmpty();
        assertThat(tree.has("docs/no-such-page.md")).isFalse();
    }

    @Test
    void controls_areManyAndOfEveryVerdict_andAllOfRevision3IsLookedAt() throws IOException {
        ControlBook book = book();
        assertThat(book.controls()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(book.controls()).extracting(Control::verdict).contains(Verdict.values());
        assertThat(book.requirements()).as("what Rev. 3 has").hasSize(97);
    }

    @Test
    void requirement_isNeverBetterThanTheWorstOfItsControls() {
        assertThat(Verdict.ofAll(List.of(Verdict.MET, Verdict.MET))).isEqualTo(Verdict.MET);
        assertThat(Verdict.ofAll(List.of(Verdict.MET, Verdict.NOT))).isEqualTo(Verdict.PART);
        assertThat(Verdict.ofAll(List.of(Verdict.MET, Verdict.OPERATOR))).isEqualTo(Verdict.PART);
        assertThat(Verdict.ofAll(List.of(Verdict.NOT, Verdict.OPERATOR))).isEqualTo(Verdict.NOT);
        assertThat(Verdict.ofAll(List.of(Verdict.OPERATOR))).isEqualTo(Verdict.OPERATOR);
    }

    @Test
    void claimWithoutATest_isRefused_withItsControl() throws IOException {
        assertThatThrownBy(() -> ControlBook.read(source("verdict: met, does: Checks.")))
                .hasMessage("ac-3 says that it is met and names no test");
        assertThatThrownBy(() -> ControlBook.read(source("verdict: part, does: Checks., tests: [GateTest]")))
                .hasMessage("ac-3 says that it is met in part, not what lacks");
        assertThatThrownBy(() -> ControlBook.read(source("verdict: good")))
                .hasMessage("ac-3: verdict must be met, part, not or operator, got 'good'");
        assertThatThrownBy(() -> ControlBook.read(source("verdict: not, lacks: All., test: [GateTest]")))
                .hasMessage("ac-3 has an unknown key test");
    }

    private Path source(String control) throws IOException {
        return Files.writeString(folder.resolve("controls.yaml"), """
                day: 2026-11-28
                introduction: Words.
                families: {ac: Access control}
                controls:
                  - {id: ac-3, title: Access enforcement, %s}
                requirements: []
                """.formatted(control));
    }
}
