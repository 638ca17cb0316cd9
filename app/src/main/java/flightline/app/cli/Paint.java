package flightline.app.cli;

import java.util.regex.Pattern;

/** Colours of the terminal, or none. */
record Paint(boolean on) {
    /** What an ink is turned on and off by. */
    static final Pattern INK = Pattern.compile("\u001b\\[(?:[012]|1;31|3[236])m");

    String bold(String text) {
        return with("1", text);
    }

    String faint(String text) {
        return with("2", text);
    }

    String red(String text) {
        return with("1;31", text);
    }

    String amber(String text) {
        return with("33", text);
    }

    String green(String text) {
        return with("32", text);
    }

    String blue(String text) {
        return with("36", text);
    }

    private String with(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
