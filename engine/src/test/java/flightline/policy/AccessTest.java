package flightline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Marking;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, and who sees what, by the rules that ship. */
final class AccessTest {
    private final Access access = Rulebook.shipped().access();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNMARKED                 |                       |    |        | true
            SECRET                   | TOP SECRET            |    |        | true
            SECRET                   | RESTRICTED            | US |        | false
            SECRET                   | NATO SECRET           | US |        | false
            CUI//SP-CTI              | CUI                   | US |        | false
            CUI//SP-CTI              | CUI;SP-CTI            |    |        | true
            NOFORN                   | NOFORN                | GB |        | false
            NOFORN                   |                       | US |        | true
            SECRET//NOFORN           | SECRET                | us |        | true
            SECRET//NOFORN           |                       | US |        | false
            REL TO USA, GBR          |                       | GB |        | true
            REL TO USA, GBR          |                       | GBR |       | true
            REL TO USA, GBR          | REL TO USA, GBR       | DE |        | false
            REL TO USA, GBR          |                       |    |        | false
            REL TO US AND FVEY       |                       | NZ |        | true
            REL TO NOWHERE           |                       | US |        | false
            REL TO USA, GBR//REL TO USA, CAN | | GB |  | false
            REL TO USA, GBR//REL TO USA, CAN | | US |  | true
            ITAR                     |                       | DE |        | false
            ITAR                     | ITAR                  | DE |        | true
            ITAR                     |                       | US |        | true
            ITAR//EAR                | ITAR                  | DE |        | false
            ITAR//NOFORN             | ITAR                  | DE |        | false
            GROUP PUMPS              |                       | US |        | false
            GROUP PUMPS              | GROUP PUMPS           | US |        | false
            GROUP PUMPS              |                       |    | pumps  | true
            GROUP PUMPS//GROUP SEALS |                       |    | pumps  | false
            GROUP PUMPS//GROUP SEALS |                       |    | pumps;Seals | true
            SOMEBODY'S OWN           | SOMEBODY'S OWN        |    |        | true
            SOMEBODY'S OWN           | TOP SECRET            | US | pumps  | false
            """)
    void marking_isSeen_onlyByWhomEveryPartOfItLets(
            String marking, String clearances, String nationality, String groups, boolean seen) {
        var asker = new Principal(
                "a",
                new Principal.Organisation("", "civil", ""),
                List.of(),
                words(clearances).stream().map(Marking::new).collect(Collectors.toSet()),
                nationality == null ? "" : nationality,
                "",
                words(groups));
        assertThat(access.sees(asker, new Marking(marking))).isEqualTo(seen);
    }

    @Test
    void role_mayDoWhatItsTableSays() {
        String all = "technician, engineer, librarian, analyst, security-officer, administrator";
        for (Act act : Act.values())
            assertThat(String.join(", ", access.whoMay(act)))
                    .as(act.word())
                    .isEqualTo(
                            switch (act) {
                                case ASK, DIAGNOSE, SEARCH, SHOW, FEEDBACK, FLEET -> all;
                                case DRAFT -> "technician, engineer, administrator";
                                case GENERATE -> "engineer, librarian, analyst, administrator";
                                case INGEST, LIBRARY_REMOVE -> "librarian, administrator";
                                case QUARANTINE_RELEASE, EXPORT -> "librarian, security-officer, administrator";
                                case IMPORT_RECORDS, MODEL_LEARN -> "librarian, analyst, administrator";
                                case EVALUATE -> "engineer, analyst, security-officer, administrator";
                                case MODEL_CHANGE, PEOPLE, BACKUP -> "administrator";
                                case AUDIT_READ, AUDIT_RETIRE, POLICY_LOOK_BACK, POLICY_INSTALL ->
                                    "security-officer, administrator";
                            });
    }

    @Test
    void localUser_mayDoEverything() {
        assertThat(Arrays.stream(Act.values()).filter(act -> !access.may(Principal.localUser(), act)))
                .isEmpty();
    }

    @Test
    void unknownRole_orNone_givesNothing() {
        for (List<String> roles : List.of(List.<String>of(), List.of("chief"), List.of("Administrator", ""))) {
            assertThat(Arrays.stream(Act.values()).filter(act -> access.may(inRoles(roles), act)))
                    .as("roles " + roles)
                    .isEmpty();
        }
    }

    @Test
    void refusal_namesWhoMay() {
        assertThat(access.refusal(inRoles(List.of("technician")), Act.AUDIT_READ))
                .hasValue("'a' is technician; 'audit-read' is for security-officer, administrator");
        assertThat(access.refusal(inRoles(List.of("administrator")), Act.AUDIT_READ))
                .isEmpty();
    }

    private static Principal inRoles(List<String> roles) {
        return new Principal("a", new Principal.Organisation("", "civil", ""), roles, Set.of(), "", "");
    }

    private static Set<String> words(String list) {
        return list == null ? Set.of() : Set.of(list.split(";"));
    }
}
