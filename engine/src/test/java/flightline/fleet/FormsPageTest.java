package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of question forms says what there is. */
final class FormsPageTest {
    @Test
    void page_namesEveryForm_andEveryQuestionThatIsChecked() throws IOException {
        String page = Files.readString(Fleets.root().resolve("docs/fleet-questions.md"));
        for (Form form : Form.values()) assertThat(page).contains("`" + form.word() + "`: " + form.gives());
        List<String> listed = page.lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).replaceFirst(" \\(.*", ""))
                .filter(line -> !line.equals("delays by system in 2025"))
                .toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        QuestionsTest.cases().map(QuestionsTest.Case::question).toList());
    }

    @Test
    void examples_areQuestionsOfTheirForm() throws IOException {
        try (RecordTable table = Fleets.table(Fleets.sample())) {
            for (Form form : Form.values())
                for (String example : form.examples())
                    switch (Fleets.ask(table, example)) {
                        case FleetAnswer.Found(var finding) ->
                            assertThat(finding.form()).as(example).isEqualTo(form.word());
                        case FleetAnswer.NotEnough(var why, var nearest) ->
                            assertThat(why).as(example).doesNotContain("not understood", "does not say");
                    }
        }
    }
}
