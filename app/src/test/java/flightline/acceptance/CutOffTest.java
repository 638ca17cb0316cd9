package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import flightline.acceptance.watch.Attempts;
import flightline.acceptance.watch.Tripwire;
import flightline.acceptance.watch.TripwireAgent;
import flightline.app.cli.EveryVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product, watched: no verb connects to anybody or looks a name up, and all of them work where there is no way out.
 * Inside the process an agent watches, beneath it the kernel's calls are, where {@code strace} is there.
 */
final class CutOffTest {
    private static final long PATIENCE_SECONDS = 300;
    /** A call that reaches for a network: not one between processes of this machine, nor one that only asks for routes. */
    private static final Pattern OUTWARD = Pattern.compile("(connect|sendto|sendmsg)\\([^)]*AF_INET6?.*");

    @TempDir
    private static Path temp;

    private static Watched verbs = Watched.NOTHING;

    /**
     * A program that was run and watched.
     *
     * @param said what it printed
     * @param attempts what the agent noted, one a line
     * @param calls of the kernel that reach outward; absent where they could not be watched
     */
    private record Watched(String said, List<String> attempts, Optional<List<String>> calls, boolean cutOff) {
        static final Watched NOTHING = new Watched("", List.of(), Optional.empty(), false);
    }

    @BeforeAll
    static void runEveryVerb() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("verbs"));
        boolean cutOff = isHere("unshare", "-rn", "true");
        verbs = watched(
                cutOff,
                EveryVerb.class,
                folder.toString(),
                Papers.LIBRARY.toAbsolutePath().toString());
    }

    @Test
    void everyVerb_isRun_andEndsAsItShould() {
        assertAllRan();
    }

    private static void assertAllRan() {
        assertThat(verbs.said).contains("every verb was run").doesNotContain("add a run of", " ended with ");
    }

    @Test
    void everyVerb_connectsToNobody_andLooksNobodyUp() {
        assertThat(verbs.attempts).as(verbs.said).isEmpty();
    }

    @Test
    void everyVerb_makesNoCallOutward_belowTheJdk() {
        assumeThat(verbs.calls)
                .as("strace is here; skipped without: only the JDK's calls were watched")
                .isPresent();
        assertThat(verbs.calls.orElseThrow()).isEmpty();
    }

    @Test
    void everyVerb_worksInANamespaceWithoutAnyRoute() throws Exception {
        assumeThat(verbs.cutOff)
                .as("a network namespace can be made (unshare -rn); skipped where this user or system may not")
                .isTrue();
        assertThat(run(List.of("unshare", "-rn", "cat", "/proc/net/route", "/proc/net/if_inet6"))
                        .lines()
                        .skip(1))
                .as("routes and addresses in there")
                .isEmpty();
        assertAllRan();
    }

    @Test
    void plantedAttempt_isCaught() throws Exception {
        Watched planted = watched(false, Attempts.class);
        for (String door : List.of(
                "InetAddress.getAllByName",
                "InetAddress.getCanonicalHostName",
                "java.net.Socket.connect",
                "SocketChannelImpl.connect",
                "DatagramSocket.send",
                "java.net.URL.openStream",
                "jdk.internal.net.http"))
            assertThat(planted.attempts).as(door + "\n" + planted.said).anyMatch(line -> line.contains(door));
        planted.calls.ifPresent(calls ->
                assertThat(calls).as("what a child of the process calls").hasSize(1));
    }

    private static Watched watched(boolean cutOff, Class<?> program, String... arguments) throws Exception {
        Path folder = Files.createTempDirectory(temp, "watched");
        Path attempts = Files.createFile(folder.resolve("attempts"));
        Path calls = folder.resolve("calls");
        Path agent = TripwireAgent.packed(folder.resolve("tripwire.jar"));
        boolean kernel = isHere("strace", "-V");
        var command = new ArrayList<String>();
        if (cutOff) command.addAll(List.of("unshare", "-rn"));
        if (kernel)
            command.addAll(
                    List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%network", "-o", calls.toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-javaagent:" + agent,
                "-D" + Tripwire.FILE + "=" + attempts,
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        String said = run(command);
        return new Watched(
                said, Files.readAllLines(attempts), kernel ? Optional.of(outward(calls)) : Optional.empty(), cutOff);
    }

    private static List<String> outward(Path calls) throws IOException {
        return Files.readAllLines(calls).stream()
                .filter(line -> OUTWARD.matcher(line).find())
                .toList();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(temp, "child", ".out");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    "the child did not end within " + PATIENCE_SECONDS + " s: " + Files.readString(out));
        }
        return Files.readString(out);
    }

    private static boolean isHere(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
