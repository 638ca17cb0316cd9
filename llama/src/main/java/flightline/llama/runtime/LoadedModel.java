package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Weights and vocabulary of one file, held by the library until closed. Reading them is safe from several threads. */
@SuppressWarnings("restricted") // native access is what this room is for
final class LoadedModel implements AutoCloseable {
    private final Native calls;
    private final MemorySegment model;
    private final MemorySegment vocabulary;

    private LoadedModel(Native calls, MemorySegment model) {
        this.calls = calls;
        this.model = model;
        this.vocabulary = Native.call(() -> (MemorySegment) calls.modelVocabulary.invokeExact(model));
    }

    /** Maps the file into memory; empty where the library refuses it, and the library's log says why. */
    static Optional<LoadedModel> load(Native calls, Path file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(file.toString());
            var params =
                    Native.call(() -> (MemorySegment) calls.modelDefaultParams.invokeExact((SegmentAllocator) arena));
            MemorySegment found = Native.call(() -> (MemorySegment) calls.modelLoad.invokeExact(path, params));
            return found.equals(MemorySegment.NULL) ? Optional.empty() : Optional.of(new LoadedModel(calls, found));
        }
    }

    MemorySegment address() {
        return model;
    }

    MemorySegment vocabulary() {
        return vocabulary;
    }

    int vocabularySize() {
        return Native.call(() -> (int) calls.vocabularySize.invokeExact(vocabulary));
    }

    /** Length of a vector inside the model. */
    int width() {
        return Native.call(() -> (int) calls.modelWidth.invokeExact(model));
    }

    /** The template of the file; empty if it has none. */
    String template() {
        MemorySegment found =
                Native.call(() -> (MemorySegment) calls.modelTemplate.invokeExact(model, MemorySegment.NULL));
        return found.equals(MemorySegment.NULL)
                ? ""
                : found.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /** Whether writing ends with this token. */
    boolean ends(int token) {
        return Native.call(() -> (boolean) calls.isEnd.invokeExact(vocabulary, token));
    }

    /**
     * Tokens of a text.
     *
     * @param begin whether the sign for the beginning comes first, where the model wants one
     * @param control whether names of control tokens become these tokens; never for words of others
     */
    int[] tokens(String text, boolean begin, boolean control) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocateFrom(JAVA_BYTE, bytes);
            // A token stands for at least one byte, but for the few that the library adds.
            int room = bytes.length + 8;
            MemorySegment into = arena.allocate(JAVA_INT, room);
            int count = Native.call(
                    () -> (int) calls.tokenize.invokeExact(vocabulary, from, bytes.length, into, room, begin, control));
            if (count < 0) throw new IllegalStateException("a text of " + bytes.length + " bytes has too many tokens");
            return into.asSlice(0, (long) count * Integer.BYTES).toArray(JAVA_INT);
        }
    }

    /** Bytes that a token stands for, perhaps a part of a character; none for a control token. */
    byte[] piece(int token) {
        try (Arena arena = Arena.ofConfined()) {
            for (int room = 64; ; room *= 8) {
                int held = room;
                MemorySegment into = arena.allocate(held);
                int length = Native.call(
                        () -> (int) calls.tokenToPiece.invokeExact(vocabulary, token, into, held, 0, false));
                if (length >= 0) return into.asSlice(0, length).toArray(JAVA_BYTE);
            }
        }
    }

    /** The conversation as the template wants it, up to where the model begins; empty for a template not known. */
    Optional<String> conversation(String template, List<String> roles, List<String> contents) {
        try (Arena arena = Arena.ofConfined()) {
            long step = Layouts.CHAT_MESSAGE.byteSize();
            MemorySegment messages = arena.allocate(Layouts.CHAT_MESSAGE, roles.size());
            for (int i = 0; i < roles.size(); i++) {
                messages.set(ADDRESS, i * step, arena.allocateFrom(roles.get(i)));
                messages.set(ADDRESS, i * step + ADDRESS.byteSize(), arena.allocateFrom(contents.get(i)));
            }
            MemorySegment wanted = arena.allocateFrom(template);
            int room = 65_536;
            MemorySegment into = arena.allocate(room);
            long count = roles.size();
            int length =
                    Native.call(() -> (int) calls.applyTemplate.invokeExact(wanted, messages, count, true, into, room));
            if (length < 0 || length > room) return Optional.empty();
            return Optional.of(new String(into.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        Native.run(() -> {
            calls.modelFree.invokeExact(model);
        });
    }
}
