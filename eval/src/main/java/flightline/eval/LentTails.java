package flightline.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lends the first {@value #RECORDS} real records without a registration one of a few tails and a day, at random but always the same, so that what is held
 * for the same fault among real words can be read and judged. Which aircraft a record was of is not known; only the words are real.
 */
public final class LentTails {
    private static final int TAILS = 3;
    private static final int RECORDS = 1200;
    private static final int DAYS = 720;
    private static final long SEED = 29;

    private LentTails() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2)
            throw new IllegalArgumentException("give a file of records, JSON lines, and the file to write");
        var json = new ObjectMapper();
        var random = new Random(SEED);
        List<String> lent = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0])).stream()
                .limit(RECORDS)
                .toList()) {
            ObjectNode record = (ObjectNode) json.readTree(line);
            record.put("tail", "T" + random.nextInt(TAILS));
            record.put(
                    "day",
                    LocalDate.of(2024, 1, 1).plusDays(random.nextInt(DAYS)).toString());
            lent.add(json.writeValueAsString(record));
        }
        Files.write(Path.of(arguments[1]), lent);
    }
}
