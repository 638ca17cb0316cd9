package flightline.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column may mean: the fields of a maintenance record that a mapping fills. */
public enum TargetField {
    ID("id"),
    DATE("date"),
    AIRCRAFT("aircraft"),
    MODEL("model"),
    SERIAL("serial"),
    COMPLAINT("complaint"),
    ACTION("action"),
    NARRATIVE("narrative"),
    PART("part"),
    PART_NUMBER("partNumber"),
    CONDITION("condition"),
    ATA("ata"),
    REFERENCES("references"),
    MARKING("marking"),
    SOURCE("source");

    private final String key;

    TargetField(String key) {
        this.key = key;
    }

    /** As it is written in a mapping file. */
    public String key() {
        return key;
    }

    static Optional<TargetField> ofKey(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(TargetField::key).toList();
    }
}
