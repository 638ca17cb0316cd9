package flightline.llama.runtime;

import flightline.llama.runtime.GgufInput.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of a LoRA adapter, read before the library is given it. */
final class AdapterFile {
    private AdapterFile() {}

    /** What is wrong with it, in one line; empty if nothing is. */
    static Optional<String> wrong(Path path) {
        try {
            if (!Files.isRegularFile(path)) return Optional.of("there is no adapter " + path);
            var values = GgufHeader.read(path).values();
            if (!"adapter".equals(values.get("general.type")) || !"lora".equals(values.get("adapter.type")))
                return Optional.of(path + " is no LoRA adapter");
            if (!"llama".equals(values.get("general.architecture")))
                return Optional.of(path + " is an adapter for another architecture than llama");
            return Optional.empty();
        } catch (Broken e) {
            return Optional.of(path + ": " + e.getMessage());
        } catch (IOException e) {
            return Optional.of(path + " cannot be read: " + e.getMessage());
        }
    }
}
