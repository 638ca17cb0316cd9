package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.corpus.ContentHash;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a bundle of rules says of itself.
 *
 * @param version names the rules in every decision: letters, digits, {@code .}, {@code _}, {@code -}, at most 80
 * @param date it was made, year-month-day
 * @param files SHA-256 of each file in lower-case hexadecimal, by the file's name
 */
public record BundleManifest(String version, String date, Map<String, String> files) {
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    public BundleManifest {
        if (version == null || date == null || files == null)
            throw new PolicyFault(PolicyBundle.MANIFEST + ": 'version', 'date' and 'files' are needed");
        files = new TreeMap<>(files);
        if (!VERSION.matcher(version).matches())
            throw new PolicyFault(PolicyBundle.MANIFEST
                    + ": 'version' may hold letters, digits, '.', '_' and '-', at most 80, got '" + version + "'");
        try {
            LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new PolicyFault(
                    PolicyBundle.MANIFEST + ": 'date' must be a day such as 2027-06-30, got '" + date + "'", e);
        }
    }

    /** The one that fits these files. */
    static BundleManifest of(String version, LocalDate date, Map<String, String> texts) {
        var hashes = new TreeMap<String, String>();
        texts.forEach((name, text) -> hashes.put(name, ContentHash.of(text).hex()));
        return new BundleManifest(version, date.toString(), hashes);
    }

    /** Throws {@link PolicyFault} saying what is wrong. */
    static BundleManifest read(String json) {
        try {
            BundleManifest manifest = new ObjectMapper().readValue(json, BundleManifest.class);
            if (manifest == null) throw new PolicyFault(PolicyBundle.MANIFEST + " is empty");
            return manifest;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof PolicyFault fault) throw fault;
            throw new PolicyFault(PolicyBundle.MANIFEST + ": " + e.getOriginalMessage(), e);
        }
    }

    String json() {
        try {
            return new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(this)
                            .replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
