package flightline.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHashTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void hash_isWrittenWithItsParameters_andReadAgain() {
        PasswordHash hash = PasswordHash.of("correct horse battery", random);

        assertThat(hash.text()).startsWith("$argon2id$v=19$m=47104,t=1,p=1$");
        PasswordHash read = PasswordHash.read(hash.text());
        assertThat(read).isEqualTo(hash);
        assertThat(read.matches("correct horse battery")).isTrue();
        assertThat(read.matches("correct horse batterY")).isFalse();
        assertThat(hash.toString()).doesNotContain(hash.text());
    }

    /** Made by another implementation: argon2 of its authors, with other parameters than ours. */
    @Test
    void hashOfOtherParameters_isChecked_asItWasMade() {
        PasswordHash reference = PasswordHash.read(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(reference.matches("password")).isTrue();
        assertThat(reference.matches("passwore")).isFalse();
    }

    @Test
    void samePassword_twice_isKeptAsTwoHashes() {
        assertThat(PasswordHash.of("correct horse battery", random).text())
                .isNotEqualTo(PasswordHash.of("correct horse battery", random).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void whatIsNoHash_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "short, 12 to 256",
        "aaaaaaaaaaaaaaaa, 5 different",
        "the-Jdoe-of-hangar-4, account's name",
        "my-flightline-2026!, product's"
    })
    void weakPassword_isRefused_withTheRule(String password, String rule) {
        assertThat(PasswordRule.objection(password, "jdoe"))
                .hasValueSatisfying(why -> assertThat(why).contains(rule).doesNotContain(password));
        assertThat(PasswordRule.objection("correct horse battery", "jdoe")).isEmpty();
    }
}
