package flightline.llama.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls hosts that an administrator named; any other fails with {@link ConnectException}, before its name is looked up. */
public final class Line implements AutoCloseable {
    private final Egress egress;
    private final HttpClient client;

    Line(Egress egress, Duration connect) {
        this.egress = egress;
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException, InterruptedException {
        if (!egress.leadsTo(request.uri())) throw refused(request);
        return client.send(request, body);
    }

    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> body) {
        return egress.leadsTo(request.uri())
                ? client.sendAsync(request, body)
                : CompletableFuture.failedFuture(refused(request));
    }

    private static ConnectException refused(HttpRequest request) {
        return new ConnectException(Host.refusal(request.uri().getHost()));
    }

    /** Breaks off what is under way. */
    public void shutdownNow() {
        client.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
    }
}
