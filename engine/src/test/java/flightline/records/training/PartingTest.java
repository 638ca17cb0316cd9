package flightline.records.training;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Marking;
import flightline.records.training.Parting.Parts;
import flightline.records.training.Parting.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PartingTest {
    private static final List<String> WORDS = List.of(
            "pump",
            "leaks",
            "after",
            "start",
            "cold",
            "hydraulic",
            "light",
            "stays",
            "brake",
            "hot",
            "left",
            "door",
            "cruise",
            "noise",
            "vibration",
            "gear",
            "seal",
            "valve",
            "pressure",
            "low",
            "high",
            "flickers");
    private final Random random = new Random(1);

    @Test
    void airframe_isNeverParted_andTheLatestTest() {
        var examples = new ArrayList<Example>();
        for (int tail = 0; tail < 30; tail++)
            for (int i = 0; i < 10; i++) examples.add(example(tail * 10 + i, "TAIL-" + tail, tail, words(14)));
        Parts parts = Parting.of(examples);
        var seen = new HashSet<String>();
        for (Side side : Side.values()) {
            var tails = new HashSet<String>();
            parts.of(side).forEach(one -> tails.add(one.tail()));
            assertThat(tails).isNotEmpty().noneMatch(seen::contains);
            seen.addAll(tails);
        }
        assertThat(parts.of(Side.TEST))
                .hasSizeBetween(28, 45)
                .extracting(Example::tail)
                .contains("TAIL-29");
        assertThat(parts.of(Side.TRAIN)).extracting(Example::tail).contains("TAIL-0");
    }

    @Test
    void nearCopyOfWhatIsHeldOut_isNotLearnedFrom() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 40; i++) examples.add(example(i, "TAIL-" + i, i, words(14)));
        String said = examples.get(39).asked();
        examples.add(example(100, "TAIL-0", 0, said + " again"));
        examples.add(example(101, "TAIL-1", 1, said.toUpperCase(java.util.Locale.ROOT) + " 12"));
        Parts parts = Parting.of(examples);
        assertThat(parts.of(Side.TEST)).extracting(Example::asked).contains(said);
        assertThat(parts.leftOut()).isEqualTo(2);
        assertThat(parts.of(Side.TRAIN)).extracting(Example::id).doesNotContain("100", "101");
    }

    @Test
    void fewAirframes_stillLeaveSomethingToTestWith_andOneCannotBeParted() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 60; i++) examples.add(example(i, "TAIL-" + i % 4, i, words(14)));
        assertThat(Parting.of(examples).of(Side.TEST)).isNotEmpty();
        assertThat(Parting.of(examples).of(Side.VALIDATION)).isNotEmpty();
        assertThat(Parting.of(examples.subList(0, 1)).of(Side.TRAIN).size()
                        + Parting.of(examples.subList(0, 1)).of(Side.TEST).size())
                .isEqualTo(1);
        assertThat(Parting.of(List.of()).of(Side.TRAIN)).isEmpty();
    }

    private String words(int many) {
        var text = new StringBuilder();
        for (int i = 0; i < many; i++)
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        return text.toString().strip();
    }

    private static Example example(int id, String tail, int day, String asked) {
        return new Example(
                "" + id,
                tail,
                LocalDate.of(2026, 1, 1).plusDays(day),
                "session",
                asked,
                "Cause: pump.",
                Marking.UNMARKED);
    }
}
