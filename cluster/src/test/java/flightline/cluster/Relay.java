package flightline.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands on the loopback interface before a real server, and fails as networks and servers do: by count, so that a test is the same each time. */
public final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean silent;

    /** @param server port on the loopback interface */
    public Relay(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends so many connections from now on as soon as they are made, and those that are open at once. */
    public void refuse(int connections) throws IOException {
        refusals.set(connections);
        cut();
    }

    /** Ends all connections. */
    public void cut() throws IOException {
        for (Socket each : open) each.close();
    }

    /** Takes what is sent, from now on, and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    private void serve() {
        try {
            while (true) {
                Socket caller = door.accept();
                if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) caller.close();
                else Thread.ofVirtual().start(() -> between(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void between(Socket caller) {
        try (caller;
                var to = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(caller);
            open.add(to);
            var back = Thread.ofVirtual().start(() -> answer(to, caller));
            ask(caller, to);
            back.join();
        } catch (IOException gone) {
            // As it is meant.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
        }
    }

    private void ask(Socket caller, Socket to) throws IOException {
        InputStream in = caller.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] some = new byte[1 << 16];
        for (int read = in.read(some); read > 0; read = in.read(some)) {
            if (silent) continue;
            out.write(some, 0, read);
            out.flush();
        }
        to.close();
    }

    private static void answer(Socket from, Socket caller) {
        try (caller;
                from) {
            byte[] some = new byte[1 << 16];
            InputStream in = from.getInputStream();
            for (int read = in.read(some); read > 0; read = in.read(some))
                caller.getOutputStream().write(some, 0, read);
        } catch (IOException gone) {
            // Whoever asked is gone.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
