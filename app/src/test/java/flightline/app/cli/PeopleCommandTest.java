package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.model.HashingEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeopleCommandTest {
    @TempDir
    private Path temp = Path.of("unused");

    private Terminal terminal = new Terminal(temp, new HashingEmbedder());
    private String password = "";

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        password = Files.writeString(temp.resolve("password"), "a long way to the hangar\n")
                .toString();
    }

    @Test
    void account_isAdded_listed_changed_removed_andEachStandsInTheLog() throws Exception {
        assertThat(terminal.run("people").out()).contains("Nobody has an account");
        assertThat(terminal.run(
                                "people",
                                "add",
                                "j.doe",
                                "--role",
                                "technician,engineer",
                                "--clearance",
                                "CUI",
                                "--nationality",
                                "US",
                                "--certificate",
                                "CN=j.doe,O=Line Station",
                                "--password-file",
                                password)
                        .code())
                .isZero();
        Terminal.Said key = terminal.run("people", "key", "j.doe", "--until", "2026-07-31", "--scope", "ask,search");
        assertThat(key.out().strip()).matches("flk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
        assertThat(key.err()).contains("shown this once");

        JsonNode listed = terminal.run("people", "list", "--json").json();
        assertThat(listed.at("/people/0").toString())
                .contains(
                        "\"j.doe\"",
                        "\"technician\",\"engineer\"",
                        "\"CUI\"",
                        "\"US\"",
                        "\"password\":true",
                        "Line Station")
                .doesNotContain("argon2");
        assertThat(listed.at("/keys/0").toString()).contains("\"2026-07-31\"", "\"good\":true", "\"ask\",\"search\"");
        assertThat(terminal.run("people", "list").out())
                .contains("j.doe  technician, engineer", "key " + key.out().substring(4, 12) + " for ask, search");

        assertThat(terminal.run("people", "password", "j.doe", "--password-file", password)
                        .code())
                .isZero();
        assertThat(terminal.run("people", "revoke", key.out().substring(4, 12)).code())
                .isZero();
        assertThat(terminal.run("people", "remove", "j.doe").code()).isZero();
        assertThat(terminal.run("people", "list", "--json").json().toString()).isEqualTo("{\"people\":[],\"keys\":[]}");
        String log = terminal.run("audit", "show", "--kind", "people", "--json").out();
        assertThat(log)
                .contains("account-added", "key-issued", "password-changed", "key-revoked", "account-removed")
                .doesNotContain("hangar", key.out().strip().substring(13));
    }

    @Test
    void withoutAnAdministratorAmongTheAccounts_thatIsSaid() {
        assertThat(terminal.run("people", "add", "j.doe", "--password-file", password)
                        .err())
                .contains("no account is an administrator's", "people add NAME --role administrator");
        assertThat(terminal.run("people", "add", "a.boss", "--role", "administrator", "--password-file", password)
                        .err())
                .doesNotContain("administrator's");
    }

    @Test
    void key_mayEndToday() {
        terminal.run("people", "add", "j.doe", "--password-file", password);
        assertThat(terminal.run("people", "key", "j.doe", "--until", "2026-07-01")
                        .code())
                .isZero();
    }

    @Test
    void whatIsKept_holdsNeitherPasswordNorKey() throws Exception {
        terminal.run("people", "add", "j.doe", "--password-file", password);
        String key = terminal.run("people", "key", "j.doe").out().strip();
        String kept = Files.readString(temp.resolve("data/people/people.json"));

        assertThat(kept).contains("$argon2id$v=19$").doesNotContain("hangar", key.substring(13));
    }

    @Test
    void encryptedFolder_keepsPeopleSealed() throws Exception {
        terminal.run("people", "add", "j.doe", "--password-file", password);
        String key = temp.resolve("admin.key").toString();
        assertThat(terminal.run("key", "begin", "--key-file", key).code()).isZero();
        assertThat(new String(
                        Files.readAllBytes(temp.resolve("data/people/people.json")),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("j.doe", "argon2");
        Path config = Files.writeString(temp.resolve("config.yaml"), "encryption: {key-file: " + key + "}\n");
        assertThat(terminal.run("people", "list", "--config", config.toString()).out())
                .contains("j.doe");
    }

    @Test
    void whoIsNoAdministrator_mayNot() throws Exception {
        Path as = Files.writeString(temp.resolve("as.json"), "{\"name\": \"x\", \"roles\": [\"security-officer\"]}");
        Terminal.Said said = terminal.run("people", "list", "--as", as.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("'people' is for administrator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people add j.doe                                  | nobody can be asked for a password here
            people add j.doe --password-file none             | none
            people add ../x --no-password                     | an account's name has 1 to 64
            people add local user --no-password               | Unmatched argument
            people add j.doe --no-password --role chief       | roles may hold
            people add j.doe --no-password --nationality usaa | nationality
            people add j.doe --no-password --certificate x    | subject must be like
            people remove nobody                              | there is no account 'nobody'
            people key nobody                                 | there is no account 'nobody'
            people key nobody --until 2026-02-30              | 2026-02-30
            people key nobody --until 2026-06-30              | a key's last day must be today, 2026-07-01, or later, got 2026-06-30
            people key nobody --scope fly                     | scope may hold
            people revoke 00000000                            | there is no key
            """)
    void wrongUse_isOneLine_withTheRule(String line, String words) {
        Terminal.Said said = terminal.run(line.split(" +"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines().getFirst()).startsWith("flightline: ").contains(words);
        assertThat(said.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve: {hots: x}                                          | serve: may hold
            serve: {port: many}                                       | port must be a whole number
            serve: {address: flightline.example}                      | address must be like https://
            serve: {tls: {key: k}}                                    | serve.tls: needs certificate
            serve: {tls: {certificate: c, key: k, client-certificates: maybe}} | must be none, optional or required
            serve: {tls: {certificate: c, key: k, client-certificates: required}} | needs client-authorities
            serve: {host: 0.0.0.0}                                    | nobody signs in here
            identity: {idle: 3}                                       | identity: may hold
            identity: {notice: /no/such/notice.txt}                   | identity.notice: /no/such/notice.txt cannot be read
            identity: {notice: /dev/null}                             | notice must hold 1 to 20000 characters of text, holds 0
            identity: {idle-minutes: 0}                               | idle-minutes must be more than 0
            identity: {openid: {issuer: 'http://id.example'}}         | needs client-id
            identity: {openid: {issuer: 'https://id.example', client-id: a}} | needs claims
            identity: {openid: {issuer: 'http://id.example', client-id: a, claims: {name: sub}}} | issuer must be an https address
            identity: {openid: {issuer: 'https://id.example', client-id: a, audience: a, claims: {name: sub}}} | audience must differ
            identity: {openid: {issuer: 'https://id.example', client-id: a, client-secret-variable: NONE, claims: {name: sub}}} | no variable NONE
            identity: {openid: {issuer: 'https://id.example', client-id: a, claims: {name: sub, roles: {claim: r, values: {x: chief}}}}} | got 'chief'
            identity: {openid: {issuer: 'https://id.example', client-id: a, claims: {name: sub, roles: {claim: r}}}} | needs values
            """)
    void wrongConfiguration_isOneLine_withTheRule(String yaml, String words) throws Exception {
        Path config = Files.writeString(temp.resolve("config.yaml"), yaml + "\n");
        Terminal.Said said = terminal.run("serve", "--port", "0", "--config", config.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).contains(words);
    }
}
