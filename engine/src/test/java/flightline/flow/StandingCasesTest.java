package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.DocumentStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked where nobody has written questions down. */
final class StandingCasesTest {
    private static final String LONG = "The pressure is read at the gauge in the left wheel well before each flight.";

    @TempDir
    private Path temp = Path.of("unused");

    private static Paper manual(String id) {
        return new Paper(id, "Manual " + id)
                .under("Manual " + id, "Hydraulic pressure of " + id)
                .paragraph(LONG)
                .under("Manual " + id, "Removing the accumulator of " + id)
                .step("Release the pressure, then undo the four bolts of the accumulator.");
    }

    private static List<String> questions(List<JsonNode> cases) {
        return cases.stream().map(one -> one.path("question").asText()).toList();
    }

    @Test
    void eachHeading_isAskedAbout_andWhatNoDocumentHasToo() {
        try (var hangar = new Hangar(temp).shelve(manual("AA"), manual("BB"))) {
            List<JsonNode> cases = StandingCases.of(hangar.index, Hangar.TODAY);

            assertThat(questions(cases))
                    .contains(
                            "What is said about Hydraulic pressure of AA?",
                            "What are the steps of: Removing the accumulator of BB?")
                    .anyMatch(question -> question.startsWith("What is the torque of the part QX"));
            assertThat(cases.stream().filter(one -> one.path("answerable").asBoolean()))
                    .hasSize(4)
                    .allSatisfy(one -> assertThat(
                                    one.path("expected_documents").get(0).asText())
                            .isIn("AA", "BB"));
            assertThat(StandingCases.of(hangar.index, Hangar.TODAY)).isEqualTo(cases);
        }
    }

    @Test
    void whatIsMarkedOrNotInForce_isNotAskedAbout_norOneHeadingOverTwoPlaces() {
        try (var hangar = new Hangar(temp)
                .shelve(
                        manual("SECRET").marked("RESTRICTED"),
                        manual("DRAFT").status(DocumentStatus.PROPOSED),
                        new Paper("CC", "Manual CC")
                                .under("Manual CC", "Pump", "General notes")
                                .paragraph(LONG)
                                .under("Manual CC", "Valve", "General notes")
                                .paragraph(LONG))) {
            assertThat(StandingCases.of(hangar.index, Hangar.TODAY)).isEmpty();
        }
    }
}
