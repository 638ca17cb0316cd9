package flightline.app.view;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An adapter that is laid over a model, as it is named and as it lies on the disk.
 *
 * @param model name of the model it was trained on
 * @param sha256 as it was named
 * @param bytes size of its file, 0 where it is gone
 * @param checked why neither it nor its model is loaded, empty text where it is the one that was named; absent where nobody looked at its bytes
 */
public record HeldAdapter(
        Path file,
        String model,
        String sha256,
        long bytes,
        float scale,
        String licence,
        String source,
        Optional<String> checked) {
    /** Name of its file. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** Whether its bytes are known not to be those that were named. */
    public boolean isWrong() {
        return checked.filter(why -> !why.isEmpty()).isPresent();
    }
}
