package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.Passage;
import flightline.corpus.StructuredDocument;
import flightline.ingest.PassageCutter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a course asks its reader is kept with its right answers, and is no passage that anything could be quoted from. */
final class ExerciseTest {
    private static final String OPTION =
            "<lcAnswerOption><lcAnswerOptionContent><description><para>%s</para></description></lcAnswerOptionContent>%s</lcAnswerOption>";
    private static final String RIGHT = "<lcCorrectResponse lcName=\"lcCorrectResponse\"/>";

    private static String asked(String question, String rest) {
        return "<learning><learningAssessment><title>Post-test</title><learningAssessmentBody><description><para>Read on.</para></description><lcInteraction><lcTrueFalse><lcQuestion><description><para>%s</para></description></lcQuestion>%s</lcTrueFalse></lcInteraction></learningAssessmentBody></learningAssessment></learning>"
                .formatted(question, rest);
    }

    private static final String FALSE_STATEMENT = asked(
            "Dirt is removed from the wheel with a hose that has high pressure.",
            "<lcAnswerOptionGroup>" + OPTION.formatted("true", "") + OPTION.formatted("false", RIGHT)
                    + "</lcAnswerOptionGroup>");

    @Test
    void exercise_isOneBlock_withEachAnswerAndWhetherItIsRight() {
        assertThat(Bench.blocks(FALSE_STATEMENT, Block.Exercise.class))
                .singleElement()
                .satisfies(exercise -> assertThat(exercise.text().lines())
                        .containsExactly(
                                "Exercise:",
                                "Dirt is removed from the wheel with a hose that has high pressure.",
                                "- true (wrong answer)",
                                "- false (right answer)"));
    }

    @Test
    void sequencePairsAndPictures_areKept() {
        List<Block> blocks = Bench.blocks(asked("Put in order, then match.", """
                <lcSequenceOptionGroup><lcSequenceOption><lcAnswerOptionContent><description><para>Remove the wheel.</para></description></lcAnswerOptionContent>
                <lcSequence lcName="lcSequence" lcValue="1"/></lcSequenceOption></lcSequenceOptionGroup>
                <lcMatchTable><lcMatchingPair><lcItem><description><para>Attached to the dropouts</para></description></lcItem>
                <lcMatchingItem><description><para>Axle</para></description></lcMatchingItem></lcMatchingPair></lcMatchTable>
                <figure><graphic infoEntityIdent="ICN-0001"><hotspot><lcFeedbackCorrect><description><para>Correct!</para></description></lcFeedbackCorrect></hotspot></graphic></figure>
                <lcFeedbackIncorrect><description><para>Look again.</para></description></lcFeedbackIncorrect>"""));
        assertThat(blocks)
                .filteredOn(Block.Exercise.class::isInstance)
                .extracting(Block::text)
                .containsExactly(
                        "Exercise:\nPut in order, then match.\n- Remove the wheel. (place 1)\n- Attached to the dropouts – Axle\nCorrect!\nLook again.");
        assertThat(blocks)
                .filteredOn(Block.Figure.class::isInstance)
                .extracting(Block::text)
                .containsExactly("ICN-0001");
    }

    @Test
    void exercise_isNoPassage_andNotTheNeighbourOfOne() {
        StructuredDocument document = Bench.withContent(FALSE_STATEMENT);
        assertThat(document.sourceText()).contains("high pressure");
        List<Passage> passages = new PassageCutter().cut(document);
        assertThat(passages).extracting(Passage::text).contains("Read on.");
        assertThat(passages).noneMatch(passage -> (passage.text() + passage.context()).contains("high pressure"));
    }
}
