package flightline.llama.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * llama.cpp's library, opened and found to be the one this code was written for. One is enough for a process; it stays
 * loaded until the process ends, as native code cannot be taken out safely.
 */
@SuppressWarnings("restricted") // native access is what this room is for
public final class LlamaLibrary {
    /** Of llama.cpp. Its structures change without notice, so another version is refused. */
    public static final String VERSION = "0.5.0";

    private final Native calls;
    private final NativeLog log;
    private final Path file;

    private LlamaLibrary(Native calls, NativeLog log, Path file) {
        this.calls = calls;
        this.log = log;
        this.file = file;
    }

    /** What came of opening. */
    public sealed interface Opening {
        record Opened(LlamaLibrary library) implements Opening {}

        /** In one line, for an administrator. */
        record Refused(String why) implements Opening {}
    }

    /** The library that came with this build, unpacked below {@code cache} the first time. */
    public static Opening packed(Path cache) {
        try {
            Optional<Path> folder = NativeFolder.in(cache);
            if (folder.isEmpty())
                return new Opening.Refused("this build has no libllama for " + NativeFolder.platform()
                        + "; build it where npm is installed, or name a libllama " + VERSION + " of your own");
            Optional<Path> library = NativeFolder.library(folder.get());
            if (library.isEmpty()) return new Opening.Refused(folder.get() + " holds no libllama; delete it");
            return open(library.get());
        } catch (IOException e) {
            return new Opening.Refused("libllama could not be unpacked below " + cache + ": " + e.getMessage());
        }
    }

    /** A library of the administrator's own; the libraries of ggml lie beside it or are found by the system. */
    public static Opening open(Path library) {
        Path file = library.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isRegularFile(file)) return new Opening.Refused("there is no file " + file);
        try {
            if (!isLibrary(file)) return new Opening.Refused(file + " is no library for any system");
            SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
            Optional<String> wrong = Native.wrongVersion(symbols);
            if (wrong.isPresent()) return new Opening.Refused(file + " " + wrong.get());
            var log = new NativeLog();
            var calls = new Native(symbols.or(ggml(folder)), log);
            if (!calls.layoutsFit())
                return new Opening.Refused(
                        file + " calls itself " + VERSION + " but its structures are laid out otherwise");
            calls.begin(folder);
            return new Opening.Opened(new LlamaLibrary(calls, log, file));
        } catch (IllegalArgumentException e) {
            return new Opening.Refused(
                    file + " is no library for this system, or lacks one that it needs: " + firstLine(e));
        } catch (MissingCall e) {
            return new Opening.Refused(file + " lacks " + e.getMessage() + ", which llama.cpp " + VERSION + " has");
        } catch (IOException e) {
            return new Opening.Refused(folder + " cannot be read: " + e.getMessage());
        }
    }

    /** Where the library lies. */
    public Path file() {
        return file;
    }

    Native calls() {
        return calls;
    }

    NativeLog log() {
        return log;
    }

    /** By its first bytes; the Java machine prints warnings when it is given another kind of file. */
    private static boolean isLibrary(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(4);
            if (begin.length < 4) return false;
            boolean linux = begin[0] == 0x7f && begin[1] == 'E' && begin[2] == 'L' && begin[3] == 'F';
            boolean windows = begin[0] == 'M' && begin[1] == 'Z';
            boolean mac = (begin[0] & 0xff) == 0xcf || (begin[0] & 0xff) == 0xca;
            return linux || windows || mac;
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** The processors' code is found through libggml, which some builds keep in a file of its own. */
    private static SymbolLookup ggml(Path folder) throws IOException {
        try (var beside = Files.newDirectoryStream(folder, "*ggml*")) {
            for (Path file : beside) {
                String name = file.getFileName().toString();
                boolean front = name.startsWith("libggml.") || name.startsWith("ggml.");
                if (front) return SymbolLookup.libraryLookup(file, Arena.global());
            }
        }
        return name -> Optional.<MemorySegment>empty();
    }

    /** A function that the library should have. */
    static final class MissingCall extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingCall(String name) {
            super(name);
        }
    }
}
