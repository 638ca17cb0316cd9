package flightline.acceptance.watch;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;

/** Tries to get out in every way that is known; each attempt must be noted. To addresses that nobody has. */
public final class Attempts {
    private Attempts() {}

    /** Runs them all, whatever becomes of each. */
    public static void main(String[] arguments) throws Exception {
        attempt(() -> InetAddress.getAllByName("name.invalid"));
        attempt(() -> InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}).getCanonicalHostName());
        attempt(() -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("192.0.2.1", 80), 500);
            }
            return "";
        });
        attempt(() -> {
            try (var channel = SocketChannel.open()) {
                return channel.connect(new InetSocketAddress("192.0.2.1", 80));
            }
        });
        attempt(() -> {
            try (var socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[1], 1, new InetSocketAddress("192.0.2.1", 53)));
            }
            return "";
        });
        attempt(() -> URI.create("http://192.0.2.1/x.dtd").toURL().openStream().read());
        attempt(() -> {
            try (var client = HttpClient.newHttpClient()) {
                return client.send(
                        HttpRequest.newBuilder(URI.create("http://192.0.2.1/")).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        });
        // Past the JDK: only what watches the kernel sees it.
        attempt(() -> new ProcessBuilder("bash", "-c", "exec 3<>/dev/udp/192.0.2.1/53")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor());
    }

    private static void attempt(Callable<?> way) throws Exception {
        try {
            System.out.println("came to " + way.call());
        } catch (IOException | RuntimeException forbidden) {
            System.out.println("was forbidden: " + forbidden);
        }
    }
}
