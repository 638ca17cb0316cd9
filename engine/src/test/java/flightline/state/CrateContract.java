package flightline.state;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.state.Crate.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the way from files to another kind of cabinet and back promises. */
public abstract class CrateContract {
    @TempDir
    private Path temp = Path.of("unused");

    /** An empty one, of the kind that is moved to. */
    protected abstract Cabinet other() throws Exception;

    private Cabinet filled() {
        var cabinet = new FileCabinet(temp.resolve("data"));
        byte[] original = new byte[3 << 20];
        new Random(3).nextBytes(original);
        cabinet.write("archive/originals/ab/abc", original);
        cabinet.write("archive/documents/ab/abc.json.gz", bytes("documents"));
        cabinet.write("sessions/s20261128-1.json", bytes("session"));
        cabinet.write("people/people.json", bytes("people"));
        cabinet.write("policy/in-force.json", bytes("rules"));
        cabinet.write("runs/2026-11-28T10-00-00.000Z.json", bytes(""));
        cabinet.next("sessions/last-number");
        cabinet.write("signed-in/abc", bytes("passes"));
        return cabinet;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Crate crate() {
        return new Crate(temp.resolve("export"));
    }

    private static Outcome.Done done(Outcome outcome) {
        return (Outcome.Done) outcome;
    }

    @Test
    void all_thatIsKept_comesThereAndBack_withItsNumbers() throws Exception {
        Cabinet from = filled();
        assertThat(done(crate().pack(from, (d, t, k) -> {})).values()).isEqualTo(7);
        Cabinet there = other();
        assertThat(done(crate().unpack(there, (d, t, k) -> {})))
                .isEqualTo(new Outcome.Done(7, (3 << 20) + bytes("documentssessionpeoplerules1").length, 0));
        assertThat(there.read("sessions/s20261128-1.json")).contains(bytes("session"));
        assertThat(there.holds("signed-in/abc")).isFalse();
        assertThat(there.next("sessions/last-number")).isEqualTo(2);

        var again = new Crate(temp.resolve("back"));
        assertThat(again.pack(there, (d, t, k) -> {})).isInstanceOf(Outcome.Done.class);
        var home = new FileCabinet(temp.resolve("home"));
        assertThat(done(again.unpack(home, (d, t, k) -> {})).values()).isEqualTo(7);
        assertThat(home.read("archive/originals/ab/abc"))
                .contains(from.read("archive/originals/ab/abc").orElseThrow());
    }

    @Test
    void way_brokenOff_isGoneOnWith() throws Exception {
        crate().pack(filled(), (d, t, k) -> {});
        Cabinet there = other();
        var seen = new ArrayList<String>();
        try {
            crate().unpack(there, (done, total, key) -> {
                seen.add(key);
                if (done == 3) throw new IllegalStateException("the power failed");
            });
        } catch (IllegalStateException failed) {
            assertThat(seen).hasSize(3);
        }
        assertThat(done(crate().unpack(there, (d, t, k) -> {})).already()).isEqualTo(3);
        assertThat(done(crate().pack(filled(), (d, t, k) -> {})).already()).isEqualTo(6);
    }

    @Test
    void exportThatWasChangedOrIsNotWhole_isRefused() throws Exception {
        Path value = temp.resolve("export/values/sessions/s20261128-1.json");
        crate().pack(filled(), (d, t, k) -> {});
        Files.writeString(value, "sessiom");
        assertThat(why(crate().unpack(other(), (d, t, k) -> {}))).contains("is not what was written");
        Files.delete(value);
        assertThat(why(crate().unpack(other(), (d, t, k) -> {}))).contains("is missing");
        Files.delete(temp.resolve("export/state.json"));
        assertThat(why(crate().unpack(other(), (d, t, k) -> {}))).contains("is no export");
    }

    @Test
    void placeThatHoldsSomethingElse_isRefused_andLeftAsItIs() throws Exception {
        crate().pack(filled(), (d, t, k) -> {});
        Cabinet there = other();
        there.write("sessions/s20250101-9.json", bytes("theirs"));
        assertThat(why(crate().unpack(there, (d, t, k) -> {}))).contains("name a place that is empty");
        assertThat(there.keys("archive/")).isEmpty();
    }

    @Test
    void valueThatChangesMeanwhile_makesNoExport() throws IOException {
        Cabinet from = filled();
        Outcome outcome = crate().pack(from, (done, total, key) -> {
            if (done == 2) from.write("sessions/s20261128-2.json", bytes("new"));
        });
        assertThat(why(outcome)).contains("changed while it was written");
        assertThat(crate().isPacked()).isFalse();
    }

    private static String why(Outcome outcome) {
        return ((Outcome.Unusable) outcome).why();
    }
}
