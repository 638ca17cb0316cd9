package flightline.ingest.marking;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Marking;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NationalMarkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VS - NUR FÜR DEN DIENSTGEBRAUCH | VS-NFD",
                "VS-Nur für den Dienstgebrauch - Page 3 of 9 | VS-NFD",
                "VS-NfD | VS-NFD",
                "VS-VERTRAULICH - AMTLICH GEHEIMGEHALTEN | VS-VERTRAULICH",
                "STRENG GEHEIM | STRENG GEHEIM",
                "TLP:RED | TLP:RED",
                "TLP: AMBER | TLP:AMBER",
                "TLP:AMBER+STRICT | TLP:AMBER+STRICT",
                "TLP:GREEN | TLP:GREEN",
                "OFFICIAL: Sensitive | OFFICIAL-SENSITIVE",
                "OFFICIAL - SENSITIVE | OFFICIAL-SENSITIVE",
                "UK OFFICIAL-SENSITIVE COMMERCIAL | OFFICIAL-SENSITIVE",
                "OFFICIAL: Sensitive//Personal privacy | OFFICIAL-SENSITIVE",
                "OFFICIAL | OFFICIAL",
                "PROTECTED | PROTECTED",
                "PROTECTED B | PROTECTED B",
                "PROTÉGÉ A | PROTECTED A",
                "RESTREINT UE/EU RESTRICTED | EU RESTRICTED",
                "SECRET UE/EU SECRET | EU SECRET",
                "DIFFUSION RESTREINTE | DIFFUSION RESTREINTE",
            })
    void levelOnALineOfItsOwn_marks(String line, String label) {
        assertThat(Banner.read(line)).contains(new Marking(label));
        assertThat(Banner.read("*** " + line + " ***")).contains(new Marking(label));
        assertThat(Banner.ofField(line + "; see the security guide")).contains(new Marking(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLP:CLEAR",
                "TLP:WHITE",
                "TLP: red lamp",
                "VS-NfD documents are kept apart",
                "OFFICIAL SERVICE BULLETIN",
                "Official",
                "PROTECTED AREAS",
                "PROTECTED BUS",
                "Protected",
                "Geheim",
            })
    void wordOfTheLanguage_andWhatIsForEverybody_marksNothing(String line) {
        assertThat(Banner.read(line).orElse(Marking.UNMARKED)).isEqualTo(Marking.UNMARKED);
    }
}
