package flightline.search;

import flightline.corpus.MaintenanceRecord;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** How maintenance records are laid out in the index. */
final class RecordFields {
    static final String ID = "id";
    static final String AIRCRAFT = "aircraft";
    static final String MODEL = "model";
    static final String COMPLAINT = "complaint";
    static final String NARRATIVE = "narrative";
    static final String PART = "part";
    static final String VECTOR = "vector";
    static final String STORED = "stored";
    /** Its label; absent for a record taken in before there were markings, which has none. */
    static final String MARKING = "marking";
    /** Days since 1970-01-01; absent for a record without a date, and for one taken in before this field was kept. */
    static final String DAY = "day";

    private RecordFields() {}

    static Document of(MaintenanceRecord entry, float[] vector) {
        var doc = new Document();
        doc.add(new StringField(ID, entry.id().value(), Field.Store.NO));
        doc.add(new SortedDocValuesField(ID, new BytesRef(entry.id().value())));
        doc.add(new StringField(AIRCRAFT, folded(entry.aircraft()), Field.Store.NO));
        doc.add(new StringField(MARKING, entry.marking().label(), Field.Store.NO));
        doc.add(new StringField(MODEL, folded(entry.model()), Field.Store.NO));
        doc.add(new TextField(COMPLAINT, complaint(entry), Field.Store.NO));
        doc.add(new TextField(NARRATIVE, entry.narrative(), Field.Store.NO));
        doc.add(new TextField(PART, entry.part() + "\n" + entry.partNumber(), Field.Store.NO));
        doc.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        entry.date().ifPresent(date -> doc.add(new NumericDocValuesField(DAY, date.toEpochDay())));
        doc.add(new StoredField(STORED, RecordForm.write(entry)));
        return doc;
    }

    /** Of a record, what tells whose it is and when; it is found by no word. */
    static Document trace(String id, String aircraft, String marking, OptionalLong day) {
        var doc = new Document();
        doc.add(new StringField(ID, id, Field.Store.NO));
        doc.add(new SortedDocValuesField(ID, new BytesRef(id)));
        doc.add(new StringField(AIRCRAFT, folded(aircraft), Field.Store.NO));
        doc.add(new StringField(MARKING, marking, Field.Store.NO));
        day.ifPresent(epochDay -> doc.add(new NumericDocValuesField(DAY, epochDay)));
        return doc;
    }

    /** What was complained of; sources that do not part it from the rest give the whole text. */
    static String complaint(MaintenanceRecord entry) {
        return entry.complaint().isBlank() ? entry.narrative() : entry.complaint();
    }

    static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
