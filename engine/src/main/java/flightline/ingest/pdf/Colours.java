package flightline.ingest.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.jspecify.annotations.Nullable;

/** Colours as the eye has them: red, green, blue, 0 to 1. */
final class Colours {
    private Colours() {}

    /** White. */
    static float[] paper() {
        return new float[] {1, 1, 1};
    }

    /** Empty where it is not one colour, or cannot be told. */
    static float[] of(@Nullable PDColor colour) {
        try {
            if (colour == null || colour.getColorSpace() == null || colour.getColorSpace() instanceof PDPattern)
                return new float[0];
            float[] parts = colour.getComponents();
            return switch (colour.getColorSpace().getName()) {
                case "DeviceGray" -> new float[] {parts[0], parts[0], parts[0]};
                case "DeviceRGB" -> parts.clone();
                case "DeviceCMYK" ->
                    new float[] {
                        (1 - parts[0]) * (1 - parts[3]),
                        (1 - parts[1]) * (1 - parts[3]),
                        (1 - parts[2]) * (1 - parts[3])
                    };
                default -> colour.getColorSpace().toRGB(parts);
            };
        } catch (IOException | RuntimeException unknown) {
            return new float[0];
        }
    }
}
