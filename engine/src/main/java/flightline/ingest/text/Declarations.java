package flightline.ingest.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a style says of one element, by property, in lower case. Only what can hide text is understood. */
record Declarations(Map<String, String> properties) {
    static final Declarations NONE = new Declarations(Map.of());

    private static final Pattern LENGTH =
            Pattern.compile("([-+]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9}))(px|pt|em|rem|%|vw|vh|in|cm|mm|ex|ch)?");
    private static final Pattern FUNCTION = Pattern.compile("rgba?\\(([^)]*)\\)");
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("white", 0xFFFFFF),
            Map.entry("snow", 0xFFFAFA),
            Map.entry("ivory", 0xFFFFF0),
            Map.entry("ghostwhite", 0xF8F8FF),
            Map.entry("whitesmoke", 0xF5F5F5),
            Map.entry("black", 0),
            Map.entry("red", 0xFF0000),
            Map.entry("green", 0x008000),
            Map.entry("blue", 0x0000FF),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("orange", 0xFFA500),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("navy", 0x000080),
            Map.entry("maroon", 0x800000));

    /** A colour, each part 0 to 255, and how much of what lies behind it is covered, 0 to 1. */
    record Colour(int red, int green, int blue, double alpha) {
        static final Colour PAPER = new Colour(255, 255, 255, 1);

        /** Whether the eye finds no contrast between them. */
        boolean like(Colour other) {
            return Math.abs(red - other.red) <= 13
                    && Math.abs(green - other.green) <= 13
                    && Math.abs(blue - other.blue) <= 13;
        }

        private static Colour of(int rgb) {
            return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 1);
        }
    }

    /** Reads {@code name: value; …}; what is no declaration is passed over. */
    static Declarations read(String style) {
        if (style.isBlank()) return NONE;
        var properties = new HashMap<String, String>();
        for (String one : style.split(";")) {
            int colon = one.indexOf(':');
            if (colon <= 0) continue;
            String value = one.substring(colon + 1)
                    .toLowerCase(Locale.ROOT)
                    .replace("!important", "")
                    .strip();
            properties.put(one.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
        }
        return new Declarations(Map.copyOf(properties));
    }

    /** These, and where they are silent the others. */
    Declarations over(Declarations others) {
        if (properties.isEmpty()) return others;
        if (others.properties.isEmpty()) return this;
        var all = new HashMap<>(others.properties);
        all.putAll(properties);
        return new Declarations(Map.copyOf(all));
    }

    boolean is(String property, String value) {
        return value.equals(properties.get(property));
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    String value(String property) {
        return properties.getOrDefault(property, "");
    }

    /** A plain number, or a share in percent as part of one. */
    OptionalDouble number(String property) {
        Matcher read = LENGTH.matcher(value(property));
        if (!read.matches()) return OptionalDouble.empty();
        double number = Double.parseDouble(read.group(1));
        return OptionalDouble.of("%".equals(read.group(2)) ? number / 100 : number);
    }

    /**
     * A length in pixels of the screen.
     *
     * @param em what {@code 1em} is here, in pixels
     */
    OptionalDouble pixels(String property, double em) {
        Matcher read = LENGTH.matcher(value(property));
        if (!read.matches()) return OptionalDouble.empty();
        double number = Double.parseDouble(read.group(1));
        String unit = read.group(2) == null ? "px" : read.group(2);
        return OptionalDouble.of(number
                * switch (unit) {
                    case "pt" -> 96.0 / 72;
                    case "em" -> em;
                    case "rem" -> 16;
                    case "%" -> em / 100;
                    case "ex", "ch" -> em / 2;
                    case "in" -> 96;
                    case "cm" -> 96 / 2.54;
                    case "mm" -> 96 / 25.4;
                    case "vw", "vh" -> 10;
                    default -> 1;
                });
    }

    /** A colour written as name, number or function; absent where it is another kind of value. */
    static Optional<Colour> colour(String value) {
        if (value.equals("transparent")) return Optional.of(new Colour(0, 0, 0, 0));
        if (NAMED.containsKey(value)) return Optional.of(Colour.of(NAMED.getOrDefault(value, 0)));
        if (value.matches("#[0-9a-f]{3,4}")) {
            var twice = new StringBuilder("#");
            for (int i = 1; i < value.length(); i++)
                twice.append(value.charAt(i)).append(value.charAt(i));
            return colour(twice.toString());
        }
        if (value.matches("#[0-9a-f]{6}")) return Optional.of(Colour.of(Integer.parseInt(value.substring(1), 16)));
        if (value.matches("#[0-9a-f]{8}")) {
            Colour solid = Colour.of(Integer.parseInt(value.substring(1, 7), 16));
            double alpha = Integer.parseInt(value.substring(7), 16) / 255.0;
            return Optional.of(new Colour(solid.red, solid.green, solid.blue, alpha));
        }
        Matcher function = FUNCTION.matcher(value);
        return function.matches() ? function(function.group(1)) : Optional.empty();
    }

    private static Optional<Colour> function(String arguments) {
        String[] parts = arguments.strip().split("[\\s,/]+");
        if (parts.length < 3 || parts.length > 4) return Optional.empty();
        var numbers = new double[] {0, 0, 0, 1};
        for (int i = 0; i < parts.length; i++) {
            Matcher part = LENGTH.matcher(parts[i]);
            if (!part.matches()) return Optional.empty();
            numbers[i] = Double.parseDouble(part.group(1));
            if ("%".equals(part.group(2))) numbers[i] *= i == 3 ? 0.01 : 2.55;
        }
        return Optional.of(new Colour((int) numbers[0], (int) numbers[1], (int) numbers[2], numbers[3]));
    }
}
