package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutletTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void fullDisk_isSaid_andTheCodeIsNotZero() {
        Outlet outlet = printed("No space left on device");

        assertThat(outlet.code(Exit.DONE, err)).isEqualTo(Exit.BAD_INPUT);
        assertThat(outlet.code(Exit.REFUSED, err)).isEqualTo(Exit.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("not all of the answer could be written: No space left on device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Broken pipe"})
    void whatIsWritten_andAReaderThatWentAway_areNoFault(String trouble) {
        assertThat(printed(trouble).code(Exit.DONE, err)).isEqualTo(Exit.DONE);
        assertThat(said.size()).isZero();
    }

    private static Outlet printed(String trouble) {
        var outlet = new Outlet(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                if (!trouble.isEmpty()) throw new IOException(trouble);
            }
        });
        var out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
        out.println("an answer");
        out.flush();
        return outlet;
    }
}
