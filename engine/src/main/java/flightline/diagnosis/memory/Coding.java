package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How an entry was coded: system and part. */
final class Coding {
    /** Words of a part's name from which on people write its initials: a generator control unit is a GCU. */
    private static final int INITIALS = 3;

    private Coding() {}

    /** Digits of the code given first: four of a system, two of a chapter alone, none without a code. */
    static String digits(MaintenanceRecord record) {
        if (record.ata().isEmpty()) return "";
        String digits = record.ata().getFirst().replaceAll("[^0-9]", "");
        return digits.length() < 2 ? "" : digits.substring(0, Math.min(4, digits.length()) / 2 * 2);
    }

    /** Four digits, empty where the code names no more than the chapter. */
    static String system(MaintenanceRecord record) {
        String digits = digits(record);
        return digits.length() < 4 || digits.endsWith("00") ? "" : digits;
    }

    static String chapter(MaintenanceRecord record) {
        String digits = digits(record);
        return digits.isEmpty() ? "" : digits.substring(0, 2);
    }

    static String part(MaintenanceRecord record) {
        String part = Wording.lower(record.part()).replaceAll("\\s+", " ").strip();
        return part.equals("unknown") || part.equals("none") || part.equals("n/a") ? "" : part;
    }

    /** Whether both worked on the same part, or the one speaks of the part that the other worked on. */
    static boolean samePart(MaintenanceRecord a, MaintenanceRecord b) {
        String one = part(a);
        String two = part(b);
        return (!one.isEmpty() && one.equals(two)) || speaksOf(b, one) || speaksOf(a, two);
    }

    private static boolean speaksOf(MaintenanceRecord record, String part) {
        if (part.isEmpty()) return false;
        String said = Wording.lower(record.complaint() + "\n" + record.action());
        if (said.contains(part)) return true;
        String[] words = part.split(" ");
        if (words.length >= INITIALS && hasWord(said, initials(words))) return true;
        return words.length > 1 && said.contains(words[0]) && said.contains(words[words.length - 1]);
    }

    private static String initials(String[] words) {
        return Arrays.stream(words).map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean opens = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            boolean closes = end == text.length() || !Character.isLetter(text.charAt(end));
            if (opens && closes) return true;
        }
        return false;
    }
}
