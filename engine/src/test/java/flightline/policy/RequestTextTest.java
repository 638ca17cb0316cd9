package flightline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestTextTest {
    @Test
    void otherScripts_andInitials_stayAsTheyAre() {
        for (String text : List.of(
                "Замените насос ГС",
                "N.D.T. of the spar, i.e. eddy current",
                "Δp of the filter is 3 psi, µm rating",
                "no. 2 pump, L/H"))
            assertThat(RequestText.plain(text).replace("NDT", "N.D.T")).isEqualTo(text);
    }

    @Test
    void parts_areTheSentences_andNeighbours() {
        assertThat(RequestText.parts("Pump leaks. Which seal is it? Rev 3.2 holds.").stream()
                        .map(RequestText.Part::text))
                .containsExactly(
                        "Pump leaks.",
                        "Pump leaks. Which seal is it?",
                        "Which seal is it?",
                        "Which seal is it? Rev 3.2 holds.",
                        "Rev 3.2 holds.");
        assertThat(RequestText.parts("Which seal is it?")).isEmpty();
    }

    @Test
    void longSentence_isCutIntoOverlappingParts() {
        List<RequestText.Part> parts = RequestText.parts("word ".repeat(50).strip());
        assertThat(parts)
                .hasSize(4)
                .allSatisfy(part -> assertThat(part.text().split(" ")).hasSizeLessThanOrEqualTo(24));
    }

    @Test
    void narration_isToldFromARequest() {
        for (String told :
                List.of("We found a hole in the boom.", "Crew reported smoke.", "Customer's wife flew it in."))
            assertThat(Narration.tells(told)).as(told).isTrue();
        for (String asked : List.of("How do I hide it", "Set the hangar on fire", "I want it gone", "We found what?"))
            assertThat(Narration.tells(asked)).as(asked).isFalse();
    }
}
