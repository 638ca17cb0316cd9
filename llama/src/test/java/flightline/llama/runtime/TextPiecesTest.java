package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pieces of text as they come out of tokens: characters whole, stops found wherever they are cut. */
final class TextPiecesTest {
    @Test
    void characters_waitForTheirLastByte() {
        var characters = new WholeCharacters();
        byte[] plane = "✈🛩".getBytes(StandardCharsets.UTF_8);
        var heard = new StringBuilder();
        for (int i = 0; i < plane.length; i++) {
            String piece = characters.add(new byte[] {plane[i]});
            assertThat(piece.isEmpty()).isEqualTo(i != 2 && i != 6);
            heard.append(piece);
        }
        assertThat(heard).hasToString("✈🛩");
    }

    @Test
    void brokenBytes_areReplaced() {
        assertThat(new WholeCharacters().add(new byte[] {'a', (byte) 0xff, 'b'}))
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void stop_isFoundWhereverItIsCut() {
        String text = "tighten to 25 Nm STOP and more";
        for (int cut = 0; cut <= text.length(); cut++) {
            var stop = new StopText(List.of("STOP"));
            String heard = stop.add(text.substring(0, cut)) + stop.add(text.substring(cut));
            assertThat(heard + stop.rest()).isEqualTo("tighten to 25 Nm ");
            assertThat(stop.stopped()).isTrue();
        }
    }

    @Test
    void beginningOfAStop_isGivenBackWhenItIsNone() {
        var stop = new StopText(List.of("STOP", "ST. "));
        assertThat(stop.add("at S")).isEqualTo("at ");
        assertThat(stop.add("T")).isEmpty();
        assertThat(stop.add("E")).isEqualTo("STE");
        assertThat(stop.add("ST")).isEmpty();
        assertThat(stop.rest()).isEqualTo("ST");
        assertThat(stop.stopped()).isFalse();
    }

    @Test
    void firstOfSeveralStops_counts() {
        var stop = new StopText(List.of("two", "one"));
        assertThat(stop.add("zero one two")).isEqualTo("zero ");
    }

    @Test
    void utf8_isTakenAsTheStandardHasIt() {
        for (int character : new int[] {0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff})
            assertThat(Utf8.after(Utf8.WHOLE, Character.toString(character).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(Utf8.WHOLE);
        byte[][] broken = {{(byte) 0x80}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0}, {(byte) 0xc3, '"'}};
        for (byte[] bytes : broken) assertThat(Utf8.after(Utf8.WHOLE, bytes)).isEqualTo(Utf8.BROKEN);
        assertThat(Utf8.after(Utf8.WHOLE, new byte[] {(byte) 0xf0, (byte) 0x9f}))
                .isPositive();
    }
}
