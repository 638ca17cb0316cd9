package flightline.ingest.manuals;

/** The numbers that a level of steps has when printed: A, (1), (a), 1, a. */
final class StepLabels {
    private StepLabels() {}

    /**
     * @param level 1 for the outermost
     * @param count 1 for the first
     */
    static String ispec(int level, int count) {
        return switch (level) {
            case 1 -> letters(count, 'A');
            case 2 -> "(" + count + ")";
            case 3 -> "(" + letters(count, 'a') + ")";
            case 4, 6 -> Integer.toString(count);
            default -> letters(count, 'a');
        };
    }

    /** As {@link #ispec}, in the way of work packages: 1, a, (1), (a), 1, a. */
    static String workPackage(int level, int count) {
        return switch (level) {
            case 3 -> "(" + count + ")";
            case 4 -> "(" + letters(count, 'a') + ")";
            case 2, 6 -> letters(count, 'a');
            default -> Integer.toString(count);
        };
    }

    /** A to Z, then AA, AB and so on. */
    private static String letters(int count, char first) {
        var label = new StringBuilder();
        for (int rest = count; rest > 0; rest = (rest - 1) / 26) label.insert(0, (char) (first + (rest - 1) % 26));
        return label.toString();
    }
}
