package flightline.ingest.ocr;

/**
 * A page as a picture in greys.
 *
 * @param dotsPerInch at which the page was drawn
 * @param greys row by row from the top, 0 black to 255 white; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes: one array, never copied, never compared
public record PageImage(int width, int height, int dotsPerInch, byte[] greys) {
    private static final int DARK = 128;

    public PageImage {
        if (width < 1 || height < 1 || greys.length != width * height)
            throw new IllegalArgumentException(
                    "a picture of " + width + " by " + height + " needs as many greys, got " + greys.length);
    }

    /** Whether there is ink at the column {@code x} and the row {@code y}, both counted from 0 at the upper left. */
    public boolean dark(int x, int y) {
        return (greys[y * width + x] & 0xFF) < DARK;
    }

    /** Turned by quarters clockwise. */
    public PageImage turned(int quarters) {
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> turnedOnce();
            case 2 -> turnedOnce().turnedOnce();
            case 3 -> turnedOnce().turnedOnce().turnedOnce();
            default -> this;
        };
    }

    private PageImage turnedOnce() {
        var turned = new byte[greys.length];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = greys[y * width + x];
        return new PageImage(/* width= */ height, /* height= */ width, dotsPerInch, turned);
    }
}
