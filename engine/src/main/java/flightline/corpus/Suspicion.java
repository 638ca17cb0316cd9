package flightline.corpus;

import java.util.Locale;

/**
 * Something in a file that a person must look at before its text may be found: it is hidden from readers, or is made to
 * act on programs instead of telling something to people.
 *
 * @param place where it is, for example {@code page 3} or {@code word/vbaProject.bin}; empty where it is the whole file
 * @param detail what was seen, in words for a librarian; quotes at most a line of it
 */
public record Suspicion(Kind kind, String place, String detail) {

    /** What is suspected. */
    public enum Kind {
        /** Text that a reader cannot see: white on white, of no size, off the page, behind a picture, in a layer that is off. */
        HIDDEN_TEXT,
        /** Words that command a language model rather than inform a technician. */
        AIMED_AT_A_MODEL,
        /** A program that runs when the document is opened or used in its own application. */
        MACRO,
        /** Scripts, forms that send, actions that start something, references that fetch. */
        ACTIVE_CONTENT,
        /** A file inside the file. */
        ATTACHMENT,
        /** A part that opens only with a password. */
        ENCRYPTED_PART;

        /** In words, for example {@code hidden text}. */
        public String display() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** In one line, for example {@code hidden text (page 3): white on white, "…"}. */
    public String display() {
        return kind.display() + (place.isEmpty() ? "" : " (" + place + ")") + ": " + detail;
    }
}
