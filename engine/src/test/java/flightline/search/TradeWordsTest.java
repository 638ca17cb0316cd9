package flightline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TradeWordsTest {
    private final TradeAnalyzer analyzer = new TradeAnalyzer(Shelves.ABBREVIATIONS);

    private List<String> terms(String text) {
        return analyzer.words(text).stream().map(Word::term).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "65B-45821-3A, 65b458213a",
        "65b458213a, 65B-45821-3A",
        "65B-45821, 65B-45821-3A",
        "32-41, 32-41-00",
        "3241, 32-41-00",
        "32-41-00, 32-41-00-720-801",
        "L/H, left hand",
        "left, L/H",
        "LH, L/H",
        "edp, engine driven pumps",
        "engine driven pump, EDP",
        "hyd press, hydraulic pressure",
        "3000psi, 3000 psi",
        "'3,000 psi', 3000PSI",
        "#2, number 2",
        "leak, leaking",
        "pump, pump's",
        "take-off, takeoff",
        "hot section, hot-section",
        "inoperative, INOP.",
        "fuel filter, fuel \uFB01lter",
        "O\uFB03ce-\uFB02oor, office floor"
    })
    void bothWritings_shareATerm(String asked, String written) {
        assertThat(terms(written)).containsAnyElementsOf(terms(asked));
    }

    @Test
    void joinedLetters_keepThePlaceOfTheSource() {
        assertThat(analyzer.words("in \uFB01lter 2").get(1)).satisfies(word -> {
            assertThat(word.term()).isEqualTo("filter");
            assertThat(word.start()).isEqualTo(3);
            assertThat(word.end()).isEqualTo(8);
        });
    }

    @Test
    void everyWordOfTheQuestion_isAmongThoseOfTheOtherWriting() {
        assertThat(terms("3,000psi")).contains("3000", "psi", "3000psi");
        assertThat(terms("3000 psi")).containsExactly("3000", "psi");
        assertThat(terms("engine driven pump")).contains("edp");
        assertThat(terms("EDP")).contains("engine", "pump", "edp");
    }

    @Test
    void smallWords_areKept_becauseTheyDecide() {
        assertThat(terms("light does not go off, no flow on start")).contains("not", "off", "no", "on");
    }

    @Test
    void abbreviationWithMarks_isNoWordOfTheLanguage() {
        assertThat(terms("T/O")).contains("takeoff").doesNotContain("to");
        assertThat(terms("o'temp")).contains("overtemperature");
        assertThat(terms("o’temp")).contains("overtemperature");
    }

    @Test
    void wordsKnowWhereTheyStand() {
        var word = analyzer.words("the (EDP) failed").stream()
                .filter(w -> w.term().equals("edp"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(word.start(), word.end())).containsExactly(5, 8);
    }

    @Test
    void anyText_isSplitWithoutFailing() {
        for (String odd :
                List.of("", " ", "...", "--", "#", "'s", "/", "°", "1/4", "½", "\u0000", "a-", "-a", "3..5", "🙂"))
            assertThat(analyzer.words(odd)).isNotNull();
    }

    @Test
    void misspeltWord_sharesATermWithWhatWasMeant() {
        var spelling = new TradeAnalyzer(Shelves.ABBREVIATIONS, word -> switch (word) {
            case "presure" -> Optional.of("pressure");
            case "oilpump" -> Optional.of("oil pump");
            default -> Optional.empty();
        });
        assertThat(spelling.words("presure").stream().map(Word::term)).containsExactly("pressure", "presure");
        assertThat(spelling.words("OILPUMP low").stream().map(Word::term))
                .containsExactly("oil", "pump", "oilpump", "low");
        assertThat(spelling.words("pressure").stream().map(Word::term)).containsExactly("pressure");
    }
}
