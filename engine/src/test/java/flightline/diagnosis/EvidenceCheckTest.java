package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.search.Evidence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether anything of a complaint is known at all. */
final class EvidenceCheckTest {
    private final EvidenceCheck check = new EvidenceCheck(List.of("brake", "light")::contains);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qqqq zzzzz             | true
            qqqq 55555             | true
            qqqq brake             | false
            lights qqqq            | false
            bremse links fest      | true
            """)
    void complaintOfWordsThatNobodyKnows_isToldFromOneOfAKnownWord(String text, boolean nothing) {
        var complaint = new Complaint(text, text, List.of(), List.of(), List.of());
        assertThat(check.knowsNothingOf(
                        complaint, EvidenceCheck.wanted(text), Exhibits.number(Evidence.NONE, List.of())))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x                      | true
            12345                  | true
            the                    | true
            3 psi                  | false
            刹车失灵                | false
            火                     | false
            brake                  | false
            """)
    void complaintWithoutAWord_saysNothing(String text, boolean nothing) {
        assertThat(new Complaint(text, text, List.of(), List.of(), List.of()).saysNothing())
                .isEqualTo(nothing);
    }
}
