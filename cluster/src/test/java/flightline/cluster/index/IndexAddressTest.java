package flightline.cluster.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndexAddressTest {
    @Test
    void hostsAndPorts_asTheyWereGiven() {
        var address = IndexAddress.parse("opensearchs://One.example:9201,two.example,[::1]:9203/line-a?shards=3");
        assertThat(address).hasToString("opensearchs://one.example:9201,two.example:9200,[::1]:9203/line-a");
        assertThat(address.shards()).isEqualTo(3);
        assertThat(address.authorities()).isEmpty();
        assertThat(IndexAddress.parse("opensearchs://one/line?ca=/etc/our.pem&shards=2")
                        .authorities())
                .contains(Path.of("/etc/our.pem"));
        assertThat(address.hostNames()).containsExactlyInAnyOrder("one.example", "two.example", "[::1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://one:9200/line",
                "opensearch://one:9200",
                "opensearch:///line",
                "opensearch://one:9200/",
                "opensearch://one:port/line",
                "opensearch://one:9200/Line",
                "opensearch://one:9200/../x",
                "opensearch://one:9200/line?colour=red",
                "opensearch://one:9200/line?shards=0",
                "opensearch://one:9200/line?ca=/a.pem",
                "opensearchs://one:9200/line?ca=",
                "opensearch://anna:secret@one:9200/line"
            })
    void niceErrorOn_whatIsNoAddress(String text) {
        assertThatThrownBy(() -> IndexAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://anna:hush@one:9200/line",
                "https://one:9200/line?password=hush",
                "anna:hush@one:9200/line",
                "opensearch://anna:hu/hush@one:9200/line",
                "opensearch://anna:x?hush@one:9200/line",
                "opensearch://one:9200/line?password=hush",
                "opensearch://one:9200/line?hush",
                "opensearch://one:9200?password=hush",
                "opensearch://one:port/line?shards=1&password=hush"
            })
    void addressWithAPassword_isRefused_withoutRepeatingIt(String text) {
        assertThatThrownBy(() -> IndexAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void fileOfAuthorities_mayHaveTheSignOfAUser() {
        assertThat(IndexAddress.parse("opensearchs://one:9200/line?ca=/etc/a@b.pem")
                        .authorities())
                .contains(Path.of("/etc/a@b.pem"));
    }

    @Test
    void credentials_neverInTheClearAndNeverInWords() {
        var far = IndexAddress.parse("opensearch://one.example:9200/line");
        var sealed = IndexAddress.parse("opensearchs://one.example:9200/line");
        var both = Map.of("FLIGHTLINE_INDEX_USER", "line", "FLIGHTLINE_INDEX_PASSWORD", "secret");
        assertThat(Credentials.of(Map.of(), far)).isEqualTo(Credentials.NONE);
        assertThat(Credentials.of(both, sealed).header()).contains("Basic bGluZTpzZWNyZXQ=");
        assertThat(Credentials.of(Map.of("FLIGHTLINE_INDEX_API_KEY", "k"), sealed)
                        .header())
                .contains("ApiKey k");
        assertThat(Credentials.of(both, sealed)).hasToString("credentials");
        assertThatThrownBy(() -> Credentials.of(both, far)).hasMessageContaining("in the clear");
        assertThatThrownBy(() -> Credentials.of(Map.of("FLIGHTLINE_INDEX_USER", "line"), sealed))
                .hasMessageContaining("go together");
    }
}
