package flightline.llama.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may be called, asked at each of the doors. Names end in {@code .invalid}, so that no test can ever reach anybody. */
final class EgressTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final LookupPolicy BOTH = LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6);

    @Test
    void line_hostThatNobodyNamed_isNotLookedUp() {
        try (Line line = new Egress(Set.of("named.invalid")).line(SOON)) {
            HttpRequest request = request("http://other.invalid/v1");
            assertThatThrownBy(() -> line.send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("nothing goes out to 'other.invalid'")
                    .hasMessageContaining("llama.endpoints");
            assertThatThrownBy(() -> line.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("nothing goes out to 'other.invalid'");
        }
    }

    @Test
    void line_literalAddressThatNobodyNamed_isNotCalled() {
        try (Line line = new Egress(Set.of("named.invalid")).line(SOON)) {
            for (String address : List.of("http://192.0.2.1/", "http://[2001:db8::1]/", "http://127.0.0.1:1/"))
                assertThatThrownBy(() -> line.send(request(address), HttpResponse.BodyHandlers.discarding()))
                        .hasMessageContaining("nothing goes out");
        }
    }

    @Test
    void host_isTheSameInEverySpelling() {
        var egress = new Egress(Set.of("Named.Invalid.", "[2001:DB8::1]"));
        assertThat(egress.leadsTo(URI.create("https://named.invalid/"))).isTrue();
        assertThat(egress.leadsTo(URI.create("https://NAMED.invalid.:8443/x"))).isTrue();
        assertThat(egress.leadsTo(URI.create("https://[2001:db8::1]/"))).isTrue();
        assertThat(egress.leadsTo(URI.create("https://sub.named.invalid/"))).isFalse();
        assertThat(egress.leadsTo(URI.create("https://named.invalid.other.invalid/")))
                .isFalse();
        assertThat(egress.leadsTo(URI.create("https://named.invalid@other.invalid/")))
                .isFalse();
        assertThat(egress.leadsTo(URI.create("file:///named.invalid"))).isFalse();
    }

    @Test
    void process_looksUpNoNameThatNobodyNamed() {
        assertThatThrownBy(() -> InetAddress.getAllByName("library.invalid"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("nothing goes out to 'library.invalid'");
    }

    @Test
    void resolver_asksOnlyForWhatWasNamed() throws IOException {
        var asked = new ArrayList<String>();
        InetAddressResolver guard = new NamedHostsOnly.Guard(answering(asked));
        NamedHostsOnly.name(Set.of("resolver.invalid"));
        assertThat(guard.lookupByName("Resolver.invalid", BOTH)).hasSize(1);
        assertThatThrownBy(() -> guard.lookupByName("else.invalid", BOTH)).isInstanceOf(UnknownHostException.class);
        assertThat(guard.lookupByName("localhost", BOTH)).allMatch(InetAddress::isLoopbackAddress);
        assertThat(guard.lookupByAddress(new byte[] {127, 0, 0, 1})).isEqualTo("localhost");
        assertThatThrownBy(() -> guard.lookupByAddress(new byte[] {(byte) 192, 0, 2, 1}))
                .isInstanceOf(UnknownHostException.class);
        assertThat(asked).containsExactly("Resolver.invalid");
    }

    @Test
    void guardedProcess_callsNobodyElse_andHeedsNoProxy() throws IOException {
        ProxySelector before = Objects.requireNonNull(ProxySelector.getDefault());
        String proxy = System.setProperty("http.proxyHost", "proxy.invalid");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            Egress.guardProcess();
            assertThatThrownBy(() -> connect("192.0.2.1"))
                    .isInstanceOf(NoProxy.NotNamed.class)
                    .hasMessageContaining("nothing goes out to '192.0.2.1'");
            assertThatThrownBy(() -> URI.create("http://192.0.2.1/x.dtd")
                            .toURL()
                            .openStream()
                            .close())
                    .hasMessageContaining("nothing goes out to '192.0.2.1'");
            NamedHostsOnly.name(Set.of("proxied.invalid"));
            assertThat(ProxySelector.getDefault().select(URI.create("http://proxied.invalid/")))
                    .containsExactly(Proxy.NO_PROXY);
            URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            here.toURL().openStream().close();
        } finally {
            server.stop(0);
            ProxySelector.setDefault(before);
            if (proxy == null) System.clearProperty("http.proxyHost");
            else System.setProperty("http.proxyHost", proxy);
        }
    }

    private static void connect(String host) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, 80), 2000);
        }
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static InetAddressResolver answering(List<String> asked) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                asked.add(host);
                return Stream.of(InetAddress.getByAddress(host, new byte[] {(byte) 192, 0, 2, 7}));
            }

            @Override
            public String lookupByAddress(byte[] address) {
                throw new AssertionError("a name is looked up for an address");
            }
        };
    }
}
