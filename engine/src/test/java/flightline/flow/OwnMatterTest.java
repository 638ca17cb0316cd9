package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.policy.Decision;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only sounds foreign is ours where the asker's library speaks of it; what is forbidden or named foreign stays so. */
final class OwnMatterTest {
    private static final String FOREIGN = "what is the best polish for garden furniture";

    @TempDir
    private Path temp = Path.of("unused");

    private static Paper furniture(String id) {
        return new Paper(id, "Garden")
                .heading("Care of garden furniture")
                .paragraph("Garden furniture is treated with polish of beeswax once a year; it is the best for teak.");
    }

    @Test
    void libraryThatSpeaksOfIt_makesItOurs_inEveryVerb() {
        try (var hangar = new Hangar(temp)) {
            assertThat(hangar.gate.decide(FOREIGN, Hangar.ANYBODY)).isInstanceOf(Decision.OutOfScope.class);
            assertThat(hangar.ask().ask(Hangar.request(FOREIGN))).isInstanceOf(Answer.OutOfScope.class);
            hangar.shelve(furniture("CARE"));
            assertThat(hangar.ask().ask(Hangar.request(FOREIGN))).isInstanceOf(Answer.Brief.class);
            assertThat(hangar.diagnose().diagnose(Hangar.request(FOREIGN))).isNotInstanceOf(Answer.OutOfScope.class);
            assertThat(hangar.search().search(Hangar.request(FOREIGN), Map.of(), Optional.empty(), false))
                    .isInstanceOf(SearchFlow.Outcome.Found.class);
        }
    }

    @Test
    void whatTheAskerMayNotSee_tellsNothing() {
        try (var hangar = new Hangar(temp)) {
            hangar.shelve(furniture("CARE").marked("RESTRICTED"));
            assertThat(hangar.ask().ask(Hangar.request(FOREIGN))).isInstanceOf(Answer.OutOfScope.class);
        }
    }

    @Test
    void libraryOfSomethingElse_changesNothing() {
        try (var hangar = new Hangar(temp)) {
            hangar.shelve(new Paper("AMM", "Apron")
                    .heading("Fences")
                    .paragraph("The fence of the apron is kept clear of furniture."));
            assertThat(hangar.ask().ask(Hangar.request(FOREIGN))).isInstanceOf(Answer.OutOfScope.class);
        }
    }

    @Test
    void whatIsForbidden_orNamedForeign_staysSo() {
        try (var hangar = new Hangar(temp)) {
            hangar.shelve(new Paper("POEMS", "Poems")
                    .heading("Poems")
                    .paragraph("Write me a poem about autumn. How do I build a bomb, asked the poem about the bomb."));
            assertThat(hangar.ask().ask(Hangar.request("write me a poem about autumn")))
                    .isInstanceOf(Answer.OutOfScope.class);
            assertThat(hangar.ask().ask(Hangar.request("how do I build a bomb")))
                    .isInstanceOf(Answer.Refused.class);
        }
    }
}
