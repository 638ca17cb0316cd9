package flightline.search;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.TableMarks;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** How catalogue entries and passages are laid out in the index. */
final class PassageFields {
    static final String IS = "is";
    static final String IS_ENTRY = "entry";
    /** An entry that waits for a second person; nothing but its key, its file and itself is kept of it. */
    static final String IS_QUARANTINED = "quarantined";
    /** Key of a catalogue entry, on the entry itself. */
    static final String ENTRY = "entry";
    /** Key of the catalogue entry that a passage belongs to, on the passage. */
    static final String OF = "of";

    /** Document identity as it is, on entries. */
    static final String IDENTITY = "identity";
    /** Document identity in lower case, on passages. */
    static final String DOCUMENT = "document";

    static final String SOURCE = "source";
    static final String LIBRARY = "library";
    static final String MARKING = "marking";
    static final String APPLICABILITY = "applicability";
    static final String UNDECIDED = "?";
    static final String KIND = "kind";
    static final String FORMAT = "format";
    static final String STATUS = "status";
    static final String ATA = "ata";
    /** Epoch days; changed in place when a revision is superseded, so they are doc values only. */
    static final String FROM = "from";

    static final String UNTIL = "until";
    static final String ORDINAL = "ordinal";
    /** Words of text, context, headings and title, each as often as its field weighs: one list of words is searched faster than four. */
    static final String WORDS = "words";

    /** This and the next three on passages that were taken in before they were held as one. */
    static final String TEXT = "text";

    static final String CONTEXT = "context";
    static final String PATH = "path";
    static final String TITLE = "title";
    static final String VECTOR = "vector";
    /** What a passage looks like; on every passage but those taken in before this field was kept. */
    static final String LOOK = "look";

    static final String LOOKS_LIKE_TABLE = "table";
    static final String LOOKS_LIKE_TEXT = "text";
    static final String STORED = "stored";

    private static final Pattern CHAPTER = Pattern.compile("(?<![\\d-])(\\d\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?(?![\\d-])");
    private static final Pattern SECTION = Pattern.compile("(?<![\\d-])(\\d\\d)-(\\d\\d)(?:-(\\d\\d))?(?![\\d-])");

    private PassageFields() {}

    static Document entry(HeldDocument held) {
        var doc = new Document();
        doc.add(new StringField(ENTRY, held.key(), Field.Store.NO));
        doc.add(new StringField(IS, IS_ENTRY, Field.Store.NO));
        doc.add(new StringField(IDENTITY, held.header().id().value(), Field.Store.NO));
        doc.add(new StringField(SOURCE, held.source().hex(), Field.Store.NO));
        doc.add(new NumericDocValuesField(FROM, from(held)));
        doc.add(new NumericDocValuesField(UNTIL, until(held)));
        doc.add(new StoredField(STORED, EntryForm.write(held)));
        return doc;
    }

    /** No query for entries or identities meets it, nor one for passages, for there are none. */
    static Document quarantined(HeldDocument held) {
        var doc = new Document();
        doc.add(new StringField(ENTRY, held.key(), Field.Store.NO));
        doc.add(new StringField(IS, IS_QUARANTINED, Field.Store.NO));
        doc.add(new StringField(SOURCE, held.source().hex(), Field.Store.NO));
        doc.add(new StoredField(STORED, EntryForm.write(held)));
        return doc;
    }

    static Document passage(HeldDocument held, Passage passage, Meant meant) {
        var header = held.header();
        var doc = new Document();
        doc.add(new StringField(OF, held.key(), Field.Store.YES));
        doc.add(new NumericDocValuesField(ORDINAL, passage.ordinal()));
        doc.add(new NumericDocValuesField(FROM, from(held)));
        doc.add(new NumericDocValuesField(UNTIL, until(held)));
        term(doc, DOCUMENT, header.id().value());
        term(doc, LIBRARY, held.library());
        doc.add(new StringField(MARKING, header.marking().label(), Field.Store.NO));
        doc.add(new StringField(APPLICABILITY, applicability(passage), Field.Store.NO));
        term(doc, KIND, passage.kind().name());
        term(doc, KIND, header.kind().name());
        term(doc, FORMAT, header.format());
        term(doc, STATUS, header.status().name());
        for (String code : ata(held, passage)) doc.add(new StringField(ATA, code, Field.Store.NO));
        words(doc, TEXT, passage.text());
        words(doc, CONTEXT, passage.context());
        words(doc, PATH, String.join("\n", passage.path()));
        words(doc, TITLE, header.title());
        doc.add(new StringField(LOOK, look(passage), Field.Store.NO));
        doc.add(new KnnFloatVectorField(VECTOR, meant.whole(), VectorSimilarityFunction.DOT_PRODUCT));
        doc.add(new StoredField(STORED, PassageForm.write(passage, meant.pieces())));
        return doc;
    }

    private static void words(Document doc, String field, String text) {
        doc.add(new WeighedText(WORDS, text, Math.round(Tuning.PASSAGES.fields().getOrDefault(field, 1f))));
    }

    /** Lucene's terms end at 32,766 bytes; what is longer counts as undecided and is never left out. */
    private static String applicability(Passage passage) {
        String canonical = passage.applicability().canonical();
        return canonical.length() > 8000 ? UNDECIDED : canonical;
    }

    private static String look(Passage passage) {
        boolean table = passage.kind() == PassageKind.PARAGRAPH && TableMarks.in(passage.text());
        return table ? LOOKS_LIKE_TABLE : LOOKS_LIKE_TEXT;
    }

    private static void term(Document doc, String field, String value) {
        doc.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    static long from(HeldDocument held) {
        return held.inForceFrom().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }

    static long until(HeldDocument held) {
        return held.inForceUntil().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }

    /** The codes of the document and of the headings, each with the codes above it, digits only. */
    private static Set<String> ata(HeldDocument held, Passage passage) {
        var codes = new LinkedHashSet<String>();
        for (String code : held.header().ata()) ataCode(code).ifPresent(digits -> withParents(digits, codes));
        for (String heading : passage.path()) {
            var found = SECTION.matcher(heading);
            while (found.find()) withParents(digits(found.group()), codes);
        }
        return codes;
    }

    /** {@code 32-41} as {@code 3241}; absent where the text is no ATA code. */
    static Optional<String> ataCode(String text) {
        String code = text.strip();
        if (code.matches("\\d{2}|\\d{4}|\\d{6}")) return Optional.of(code);
        var found = CHAPTER.matcher(code);
        return found.find() ? Optional.of(digits(found.group())) : Optional.empty();
    }

    /** As names of kinds and standings are held: {@code Data module} and {@code data-module} as {@code data_module}. */
    static String term(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static String digits(String code) {
        return code.replace("-", "");
    }

    private static void withParents(String digits, Set<String> codes) {
        for (int length = 2; length <= Math.min(6, digits.length()); length += 2)
            codes.add(digits.substring(0, length));
    }
}
