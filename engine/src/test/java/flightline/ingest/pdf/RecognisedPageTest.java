package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.ingest.ocr.PageImage;
import flightline.ingest.ocr.RecognisedLine;
import flightline.ingest.ocr.RecognisedWord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of the boxes that text recognition gives, which at times lie over their neighbours. */
class RecognisedPageTest {
    private static List<Word> words(RecognisedLine... lines) {
        var greys = new byte[1000 * 200];
        Arrays.fill(greys, (byte) 255);
        var image = new PageImage(1000, 200, 300, greys);
        var empty = new Sheet(1, 240, 48, 0, List.of(), List.of(), List.of(), List.of(), 1);
        return RecognisedPage.of(empty, image, 0, List.of(lines)).words();
    }

    private static RecognisedLine line(RecognisedWord... words) {
        return new RecognisedLine(words[0].left(), 150, 0, 40, 0, List.of(words));
    }

    @Test
    void of_wordWhoseBoxLiesOverTheNextOnes_keepsThem() {
        var read = words(line(
                new RecognisedWord("after", 200, 110, 582, 150, 96),
                new RecognisedWord("600", 341, 106, 414, 156, 96),
                new RecognisedWord("hours.", 432, 110, 582, 150, 96)));
        assertThat(read).extracting(Word::text).containsExactly("after", "600", "hours.");
        assertThat(read.getFirst().right()).isLessThanOrEqualTo(read.get(1).left());
    }

    @Test
    void of_lettersReadOnceMoreInTheirWord_standOnce() {
        assertThat(words(line(
                        new RecognisedWord("NOSE", 200, 110, 300, 150, 90),
                        new RecognisedWord("N", 205, 110, 225, 150, 40))))
                .extracting(Word::text)
                .containsExactly("NOSE");
    }

    @Test
    void of_figureWithinAnotherFigure_staysAWordOfItsOwn() {
        assertThat(words(line(
                        new RecognisedWord("50", 200, 110, 400, 150, 96),
                        new RecognisedWord("5", 300, 110, 320, 150, 96))))
                .extracting(Word::text)
                .containsExactly("50", "5");
    }

    @Test
    void of_wordReadInTwoAreas_standsOnce() {
        assertThat(words(
                        line(new RecognisedWord("Torque", 200, 110, 400, 150, 90)),
                        line(new RecognisedWord("orque", 230, 110, 400, 150, 60))))
                .extracting(Word::text)
                .containsExactly("Torque");
    }
}
