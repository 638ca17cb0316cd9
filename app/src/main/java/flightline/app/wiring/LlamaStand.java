package flightline.app.wiring;

import flightline.app.view.HeldAdapter;
import flightline.archive.ModelBook.Entry;
import flightline.corpus.ContentHash;
import flightline.flow.ModelFiles.Standing;
import flightline.flow.ModelFlow;
import flightline.flow.Progress;
import flightline.llama.egress.Egress;
import flightline.llama.runtime.FreeMemory;
import flightline.llama.runtime.InProcessLlama;
import flightline.llama.runtime.LlamaFile;
import flightline.llama.runtime.LlamaLibrary;
import flightline.llama.served.ServedLlama;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelFile;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import flightline.policy.GuardHazards;
import flightline.policy.LlamaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The model that writes: served by the endpoints that are named, else the one in service run in this process, else none. It
 * is opened when it is first needed, a file only after its hash was found to be the one that was added.
 */
public final class LlamaStand implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final LlamaSettings settings;
    private final ModelFlow models;
    private final Path cache;
    private final int processors;
    private final LongSupplier nanos;
    private final Egress egress;
    private @Nullable State state;
    private @Nullable LanguageModel guard;

    /** @param cache folder below which the library that ships is unpacked */
    LlamaStand(
            LlamaSettings settings, ModelFlow models, Path cache, int processors, LongSupplier nanos, Egress egress) {
        this.settings = settings;
        this.models = models;
        this.cache = cache;
        this.processors = processors;
        this.nanos = nanos;
        this.egress = egress;
    }

    /** How it stands with a model that writes. */
    public sealed interface State {
        /** None is set up: answers are quoted. */
        record None() implements State {}

        record Ready(LanguageModel model) implements State {}

        /** One is set up and cannot write; answers are quoted, and an administrator should know why. */
        record Unready(String why) implements State {}
    }

    /** The model that writes, opened when it is first asked for words; empty where none is set up. */
    public Optional<LanguageModel> writer() {
        if (settings.off()) return Optional.empty();
        if (!settings.endpoints().isEmpty())
            return state() instanceof State.Ready(var model) ? Optional.of(model) : Optional.empty();
        return models.held()
                .writing()
                .map(entry -> new Called(new ModelIdentity("in-process", called(entry.name()), entry.sha256(), 0)));
    }

    /** The name of a model with those of the adapters that are laid over it, so that the log tells of them. */
    private String called(String name) {
        var called = new StringBuilder(name);
        for (LlamaSettings.Adapter adapter : settings.of(name))
            called.append('+').append(adapter.file().getFileName());
        return called.toString();
    }

    /** Opens the model with the first request; one that cannot be opened fails each request with the reason. */
    private final class Called implements LanguageModel {
        private final ModelIdentity identity;

        Called(ModelIdentity identity) {
            this.identity = identity;
        }

        @Override
        public ModelIdentity identity() {
            return identity;
        }

        @Override
        public Generation generate(Prompt prompt, Hearer hearer) {
            return switch (state()) {
                case State.Ready(var model) -> model.generate(prompt, hearer);
                case State.Unready(var why) -> new Generation.Failed(why, "", Generation.Usage.NONE);
                case State.None() -> new Generation.Cancelled("", Generation.Usage.NONE);
            };
        }

        /** The stand closes the model. */
        @Override
        public void close() {}
    }

    /** The Llama Guard that is set up, opened with the first reading; throws {@link IllegalArgumentException} where its settings are wrong. */
    Optional<LlamaGuard> guard() {
        return settings.guard().map(set -> {
            var hazards = GuardHazards.shipped().without(set.without());
            if (set.endpoint().isPresent()) {
                var served = new ServedLlama(List.of(set.endpoint().get()), egress, nanos);
                return new LlamaGuard(served, hazards, LlamaGuard.Frame.SERVERS, set.deadline());
            }
            return new LlamaGuard(new OnDemand(set.held()), hazards, LlamaGuard.Frame.OURS, set.deadline());
        });
    }

    /** A held model, opened when it is first asked; what keeps it from being opened is the answer to each request. */
    private final class OnDemand implements LanguageModel {
        private final String name;

        OnDemand(String name) {
            this.name = name;
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity(
                    "in-process",
                    name,
                    models.held().named(name).map(Entry::sha256).orElse(""),
                    0);
        }

        @Override
        public Generation generate(Prompt prompt, Hearer hearer) {
            synchronized (LlamaStand.this) {
                if (guard == null) {
                    switch (of(name)) {
                        case State.Ready(var opened) -> guard = opened;
                        case State.Unready(var why) -> {
                            return new Generation.Failed(why, "", Generation.Usage.NONE);
                        }
                        case State.None() -> {
                            return new Generation.Failed(
                                    "llama.guard names the model " + name + ", which is not held (see: model list)",
                                    "",
                                    Generation.Usage.NONE);
                        }
                    }
                }
            }
            return java.util.Objects.requireNonNull(guard).generate(prompt, hearer);
        }

        /** The stand closes the model. */
        @Override
        public void close() {}
    }

    /** Opens the model at the first call. */
    public synchronized State state() {
        if (state == null) state = open();
        return state;
    }

    /** Opens one that is held, whether it is in service or not; whoever asks closes it. None where there is no such model. */
    public State of(String name) {
        return models.held().named(name).map(this::open).orElseGet(State.None::new);
    }

    private State open() {
        if (settings.off()) return new State.None();
        if (!settings.endpoints().isEmpty())
            return new State.Ready(new ServedLlama(settings.endpoints(), egress, nanos));
        Optional<Entry> entry = models.held().writing();
        return entry.isEmpty() ? new State.None() : open(entry.get());
    }

    /** Opens one that is held to run beside the one in service, on one thread, so that it takes little from it. */
    State beside(String name) {
        return models.held().named(name).map(entry -> open(entry, 1, 1)).orElseGet(State.None::new);
    }

    private State open(Entry entry) {
        return open(entry, settings.threads() > 0 ? settings.threads() : Math.max(1, processors - 1), AT_ONCE);
    }

    private State open(Entry entry, int threads, int atOnce) {
        String what = "the model " + entry.name() + " cannot write: ";
        Standing standing = models.files().standing(entry, Progress.SILENT);
        if (standing != Standing.AS_ADDED) return new State.Unready(what + entry.file() + " " + standing.words());
        return switch (opened(Path.of(entry.file()), entry.name(), entry.sha256(), threads, atOnce)) {
            case InProcessLlama.Opening.Opened(var model) -> new State.Ready(model);
            case InProcessLlama.Opening.Refused(var why) -> new State.Unready(what + why);
        };
    }

    private InProcessLlama.Opening opened(Path path, String name, String sha256, int threads, int atOnce) {
        LlamaLibrary library;
        switch (settings.library().map(LlamaLibrary::open).orElseGet(() -> LlamaLibrary.packed(cache))) {
            case LlamaLibrary.Opening.Opened(var opened) -> library = opened;
            case LlamaLibrary.Opening.Refused(var why) -> {
                return new InProcessLlama.Opening.Refused(why);
            }
        }
        return switch (LlamaFile.check(path)) {
            case LlamaFile.Check.Unfit(var why) -> new InProcessLlama.Opening.Refused(why);
            case LlamaFile.Check.Fit(var file) -> {
                Optional<String> changed = changed(settings.of(name));
                if (changed.isPresent()) yield new InProcessLlama.Opening.Refused(changed.get());
                yield InProcessLlama.open(
                        library,
                        file,
                        new InProcessLlama.Options(
                                called(name),
                                sha256,
                                settings.contextTokens(),
                                atOnce,
                                threads,
                                settings.of(name).stream()
                                        .map(one -> new InProcessLlama.Adapter(one.file(), one.scale()))
                                        .toList(),
                                FreeMemory.bytes()));
            }
        };
    }

    /** The adapters that are named. */
    public List<HeldAdapter> adapters() {
        return settings.adapters().stream()
                .map(one -> held(one, Optional.empty()))
                .toList();
    }

    /** The adapters that are named, each hashed anew. */
    public List<HeldAdapter> checkedAdapters() {
        return settings.adapters().stream()
                .map(one -> held(one, Optional.of(changed(List.of(one)).orElse(""))))
                .toList();
    }

    private static HeldAdapter held(LlamaSettings.Adapter one, Optional<String> checked) {
        return new HeldAdapter(
                one.file(),
                one.model(),
                one.sha256(),
                one.file().toFile().length(),
                one.scale(),
                one.licence(),
                one.source(),
                checked);
    }

    /** Which adapter is not the one that was named, if any. */
    private static Optional<String> changed(List<LlamaSettings.Adapter> adapters) {
        for (LlamaSettings.Adapter adapter : adapters) {
            try {
                String found = sha256(adapter.file());
                if (!found.equals(adapter.sha256()))
                    return Optional.of("the adapter " + adapter.file() + " has the SHA-256 " + found
                            + ", the configuration names " + adapter.sha256());
            } catch (IOException e) {
                return Optional.of("the adapter " + adapter.file() + " cannot be read: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.of(digest).hex();
    }

    /** The head of a model's file. */
    static ModelFile inspect(Path path) {
        return switch (LlamaFile.check(path)) {
            case LlamaFile.Check.Fit(var file) ->
                new ModelFile.Sound(
                        file.name(),
                        "llama",
                        file.quantisation(),
                        (int) Math.min(file.contextTokens(), Integer.MAX_VALUE),
                        file.licence());
            case LlamaFile.Check.Unfit(var why) -> new ModelFile.Unsound(why);
        };
    }

    @Override
    public synchronized void close() {
        if (state instanceof State.Ready(var model)) model.close();
        if (guard != null) guard.close();
        guard = null;
        state = new State.None();
    }
}
