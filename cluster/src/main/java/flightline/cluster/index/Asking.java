package flightline.cluster.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import flightline.search.IndexTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * Asks a cluster over HTTP: within a deadline, another host where one fails, again where that may help, and no more often than
 * a budget allows. Safe for several threads.
 */
final class Asking implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 4;
    /** To each host. */
    private static final int CONNECTIONS = 10;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final IndexAddress address;
    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    private final RetryBudget budget = new RetryBudget();

    Asking(IndexAddress address, Credentials credentials) {
        this.address = address;
        HttpHost[] hosts = address.hosts().stream()
                .map(each -> new HttpHost(address.tls() ? "https" : "http", each.host(), each.port()))
                .toArray(HttpHost[]::new);
        var connections = connections(address);
        var builder = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setRequestConfigCallback(
                        c -> c.setResponseTimeout(Timeout.ofSeconds(120)).setRedirectsEnabled(false))
                .setHttpClientConfigCallback(
                        c -> c.disableRedirectHandling().useSystemProperties().setConnectionManager(connections));
        credentials
                .header()
                .ifPresent(value -> builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", value)}));
        this.transport = builder.build();
        this.client = new OpenSearchGenericClient(transport);
    }

    private static AsyncClientConnectionManager connections(IndexAddress address) {
        var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS * address.hosts().size())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT))
                        .build());
        if (address.tls())
            connections.setTlsStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(Authorities.of(address))
                    .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                    .buildAsync());
        return connections.build();
    }

    IndexAddress address() {
        return address;
    }

    /** Asks with a JSON body; an answer that is no success comes back as it is, unless nobody could answer. */
    Reply ask(String method, String path, Map<String, String> parameters, JsonNode body, Duration deadline) {
        return tried(method, path, parameters, body.isMissingNode() ? "" : body.toString(), deadline);
    }

    /** The same with lines of JSON, for many at a time. */
    Reply lines(String path, Map<String, String> parameters, String lines, Duration deadline) {
        return tried("POST", path, parameters, lines, deadline);
    }

    Reply get(String path, Map<String, String> parameters, Duration deadline) {
        return tried("GET", path, parameters, "", deadline);
    }

    private Reply tried(String method, String path, Map<String, String> parameters, String body, Duration deadline) {
        String met = "";
        Throwable cause = new IOException("nothing was sent");
        for (int tries = 0; tries < TRIES; tries++) {
            if (tries > 0) {
                if (!budget.allows()) break;
                pause(PAUSE.multipliedBy(1L << tries));
            }
            try {
                Reply reply = once(method, path, parameters, body, deadline);
                if (!reply.maySucceedLater()) {
                    budget.succeeded();
                    return reply;
                }
                met = reply.reason();
                cause = new IOException(met);
            } catch (TimeoutException late) {
                throw away("no answer within " + deadline.toSeconds() + " s", late);
            } catch (IOException failed) {
                met = said(failed);
                cause = failed;
            }
        }
        throw Authorities.refused(cause) ? Authorities.refusal(address, met, cause) : away(met, cause);
    }

    private Reply once(String method, String path, Map<String, String> parameters, String body, Duration deadline)
            throws IOException, TimeoutException {
        var request = Requests.builder().method(method).endpoint(path).query(parameters);
        var sent = body.isEmpty()
                ? request.build()
                : request.body(Body.from(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json"))
                        .build();
        CompletableFuture<Response> answer = client.executeAsync(sent);
        try (Response response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElse(new byte[0]);
            return new Reply(response.getStatus(), read(bytes));
        } catch (ExecutionException e) {
            answer.cancel(true);
            // The client takes a host off its list for such an answer, and tells it as a failure.
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
                if (cause instanceof ResponseException told) return new Reply(told.status(), read(told));
            if (e.getCause() instanceof IOException io) throw io;
            throw new IOException(said(e.getCause() == null ? e : e.getCause()), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw late;
        }
    }

    /** The body of an answer, which stands in the message behind the request; missing where there is none. */
    private static JsonNode read(ResponseException told) {
        String message = String.valueOf(told.getMessage());
        int body = message.indexOf('{');
        try {
            return body < 0 ? MissingNode.getInstance() : JSON.readTree(message.substring(body));
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(byte[] bytes) throws IOException {
        if (bytes.length == 0) return MissingNode.getInstance();
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException notJson) {
            throw new IOException("the answer is no JSON; is this an OpenSearch?", notJson);
        }
    }

    /** What was met, as trouble: by what is known of it, with what to do. */
    IndexTrouble trouble(String doing, Reply reply) {
        var cause = new IOException(reply.reason());
        if (reply.status() == 401 || (reply.status() == 403 && !reply.isBlocked()))
            return new IndexTrouble.Away(
                    address,
                    "the cluster does not let us in (HTTP " + reply.status() + ")",
                    "check FLIGHTLINE_INDEX_USER and FLIGHTLINE_INDEX_PASSWORD, or FLIGHTLINE_INDEX_API_KEY, and what that user may do",
                    cause);
        if (reply.isBlocked()) return new IndexTrouble.Unusable(address, doing, new IOException(blocked(reply)));
        return new IndexTrouble.Unusable(address, doing, cause);
    }

    private static String blocked(Reply reply) {
        if (reply.reason().contains("flood-stage"))
            return "its disks are full (flood stage); free space or add a node, the cluster then takes writes again by itself";
        if (reply.reason().contains("no master") || reply.reason().contains("no cluster manager"))
            return "the cluster has no manager; look at its nodes";
        return "it is read-only; lift index.blocks or cluster.blocks on it";
    }

    IndexTrouble.Away away(String why, Throwable cause) {
        return new IndexTrouble.Away(
                address,
                why,
                "nothing is lost: see whether the cluster's nodes run and can be reached, then try again",
                cause);
    }

    private static String said(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        String message = deepest.getMessage();
        String line = (message == null ? deepest.getClass().getSimpleName() : message).replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Names of all hosts, for messages. */
    List<String> hosts() {
        return address.hosts().stream().map(IndexAddress.HostPort::toString).toList();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new IndexTrouble.Unusable(address, "closed", e);
        }
    }
}
