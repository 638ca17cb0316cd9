package flightline.drafting.datamodule;

import flightline.corpus.DocumentHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data module code, for example {@code LT46-A-29-11-01-00A-520A-A}.
 *
 * @param attributes of the element {@code dmCode}, in the standard's order
 * @param placeholder whether nobody gave it: it stands for one that a person has to give
 */
public record ModuleCode(Map<String, String> attributes, boolean placeholder) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:DMC-)?([A-Z0-9]{2,14})-([A-Z0-9]{1,4})-([A-Z0-9]{2,3})-"
                    + "([A-Z0-9])([A-Z0-9])-([A-Z0-9]{2}|[A-Z0-9]{4})-([A-Z0-9]{2})([A-Z0-9]{1,3})-([A-Z0-9]{3})([A-Z0-9])-([A-DT])");

    private static final String[] NAMES = {
        "modelIdentCode",
        "systemDiffCode",
        "systemCode",
        "subSystemCode",
        "subSubSystemCode",
        "assyCode",
        "disassyCode",
        "disassyCodeVariant",
        "infoCode",
        "infoCodeVariant",
        "itemLocationCode"
    };
    private static final Pattern ATA = Pattern.compile("(\\d{2})-(\\d)(\\d)(?:-(\\d{2}))?");

    public ModuleCode {
        attributes = new LinkedHashMap<>(attributes);
    }

    /** As somebody wrote it, with or without {@code DMC-} before it; absent where it is none. */
    public static Optional<ModuleCode> parse(String written) {
        return read(written, false);
    }

    /** One that cannot be taken for a real one; of what it is about only the ATA code is kept that the source gives. */
    static ModuleCode placeholder(DocumentHeader header) {
        String system = header.ata().stream()
                .map(ATA::matcher)
                .filter(Matcher::matches)
                .map(ata -> ata.group(1) + "-" + ata.group(2) + ata.group(3) + "-"
                        + (ata.group(4) == null ? "00" : ata.group(4)))
                .findFirst()
                .orElse("00-00-00");
        return read("PLACEHOLDER-A-" + system + "-00A-XXXA-A", true).orElseThrow();
    }

    private static Optional<ModuleCode> read(String written, boolean placeholder) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) return Optional.empty();
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < NAMES.length; i++) attributes.put(NAMES[i], parts.group(i + 1));
        return Optional.of(new ModuleCode(attributes, placeholder));
    }

    /** As a file is named by it, without the issue. */
    public String display() {
        var a = attributes;
        return String.join(
                "-",
                "DMC",
                a.get("modelIdentCode"),
                a.get("systemDiffCode"),
                a.get("systemCode"),
                a.get("subSystemCode") + a.get("subSubSystemCode"),
                a.get("assyCode"),
                a.get("disassyCode") + a.get("disassyCodeVariant"),
                a.get("infoCode") + a.get("infoCodeVariant"),
                a.get("itemLocationCode"));
    }
}
