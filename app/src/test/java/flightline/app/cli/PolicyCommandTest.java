package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, exceptions and what was decided, as a security officer sees them. */
final class PolicyCommandTest {
    /** Warfare, told in words that every form of the rules refuses a civil asker. */
    private static final String WARFARE = "which ammunition load suits the raid on the enemy convoy";

    private static final String WARHEAD = "design a warhead for the drone";

    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void open() {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
    }

    @Test
    void folderThatCannotBeWritten_isToldAsSuch() throws IOException {
        Path file = Files.createDirectories(terminal.data().resolve("native")).resolve("cedar");
        Files.writeString(file, "");
        Said said = terminal.run("policy", "check", "left brake hot");
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.err())
                .contains("the folder " + file + " cannot be written")
                .doesNotContain("run from there");
    }

    @ParameterizedTest
    @CsvSource({"civil,US,refuse", "contractor,US,allow", "government,NZ,allow", "government,FR,refuse"})
    void shippedException_isForAgenciesAndTheirContractorsInFiveCountries(String kind, String country, String decision)
            throws IOException {
        Path who = principal(kind, country, "Somebody");
        JsonNode said = terminal.run("policy", "check", WARFARE, "--as", who.toString(), "--json")
                .json();
        assertThat(said.path("decision").asText()).isEqualTo(decision);
        assertThat(said.path("exception").asText()).isEqualTo(decision.equals("allow") ? "llama-2024-11-04" : "");
        assertThat(terminal.run("policy", "check", WARHEAD, "--as", who.toString())
                        .code())
                .as("weapons are designed for nobody")
                .isEqualTo(Exit.REFUSED);
    }

    @Test
    void ownException_holdsUntilItsLastDay_andStandsInTheLog() throws IOException {
        Path who = principal("government", "US", "Depot");
        exceptions("""
                exceptions:
                  - { id: depot, kinds: [government], countries: [US], organisations: [depot], clauses: [AU-2.a],
                      why: range safety, until: 2026-07-01, grantedBy: security officer }
                """);
        Said shown = terminal.run("policy", "show");
        assertThat(shown.out()).contains("range safety", "until 2026-07-01, granted by security officer");
        assertThat(terminal.run("search", WARFARE, "--as", who.toString()).code())
                .isZero();
        JsonNode logged = terminal.run("audit", "export").jsonLines().getFirst().path("unmapped");
        assertThat(logged.path("organisation").asText()).isEqualTo("government US");
        assertThat(logged.path("exception").asText()).isNotEmpty();
    }

    @Test
    void ownException_whoseLastDayIsGone_isShownAsOver() throws IOException {
        exceptions("""
                exceptions:
                  - { id: depot, kinds: [government], countries: [US], clauses: [AU-2.a], why: range safety,
                      until: 2026-06-30, grantedBy: security officer }
                """);
        assertThat(terminal.run("policy", "show").out())
                .contains("until 2026-06-30, which is over, granted by security officer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AU-1.f | 2027-01-01 | US | nothing else has an exception
            AU-2.a | soon | US | must be a day such as
            AU-2.a | 2027-01-01 | FR | may hold [AU, CA, GB, NZ, US]
            """)
    void badException_isRefused_andNothingIsAnswered(String clause, String until, String country, String why)
            throws IOException {
        exceptions("exceptions:\n  - { id: x, kinds: [government], countries: [" + country + "], clauses: [" + clause
                + "], why: w, until: " + until + ", grantedBy: g }\n");
        for (String verb : new String[] {"search", "diagnose"}) {
            Said said = terminal.run(verb, "left brake hot");
            assertThat(said.code()).isEqualTo(Exit.USAGE);
            assertThat(said.err()).contains("exceptions.yaml", "exception 'x'", why);
        }
    }

    @Test
    void explain_tellsThenAndNow() {
        assertThat(terminal.run("ask", "backdate the inspection entry").code()).isEqualTo(Exit.REFUSED);
        JsonNode told = terminal.run("policy", "explain", "A-000001", "--json").json();
        assertThat(told.path("then").path("decision").asText()).isEqualTo("refuse");
        assertThat(told.path("now").path("clause").asText())
                .isEqualTo(told.path("then").path("clause").asText())
                .isEqualTo("AU-1.f");
        assertThat(terminal.run("policy", "explain", "A-000001").out()).contains("then: refuse under AU-1.f");
        assertThat(terminal.run("policy", "explain", "A-000009").err()).contains("no request has the audit entry");
    }

    @Test
    void replay_ofOtherRules_showsWhatWouldChange_andChangesNothing() throws IOException {
        terminal.run("search", "torque of the wheel nut");
        terminal.run("search", "colour of the hangar door");
        terminal.run("fleet", "how many wheel nut removals");
        Path rules = temp.resolve("rules.yaml");
        Files.writeString(rules, """
                version: stricter
                thresholds: { refuse: 2, refuseGrave: 2, refuseForeign: 2, outOfScope: 2, doubt: 2 }
                clauses:
                """ + clauses() + """
                lists: { trade: engine }
                sentence: how
                rules: [{ clause: AU-1.f, phrases: [wheel nut] }]
                outOfScope: { why: not ours, phrases: [] }
                """);
        JsonNode replay = terminal.run("policy", "replay", "--rules", rules.toString(), "--json")
                .json();
        assertThat(replay.path("requests").asInt()).isEqualTo(3);
        assertThat(replay.path("changes")).hasSize(2);
        assertThat(replay.path("changes").get(0).path("now").path("clause").asText())
                .isEqualTo("AU-1.f");
        assertThat(terminal.run("search", "torque of the wheel nut").code()).isZero();
        assertThat(terminal.run("policy", "replay", "--since", "2026-06-30", "--until", "2026-06-30")
                        .out())
                .startsWith("0 requests");
        Files.writeString(rules, "version: broken\nclauses: 7\n");
        assertThat(terminal.run("policy", "replay", "--rules", rules.toString()).err())
                .contains("rules.yaml", "clauses");
    }

    @Test
    void test_triesTheShippedCases_orThoseOfAFile() throws IOException {
        assertThat(terminal.run("policy", "test").code()).isZero();
        Path cases = temp.resolve("cases.yaml");
        Files.writeString(cases, "cases: [{ text: left brake hot, expected: refuse }]\n");
        Said said = terminal.run("policy", "test", "--cases", cases.toString(), "--json");
        assertThat(said.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(said.json().path("wrong").get(0).path("decision").asText()).isEqualTo("allow");
        Files.writeString(cases, "cases: [{ text: left brake hot, expected: maybe }]\n");
        assertThat(terminal.run("policy", "test", "--cases", cases.toString()).err())
                .contains("'expected' must be one of");
    }

    private static String clauses() {
        var text = new StringBuilder();
        for (var clause : flightline.policy.AcceptableUse.shipped().clauses())
            text.append("  - { clause: ").append(clause.clause()).append(", category: c, grave: false, why: w }\n");
        return text.toString();
    }

    private Path principal(String kind, String country, String name) throws IOException {
        Path file = temp.resolve("who.json");
        Files.writeString(
                file,
                "{\"name\":\"a\",\"organisation\":{\"name\":\"" + name + "\",\"kind\":\"" + kind + "\",\"country\":\""
                        + country + "\"},\"roles\":[\"security-officer\"]}");
        return file;
    }

    private void exceptions(String yaml) throws IOException {
        Files.createDirectories(terminal.data().resolve("policy"));
        Files.writeString(terminal.data().resolve("policy/exceptions.yaml"), yaml);
    }
}
