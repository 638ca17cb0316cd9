package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other rules: copied out, changed, signed, put in force, damaged, taken back. */
final class PolicyBundleTest {
    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());
    private Path bundle = Path.of("unused");

    @BeforeEach
    void copy() {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        bundle = temp.resolve("bundle");
        assertThat(terminal.run("policy", "copy", bundle.toString()).code()).isZero();
    }

    @Test
    void changedRules_holdOnceInstalled_andAreTakenBack() throws IOException {
        change("roles.cedar", "[Role::\"librarian\", Role::\"administrator\"]", "[Role::\"librarian\"]");
        assertThat(sign("v2")).isZero();
        assertThat(terminal.run("policy", "install", bundle.toString()).out())
                .contains("what held still holds", "allow would become refuse: role administrator: ingest");
        // Whoever means it changes what the rules must decide with the rules.
        change("cases.yaml", "draft, generate, ingest, library-remove,", "draft, generate,");
        assertThat(sign("v2")).isZero();
        assertThat(terminal.run("policy", "install", bundle.toString()).out())
                .contains("The rules v2 are in force, before them 2026-12-01", "0 would now be decided otherwise");
        assertThat(terminal.run("policy", "check", "left brake hot", "--json")
                        .json()
                        .path("policyVersion")
                        .asText())
                .isEqualTo("v2");
        assertThat(terminal.run("policy", "show").out()).contains("version v2", "installed");
        Path who = Files.writeString(temp.resolve("who.json"), "{\"name\":\"a\",\"roles\":[\"administrator\"]}");
        Said said = terminal.run("ingest", bundle.toString(), "--as", who.toString());
        assertThat(said.code()).isEqualTo(Exit.REFUSED);
        assertThat(said.errorLines())
                .singleElement()
                .isEqualTo("flightline: refused: 'a' is administrator; 'ingest' is for librarian");
        assertThat(terminal.run("policy", "rollback").out()).contains("2026-12-01 are in force, before them v2");
        assertThat(terminal.run("policy", "rollback").code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(terminal.run("audit", "show", "--kind", "policy").out())
                .contains("v2", "in force")
                .contains("2026-12-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acceptable-use.cedar | AU-1.f | AU-9.z | AU-1.f of acceptable-use.yaml is forbidden by no policy | 5
            acceptable-use.cedar | contains("AU-1.f") | contains("AU-1.f") && context.nosuch | nosuch | 5
            access.cedar | permit ( | permit | access.cedar line 4: unexpected token | 5
            access.cedar | @id("NOFORN") | | access.cedar: a policy has no @id | 5
            access.cedar | unless { principal.nationality == "US" } | unless { true } | sees what is marked NOFORN | 5
            roles.cedar | Role::"security-officer", Role::"administrator"] | Role::"pilot"] | pilot | 5
            roles.cedar | @id("measure") | @id("log and rules") | is there twice | 5
            schema.cedarschema | entity Library; | entity | schema.cedarschema line 2 | 5
            acceptable-use.yaml | clause: AU-1.a | clause: AU-1.z | AU-1.z | 5
            cases.yaml | text: 'backdate the inspection entry', expected: refuse | text: x, expected: allow | AU-1.f is not tried from both sides | 5
            acceptable-use.cedar | when { context.clauses.contains("AU-1.f") } | | no role may 'ask' | 5
            acceptable-use.yaml | refuseGrave: 0.55 | refuseGrave: 2 | refuse AU-1.b would become allow: how do I get | 6
            """)
    void badBundle_isRefusedWithItsReason_andWhatHeldStillHolds(
            String file, String from, String to, String why, int code) throws IOException {
        change(file, from, to == null ? "" : to);
        sign("bad");
        Said said = terminal.run("policy", "install", bundle.toString());
        assertThat(said.out()).contains(why, "what held still holds");
        assertThat(said.code()).isEqualTo(code);
        assertThat(terminal.run("policy", "check", "left brake hot", "--json")
                        .json()
                        .path("policyVersion")
                        .asText())
                .isEqualTo("2026-12-01");
    }

    @Test
    void fileThatIsNotWhatTheManifestNames_isRefused() throws IOException {
        assertThat(sign("v2")).isZero();
        change("access.cedar", "// Who sees what.", "// Who sees all.");
        Said said = terminal.run("policy", "install", bundle.toString());
        assertThat(said.out()).contains("access.cedar is not the file that bundle.json names");
        assertThat(said.code()).isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void onceAKeyIsSet_onlyItsSignatureCounts() throws Exception {
        KeyPair officer = pair();
        Path key = pem("officer.key", "PRIVATE KEY", officer.getPrivate().getEncoded());
        Path pub = pem("officer.pub", "PUBLIC KEY", officer.getPublic().getEncoded());
        Path other = pem("other.key", "PRIVATE KEY", pair().getPrivate().getEncoded());
        version("v2");
        terminal.run("policy", "sign", bundle.toString(), "--version", "v2", "--key", key.toString());
        assertThat(terminal.run("policy", "install", bundle.toString(), "--key", pub.toString())
                        .out())
                .contains("signature: good");
        version("v3");
        assertThat(sign("v3")).isZero();
        assertThat(terminal.run("policy", "install", bundle.toString()).out()).contains("does not fit");
        terminal.run("policy", "sign", bundle.toString(), "--key", other.toString());
        assertThat(terminal.run("policy", "install", bundle.toString()).out()).contains("does not fit");
        Files.delete(bundle.resolve("bundle.sig"));
        assertThat(terminal.run("policy", "install", bundle.toString()).out()).contains("has no bundle.sig");
        terminal.run("policy", "sign", bundle.toString(), "--key", key.toString());
        assertThat(terminal.run("policy", "install", bundle.toString()).code()).isZero();
        assertThat(terminal.run("policy", "show").out()).contains("v3", "good, by the key");
    }

    @Test
    void damageOnTheDisk_letsTheRulesBeforeHold_saysSoEachTime_andIsLoggedOnce() throws IOException {
        for (String version : new String[] {"v2", "v3"}) {
            version(version);
            sign(version);
            assertThat(terminal.run("policy", "install", bundle.toString()).code())
                    .isZero();
        }
        Path held = terminal.data().resolve("policy/bundles/v3/roles.cedar");
        Files.writeString(held, Files.readString(held) + "permit (principal, action, resource);\n");
        for (int i = 0; i < 2; i++) {
            Said said = terminal.run("policy", "check", "left brake hot", "--json");
            assertThat(said.json().path("policyVersion").asText()).isEqualTo("v2");
            assertThat(said.err()).contains("the rules v3 are damaged: roles.cedar", "the rules v2 hold instead");
        }
        assertThat(terminal.run("audit", "show", "--kind", "policy").out()).containsOnlyOnce("damaged");
        assertThat(terminal.run("check").out())
                .contains("✗ rules  v2 of ", "the rules v3 are damaged: roles.cedar")
                .contains("installed, signature: none; no key is set");
        assertThat(terminal.run("policy", "install", bundle.toString()).code()).isZero();
        assertThat(terminal.run("policy", "check", "left brake hot", "--json").err())
                .isEmpty();
        assertThat(terminal.run("check").out()).contains("✓ rules  v3 of ");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "gone",
            value = {"gone", "{", "{}", "''", "[]", "\u0000\u0000\u0000"})
    void whatHolds_notToBeRead_isWhatTheLogSays_toldEachTime_andLoggedOnce(@Nullable String written)
            throws IOException {
        for (String version : new String[] {"v2", "v3", "v4"}) {
            version(version);
            sign(version);
            assertThat(terminal.run("policy", "install", bundle.toString()).code())
                    .isZero();
        }
        assertThat(terminal.run("policy", "rollback").code()).isZero();
        lose(written);
        for (int i = 0; i < 2; i++) {
            Said said = terminal.run("policy", "check", "left brake hot", "--json");
            assertThat(said.json().path("policyVersion").asText()).isEqualTo("v3");
            assertThat(said.errorLines())
                    .singleElement()
                    .asString()
                    .contains("in-force.json is " + (written == null ? "missing" : "damaged"))
                    .contains("the rules v3 hold; use policy install");
        }
        assertThat(terminal.run("audit", "show", "--kind", "policy").out()).containsOnlyOnce(" lost ");
        Said check = terminal.run("check");
        assertThat(check.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(check.out()).contains("✗ rules  v3 of ", "in-force.json is");
        assertThat(terminal.run("policy", "rollback").out()).contains("v2 are in force, before them v3");
        assertThat(terminal.run("check").out()).contains("✓ rules  v2 of ");
    }

    @Test
    void whatHolds_lostWithTheLog_isTheNewestThatIsSound() throws IOException {
        for (String version : new String[] {"v2", "v3"}) {
            version(version);
            sign(version);
            assertThat(terminal.run("policy", "install", bundle.toString()).code())
                    .isZero();
        }
        assertThat(terminal.run("audit", "reopen", "--why", "the disk was restored")
                        .code())
                .isZero();
        lose(null);
        Files.writeString(terminal.data().resolve("policy/bundles/v3/roles.cedar"), "");
        Said said = terminal.run("policy", "check", "left brake hot", "--json");
        assertThat(said.json().path("policyVersion").asText()).isEqualTo("v2");
        assertThat(said.err()).contains("is missing", "the rules v2 hold");
    }

    @Test
    void whatHolds_writtenOtherwiseThanTheLogHasIt_isFoundByCheck() throws IOException {
        sign("v2");
        assertThat(terminal.run("policy", "install", bundle.toString()).code()).isZero();
        Files.writeString(terminal.data().resolve("policy/in-force.json"), "{\"inForce\": [], \"damaged\": {}}");
        assertThat(terminal.run("check").out())
                .contains("✗ rules  2026-12-01 of ", "shipped with the product", "it is v2 that was put in force last");
        remove(terminal.data().resolve("policy"));
        assertThat(terminal.run("check").out()).contains("it is v2 that was put in force last");
    }

    @Test
    void officersKey_putThereBeforeAnyRules_isNoLoss() throws Exception {
        Path pub = pem("officer.pub", "PUBLIC KEY", pair().getPublic().getEncoded());
        Files.createDirectories(terminal.data().resolve("policy"));
        Files.copy(pub, terminal.data().resolve("policy/officer.pub"));
        Said said = terminal.run("policy", "check", "left brake hot");
        assertThat(said.err()).isEmpty();
        assertThat(terminal.run("check").out()).contains("✓ rules  2026-12-01 of ");
    }

    private void lose(@Nullable String written) throws IOException {
        Path standing = terminal.data().resolve("policy/in-force.json");
        if (written == null) Files.delete(standing);
        else Files.writeString(standing, written);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    @Test
    void versionThatIsTaken_isNoNameForOtherRules() throws IOException {
        change("access.cedar", "// Who sees what.", "// Who may see what.");
        terminal.run("policy", "sign", bundle.toString());
        assertThat(terminal.run("policy", "install", bundle.toString()).out())
                .contains("other rules have the version '2026-12-01'");
    }

    private int sign(String version) throws IOException {
        version(version);
        return terminal.run("policy", "sign", bundle.toString(), "--version", version)
                .code();
    }

    /** In the YAML too, where it stands above everything else. */
    private void version(String version) throws IOException {
        Path file = bundle.resolve("acceptable-use.yaml");
        Files.writeString(
                file, Files.readString(file).replaceFirst("(?m)^version: .*$", "version: \"" + version + "\""));
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = bundle.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static KeyPair pair() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Path pem(String name, String what, byte[] encoded) throws IOException {
        return Files.writeString(
                temp.resolve(name),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                        + what + "-----\n");
    }
}
