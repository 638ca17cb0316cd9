package flightline.corpus;

import java.util.List;

/**
 * How a text came off its page: from the characters in the file, or recognised in a picture.
 *
 * @param uncertain identifiers and numbers in it that recognition was not sure of, as they were read; in order, each once
 */
public record Reading(boolean recognised, List<String> uncertain) {
    /** Of what was written as characters; nothing about it is uncertain. */
    public static final Reading CHARACTERS = new Reading(false, List.of());

    public Reading {
        uncertain = List.copyOf(uncertain);
        if (!recognised && !uncertain.isEmpty())
            throw new IllegalArgumentException("only recognised text is uncertain, got " + uncertain);
    }

    /** Of words cut from the text. */
    public Reading within(String quote) {
        return new Reading(
                recognised, uncertain.stream().filter(quote::contains).toList());
    }

    /** What a reader must know of it, for example {@code read by text recognition, 98A29008704 uncertain}; mostly empty. */
    public String note() {
        if (!recognised) return "";
        return "read by text recognition"
                + (uncertain.isEmpty() ? "" : ", " + String.join(", ", uncertain) + " uncertain");
    }
}
