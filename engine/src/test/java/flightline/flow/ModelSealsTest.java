package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.ModelBook;
import flightline.archive.TrialBook;
import flightline.audit.AuditLog;
import flightline.flow.ModelFiles.Standing;
import flightline.flow.ModelFlow.Addition;
import flightline.flow.ModelFlow.Licence;
import flightline.flow.ModelFlow.Outcome;
import flightline.model.ModelFile;
import flightline.policy.Principal;
import flightline.state.FileCabinet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an administrator names keys, a model that none of them signed is neither taken in nor loaded. */
final class ModelSealsTest {
    private static final Principal ADMINISTRATOR = Principal.localUser();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T08:00:00Z"));

    @TempDir
    private Path temp;

    private Path file = Path.of("unset");
    private Path ours = Path.of("unset");
    private Path oursPublic = Path.of("unset");

    @BeforeEach
    void writeFileAndKeys() throws Exception {
        file = Files.writeString(temp.resolve("small.gguf"), "weights");
        KeyPair pair = pair();
        ours = pem("ours.pem", "PRIVATE KEY", pair.getPrivate());
        oursPublic = pem("ours.pub", "PUBLIC KEY", pair.getPublic());
    }

    @Test
    void signedByANamedKey_isTakenInAndStands() throws IOException {
        String signature = signed(ours);
        assertThat(add(signature, oursPublic)).isInstanceOf(Outcome.Added.class);
        assertThat(standing(oursPublic)).isEqualTo(Standing.AS_ADDED);
        assertThat(flow(oursPublic).promote("small", Optional.of("a trial"), ADMINISTRATOR, Progress.SILENT))
                .isInstanceOf(Outcome.InService.class);
        Files.writeString(file, "Weights");
        assertThat(standing(oursPublic)).isEqualTo(Standing.CHANGED);
    }

    @Test
    void unsigned_isRefusedInOneLine() {
        assertThat(add("", oursPublic))
                .isEqualTo(
                        new Outcome.Unsound(file + " bears no signature, and one by " + oursPublic + " is asked for"));
        assertThat(flow(oursPublic).held().models()).isEmpty();
    }

    @Test
    void changedByte_isRefused() throws IOException {
        String signature = signed(ours);
        Files.writeString(file, "weightS");
        assertThat(why(add(signature, oursPublic)))
                .contains("does not fit its SHA-256")
                .doesNotContain("\n");
    }

    @Test
    void otherKey_isRefused() throws Exception {
        Path theirs = pem("theirs.pem", "PRIVATE KEY", pair().getPrivate());
        assertThat(why(add(signed(theirs), oursPublic))).contains("does not fit", oursPublic.toString());
        assertThat(why(add("no base64 at all", oursPublic))).contains("does not fit");
    }

    @Test
    void oneOfSeveralKeys_isEnough() throws Exception {
        Path theirs = pem("theirs.pub", "PUBLIC KEY", pair().getPublic());
        assertThat(add(signed(ours), theirs, oursPublic)).isInstanceOf(Outcome.Added.class);
    }

    @Test
    void keysNamedLater_keepWhatIsHeldFromWriting() {
        add("");
        assertThat(standing(oursPublic)).isEqualTo(Standing.UNSIGNED);
        assertThat(why(flow(oursPublic).promote("small", Optional.empty(), ADMINISTRATOR, Progress.SILENT)))
                .contains("bears no good signature");
    }

    @Test
    void keyThatCannotBeRead_letsNothingPass() throws IOException {
        String signature = signed(ours);
        Path broken = Files.writeString(temp.resolve("broken.pub"), "no key");
        assertThat(why(add(signature, broken))).contains("holds no Ed25519 public key");
    }

    @Test
    void signature_isReadAsBytesToo() throws IOException {
        String signature = signed(ours);
        Path raw = Files.write(temp.resolve("raw.sig"), Base64.getDecoder().decode(signature));
        assertThat(ModelSeals.read(raw)).isEqualTo(signature);
    }

    private String signed(Path key) {
        return ModelSeals.read(ModelFiles.sign(file, key, Progress.SILENT));
    }

    private Outcome add(String signature, Path... keys) {
        return flow(keys)
                .add(
                        new Addition(file, "small", new Licence("", ""), true, Optional.empty(), "file", signature),
                        ADMINISTRATOR,
                        Progress.SILENT);
    }

    private Standing standing(Path... keys) {
        return flow(keys).verify(Progress.SILENT).getFirst().standing();
    }

    private static String why(Outcome outcome) {
        return outcome instanceof Outcome.Unsound(var why) ? why : "";
    }

    private ModelFlow flow(Path... keys) {
        return new ModelFlow(
                new ModelBook(new FileCabinet(temp), temp),
                new TrialBook(new FileCabinet(temp)),
                path -> new ModelFile.Sound("Small", "llama", "Q4_0", 4096, "small-licence"),
                new AuditLog(temp.resolve("audit"), CLOCK),
                Hangar.RULES.access(),
                CLOCK,
                new ModelSeals(List.of(keys)),
                "v1");
    }

    private static KeyPair pair() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Path pem(String name, String what, Key key) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                temp.resolve(name), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
