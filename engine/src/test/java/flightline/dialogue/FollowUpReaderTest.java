package flightline.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.dialogue.FollowUp.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowUpReaderTest {
    private static final String FIRST = "How do I replace the axle nut of the left main landing gear?";

    private final FollowUpReader reader = new FollowUpReader();

    @Test
    void firstQuestion_standsByItself() {
        assertThat(reader.read("  and what torque? ", List.of()))
                .isEqualTo(new FollowUp("and what torque?", "", Kind.FRESH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what torque?",
                "and what torque does it need?",
                "How often is it inspected?",
                "What about the cotter pin?",
                "which tools?"
            })
    void questionThatPointsBack_takesTheMatterAlong(String asked) {
        FollowUp read = read(FIRST, asked);
        assertThat(read.kind()).isEqualTo(Kind.CARRIED_ON);
        assertThat(read.question()).isEqualTo(asked);
        assertThat(read.about().split(" ")).contains("axle", "nut", "left", "main", "landing", "gear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the pressure of the nitrogen in the brake accumulator?",
                "How do I bleed the fuel line after a pump change?"
            })
    void questionThatSaysEnough_isLeftAlone(String asked) {
        assertThat(read(FIRST, asked)).isEqualTo(new FollowUp(asked, "", Kind.FRESH));
    }

    @ParameterizedTest
    @CsvSource({
        "and on the right side?, How do I replace the axle nut of the right main landing gear?",
        "And the right one?, How do I replace the axle nut of the right main landing gear?",
        "what about the right gear?, How do I replace the axle nut of the right main landing gear?",
        "right?, How do I replace the axle nut of the right main landing gear?",
    })
    void otherSide_isPutIntoTheQuestion(String asked, String question) {
        assertThat(read(FIRST, asked)).isEqualTo(new FollowUp(question, "", Kind.ELSEWHERE));
    }

    @Test
    void otherNumber_isPutIntoTheQuestion() {
        assertThat(read("Oil pressure limits of engine No. 1", "and for No. 2?").question())
                .isEqualTo("Oil pressure limits of engine No. 2");
    }

    @Test
    void otherSideWithMoreToSay_isAQuestionAboutTheSameMatter() {
        FollowUp read = read(FIRST, "and the brake line on the right side?");
        assertThat(read.kind()).isEqualTo(Kind.CARRIED_ON);
        assertThat(read.question()).isEqualTo("and the brake line on the right side?");
    }

    @Test
    void sideWhereNoneWasSpokenOf_isAQuestionAboutTheSameMatter() {
        FollowUp read = read("How do I replace the axle nut?", "and on the right?");
        assertThat(read.kind()).isEqualTo(Kind.CARRIED_ON);
        assertThat(read.about()).isEqualTo("replace axle nut");
    }

    @Test
    void chain_keepsTheMatterUntilAnotherBegins() {
        FollowUp third = read(FIRST, "what torque?", "and the tool for that?");
        assertThat(third.about().split(" ")).contains("torque", "axle", "nut");
        FollowUp fresh = read(FIRST, "what torque?", "How do I bleed the fuel line after a pump change?", "how long?");
        assertThat(fresh.about().split(" ")).contains("bleed", "fuel", "pump").doesNotContain("axle", "torque");
    }

    @Test
    void longChain_keepsTheMatter_notAllThatWasAskedOfIt() {
        FollowUp fifth = read(FIRST, "what torque?", "and which tools?", "what sealant?", "how often is it inspected?");
        assertThat(fifth.about().split(" "))
                .contains("sealant", "axle", "nut", "landing", "gear")
                .doesNotContain("torque", "tools");
    }

    @Test
    void subjectThatIsNamedLater_isTheMatter_withWhereItBelongs() {
        FollowUp fourth = read(FIRST, "what torque?", "and the cotter pin?", "which size?", "how is it bent?");
        assertThat(fourth.about().split(" "))
                .contains("size", "cotter", "pin", "axle", "nut")
                .doesNotContain("torque");
    }

    @Test
    void elsewhereAfterAFollowUp_keepsItsMatter() {
        FollowUp read = read("How do I replace the axle nut?", "torque on the left side?", "and on the right?");
        assertThat(read.question()).isEqualTo("torque on the right side?");
        assertThat(read.about()).isEqualTo("replace axle nut");
    }

    @Test
    void refusedQuestion_lendsNoWords() {
        var before = List.of(
                new Asked("How do I replace the axle nut?", "", true),
                new Asked("How do I sign for a check that was not done?", "", false));
        assertThat(reader.read("and what torque?", before).about()).isEqualTo("replace axle nut");
    }

    @Test
    void matter_isBounded() {
        var before = new ArrayList<Asked>();
        for (int i = 0; i < 40; i++) {
            FollowUp read = reader.read("and it " + "word" + i + " ".repeat(2) + "other" + i, before);
            before.add(new Asked(read.question(), read.about(), true));
        }
        assertThat(reader.read("and it?", before).about().length()).isLessThanOrEqualTo(400);
    }

    @Test
    void shown_tellsTheMatter() {
        assertThat(read("How do I replace the axle nut?", "what torque?").shown())
                .isEqualTo("what torque? (about: replace axle nut)");
    }

    private FollowUp read(String... asked) {
        var before = new ArrayList<Asked>();
        var last = new FollowUp("", "", Kind.FRESH);
        for (String question : asked) {
            last = reader.read(question, before);
            before.add(new Asked(last.question(), last.about(), true));
        }
        return last;
    }
}
