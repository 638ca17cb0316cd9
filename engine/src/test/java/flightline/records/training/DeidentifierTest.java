package flightline.records.training;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.records.training.Deidentifier.Known;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeidentifierTest {
    private static final Speller SPELLER = Speller.standard();
    private static final Abbreviations ABBREVIATIONS = Abbreviations.standard();
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final Deidentifier deidentifier = new Deidentifier(
            pseudonyms,
            word -> SPELLER.knows(word) || ABBREVIATIONS.expansion(word).isPresent());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EMAIL  | send photos to q.zyx@hangar.example please          | q.zyx@hangar.example
            PHONE  | call the desk at (555) 010-4477 for parts           | (555) 010-4477
            PHONE  | call the desk at 555-010-4477 for parts             | 555-010-4477
            PHONE  | tel: 0049 30 5550 177, night shift                  | 0049 30 5550 177
            TAIL   | N123QZ returned to the gate                         | N123QZ
            TAIL   | a/c 482 returned to the gate                        | 482
            SERIAL | pump s/n 88X-1043 removed                           | 88X-1043
            SERIAL | engine serial 700123 removed                        | 700123
            STAFF  | signed, A&P 3451278                                 | 3451278
            PERSON | Capt. Qwizzle reported a vibration                  | Qwizzle
            PERSON | Inspected by Zoltrun Mquay, found good              | Zoltrun Mquay
            PERSON | SPOKE WITH QWIZZLE AND DEFERRED                     | QWIZZLE
            PERSON | Deferred per J. Qwizzle                             | J. Qwizzle
            PERSON | PILOT T. QWIZZLE LANDED LONG                        | T. QWIZZLE
            PERSON | PILOTED BY ZOLTRUN Q. MQUAY                         | ZOLTRUN Q. MQUAY
            PERSON | MR. WALTER Q. MQUAYZE LANDED LONG                   | WALTER Q. MQUAYZE
            """)
    void whatTellsWhoOrWhich_isReplacedAndCounted(Identifier kind, String text, String told) {
        var cleaned = deidentifier.clean(text, Known.NOTHING);
        assertThat(cleaned.text()).isEqualTo(text.replace(told, pseudonyms.of(kind, told)));
        assertThat(cleaned.replaced()).containsOnlyKeys(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Replaced engine driven pump P/N DM2911-4 IAW AMM 29-11-01-400-801.",
                "TORQUED TO 120 IN LB, CHECKED N1 AND N2 AT 85.5 %",
                "CAPTAIN SIDE WINDSHIELD CRACKED, MECHANIC FOUND ARCING",
                "Captain side window heat inop, replaced per SB 737-30-1050",
                "AD 2020-03-11 complied with; fault code 32-41-557",
                "A. Removed panel. B. Replaced seal.",
                "Contacted Maintenance Control, deferred MEL 21-31-01A",
                "Pressure was 3000 psi at 14:30, oil 12 qt"
            })
    void whatAModelIsToLearn_stays(String text) {
        assertThat(deidentifier.clean(text, Known.NOTHING).text()).isEqualTo(text);
    }

    @Test
    void numberBehindASignature_isReplacedToo() {
        assertThat(deidentifier
                        .clean("OPS CK GOOD (S. QWIZZLE 44751)", Known.NOTHING)
                        .text())
                .isEqualTo("OPS CK GOOD (" + pseudonyms.of(Identifier.PERSON, "S. QWIZZLE") + " "
                        + pseudonyms.of(Identifier.STAFF, "44751") + ")");
    }

    @Test
    void whatIsKnownOfTheRecord_isReplacedHoweverItIsWritten() {
        var known = new Known(List.of("QQ-KAA"), List.of("10127"), List.of("m.okoro"));
        var cleaned = deidentifier.clean("QQKAA, qq-kaa msn 10127, seen by m.okoro", known);
        assertThat(cleaned.text())
                .isEqualTo("%1$s, %1$s msn %2$s, seen by %3$s"
                        .formatted(
                                pseudonyms.of(Identifier.TAIL, "QQ-KAA"),
                                pseudonyms.of(Identifier.SERIAL, "10127"),
                                pseudonyms.of(Identifier.PERSON, "m.okoro")));
    }

    @Test
    void pseudonyms_areStable_andOthersWithAnotherKey() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(pseudonyms.of(Identifier.TAIL, "N123QZ"))
                .matches("TAIL-[0-9A-HJKMNP-TV-Z]{6}")
                .isEqualTo(new Pseudonyms(new byte[32]).of(Identifier.TAIL, "n-123 qz"))
                .isNotEqualTo(new Pseudonyms(other).of(Identifier.TAIL, "N123QZ"))
                .isNotEqualTo(pseudonyms.of(Identifier.TAIL, "N123QX"));
    }
}
