package flightline.search;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;

/** A maintenance record as bytes, as the index stores it. */
final class RecordForm {
    private RecordForm() {}

    static byte[] write(MaintenanceRecord entry) {
        var other = new TreeMap<>(entry.other());
        return new StoredWriter()
                .text(entry.id().value())
                .date(entry.date())
                .text(entry.aircraft())
                .text(entry.model())
                .text(entry.serial())
                .text(entry.complaint())
                .text(entry.action())
                .text(entry.narrative())
                .text(entry.part())
                .text(entry.partNumber())
                .text(entry.condition())
                .texts(entry.ata())
                .texts(entry.references())
                .text(entry.source())
                .texts(other.keySet())
                .texts(other.values())
                .text(entry.marking().label())
                .bytes();
    }

    static MaintenanceRecord read(BytesRef bytes) {
        var in = new StoredReader(bytes);
        return new MaintenanceRecord(
                new RecordId(in.text()),
                in.date(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.texts(),
                in.texts(),
                in.text(),
                other(in),
                marking(in));
    }

    /** Records taken in before there were markings have none. */
    private static Marking marking(StoredReader in) {
        return in.more() ? new Marking(in.text()) : Marking.UNMARKED;
    }

    private static Map<String, String> other(StoredReader in) {
        var names = in.texts();
        var values = in.texts();
        var other = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) other.put(names.get(i), values.get(i));
        return other;
    }
}
