package flightline.library.page;

/** Counts headings and steps of one page block: 1. A. (1) (a) 1 - the order that maintenance manuals use. */
final class Numbering {
    private int heading;
    private int letter;
    private final int[] steps = new int[4];

    /** A new page block: everything begins anew. */
    void startPageBlock() {
        heading = 0;
        startTask();
    }

    /** A new task: its letters and steps begin anew. */
    void startTask() {
        letter = 0;
        startSteps(1);
    }

    String heading(int level) {
        startSteps(1);
        if (level == 1) {
            heading++;
            letter = 0;
            return heading + ".";
        }
        letter++;
        return (char) ('A' + letter - 1) + ".";
    }

    String step(int level) {
        steps[level]++;
        startSteps(level + 1);
        return switch (level) {
            case 1 -> "(" + steps[1] + ")";
            case 2 -> "(" + (char) ('a' + steps[2] - 1) + ")";
            default -> Integer.toString(steps[3]);
        };
    }

    private void startSteps(int from) {
        for (int i = from; i < steps.length; i++) {
            steps[i] = 0;
        }
    }
}
