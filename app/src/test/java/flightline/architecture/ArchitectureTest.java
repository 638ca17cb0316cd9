package flightline.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
    /** The product's own classes, of all modules. */
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-0.1.0-tests") && !location.contains("/test-classes/"))
            .importPackages("flightline");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static Stream<String> rules() {
        return Rules.names().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(String rule) {
        rule(rule).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedFaultIsSeenBy(String rule) {
        assertThatThrownBy(() -> rule(rule).check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted");
    }

    private static ArchRule rule(String name) {
        return Objects.requireNonNull(Rules.all().get(name), name);
    }
}
