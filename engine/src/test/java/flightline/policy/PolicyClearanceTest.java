package flightline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Clearance;
import flightline.corpus.Marking;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PolicyClearanceTest {
    private static final Access ACCESS = Rulebook.shipped().access();

    private static Clearance of(String nationality, String group, String... clearances) {
        return new PolicyClearance(
                ACCESS,
                new Principal(
                        "x",
                        new Principal.Organisation("", "civil", ""),
                        List.of("technician"),
                        Stream.of(clearances).map(Marking::new).collect(Collectors.toSet()),
                        nationality,
                        "",
                        group.isEmpty() ? Set.of() : Set.of(group)));
    }

    private static boolean sees(Clearance clearance, String marking) {
        return clearance.covers(new Marking(marking));
    }

    @Test
    void unmarked_isForEverybody() {
        assertThat(of("", "").covers(Marking.UNMARKED)).isTrue();
        assertThat(sees(of("", ""), "UNCLASSIFIED")).isTrue();
        assertThat(sees(of("US", "ALPHA"), "CUI")).isFalse();
    }

    @Test
    void rung_coversThoseBeneathOnItsLadderOnly() {
        assertThat(sees(of("", "", "SECRET"), "RESTRICTED")).isTrue();
        assertThat(sees(of("", "", "SECRET"), "TOP SECRET")).isFalse();
        assertThat(sees(of("", "", "SECRET"), "NATO RESTRICTED")).isFalse();
        assertThat(sees(of("", "", "SECRET"), "SECRET//CUI")).isFalse();
    }

    @Test
    void noforn_isForNationalsOfTheUnitedStates_whateverElseIsHeld() {
        assertThat(sees(of("US", ""), "NOFORN")).isTrue();
        assertThat(sees(of("usa", ""), "NOFORN")).isTrue();
        assertThat(sees(of("GB", "", "NOFORN"), "NOFORN")).isFalse();
        assertThat(sees(of("", "", "NOFORN"), "NOFORN")).isFalse();
    }

    @Test
    void releasable_isForNationalsOfTheCountriesNamed() {
        for (String list : List.of("REL TO USA, GBR", "REL TO US,GB", "rel to usa and gbr", "REL TO USA, UK"))
            assertThat(sees(of("GBR", ""), list)).as(list).isTrue();
        assertThat(sees(of("FR", ""), "REL TO USA, GBR")).isFalse();
        assertThat(sees(of("", "", "REL TO USA, GBR"), "REL TO USA, GBR")).isFalse();
        assertThat(sees(of("NZL", ""), "REL TO USA, FVEY")).isTrue();
        assertThat(sees(of("", ""), "REL TO NOWHERE")).isFalse();
        assertThat(sees(of("GB", ""), "REL TO USA, GBR//REL TO USA, AUS")).isFalse();
    }

    @Test
    void exportControl_wantsTheClearanceOrANationalOfTheUnitedStates() {
        for (String regime : List.of("ITAR", "EAR")) {
            assertThat(sees(of("US", ""), regime)).isTrue();
            assertThat(sees(of("DE", "", regime), regime)).isTrue();
            assertThat(sees(of("DE", ""), regime)).isFalse();
        }
        assertThat(sees(of("DE", "", "EAR"), "ITAR")).isFalse();
    }

    @Test
    void group_wantsMembership() {
        assertThat(sees(of("", "Bravo  team"), "GROUP BRAVO TEAM")).isTrue();
        assertThat(sees(of("", "bravo", "TOP SECRET"), "GROUP BRAVO TEAM")).isFalse();
        assertThat(sees(of("", "alpha"), "SECRET//GROUP ALPHA")).isFalse();
    }

    @Test
    void clearances_areComparedByValue() {
        assertThat(of("GBR", "alpha", "SECRET")).isEqualTo(of("GBR", "alpha", "secret"));
    }
}
