package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An answer that names systems says whose names they are: the maker of the sample's aircraft has its generators under 24-31. */
final class SystemNamesTest {
    private static @Nullable RecordTable table;

    @BeforeAll
    static void read() throws IOException {
        table = Fleets.table(Fleets.sample());
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(table).close();
    }

    private static List<String> caveats(String question) {
        return Fleets.found(Objects.requireNonNull(table), question).caveats();
    }

    @Test
    void namesOfSystems_areSaidToBeThoseOfTheTable() {
        assertThat(caveats("records by system in 2025")).contains(Titles.OF_THE_TABLE);
        assertThat(caveats("defect rate by system in 2025")).contains(Titles.OF_THE_TABLE);
        assertThat(caveats("records by chapter in 2025")).doesNotContain(Titles.OF_THE_TABLE);
        assertThat(caveats("list records of QQ-KAC in 2025")).doesNotContain(Titles.OF_THE_TABLE);
    }

    @Test
    void oneThatNamesNone_isTold() {
        assertThat(caveats("records by station in 2025"))
                .contains("1 more record names no station and is not in the shares");
    }
}
