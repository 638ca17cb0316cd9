package flightline.corpus;

/** Identity of a maintenance record in its source system. */
public record RecordId(String value) {
    public RecordId {
        if (value.isBlank()) throw new IllegalArgumentException("record id must not be blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
