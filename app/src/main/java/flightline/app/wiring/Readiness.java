package flightline.app.wiring;

import flightline.flow.Request;
import flightline.policy.Decision;
import flightline.policy.Principal;
import flightline.search.IndexTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether everything is loaded and in order that an answer needs. Safe for several threads. */
public final class Readiness {
    /** Under this much free space the next entry of the log may be the last. */
    private static final long LITTLE_DISK = 64L << 20;

    private final Wiring wiring;
    private volatile boolean warm;
    private volatile String model = "";

    Readiness(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * One thing that an answer needs.
     *
     * @param fact in words, for an administrator
     */
    public record Part(String name, boolean ready, String fact) {}

    /** Loads embedder, gate, index and what was learned by ranking a complaint of nobody's; it is not answered, so nothing is logged. */
    public void warmUp() {
        Principal us = Principal.localUser();
        var request = new Request(
                "warm-up",
                "hydraulic pressure low",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wiring.settings().today(),
                5,
                Set.of(),
                us);
        if (wiring.gate().decide(request.text(), us) instanceof Decision.Allowed(var scope)) {
            var ignored = wiring.diagnose().rank(request, scope);
        }
        warm = true;
        // It may take minutes to open and only writes what can be quoted without it, so nobody waits for it.
        Thread.ofVirtual().name("opening the model").start(() -> model = model());
    }

    private String model() {
        return switch (wiring.llama().state()) {
            case LlamaStand.State.None() -> "none: answers are quoted";
            case LlamaStand.State.Ready(var opened) ->
                "ready: " + opened.identity().name();
            case LlamaStand.State.Unready(var why) -> why;
        };
    }

    /** Each part, in the order in which an answer needs them. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Part("loaded", warm, warm ? "embedder, gate and index" : "still loading"));
        parts.add(index());
        Optional<String> trouble = wiring.audit().trouble();
        parts.add(new Part("audit", trouble.isEmpty(), trouble.orElse("entries can be written")));
        parts.add(state());
        parts.add(disk());
        // Without a model, or while it is opened, answers are quoted: that is no reason not to ask.
        parts.add(new Part("model", true, model.isEmpty() ? "being opened" : model));
        return parts;
    }

    /** Passages in the index. */
    public long passages() {
        return wiring.passages().passageCount();
    }

    /** Records in the index. */
    public long records() {
        return wiring.records().count();
    }

    private Part index() {
        try {
            return new Part("index", true, passages() + " passages, " + records() + " records");
        } catch (IndexTrouble | UncheckedIOException trouble) {
            return new Part("index", false, String.valueOf(trouble.getMessage()));
        }
    }

    private Part state() {
        try {
            // Whether anybody may sign in is asked with each request, so whoever can tell can be asked.
            var ignored = wiring.state().cabinet().stamp("people/people.json");
            return new Part("state", true, wiring.state().shared() ? "in a database" : "in files");
        } catch (UncheckedIOException trouble) {
            return new Part("state", false, String.valueOf(trouble.getMessage()));
        }
    }

    private Part disk() {
        Path root = wiring.folder().root();
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            return new Part("disk", free >= LITTLE_DISK, (free >> 20) + " MiB free");
        } catch (IOException e) {
            return new Part("disk", false, "cannot tell the free space of " + root + ": " + e.getMessage());
        }
    }
}
