package flightline.ingest.pdf;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import flightline.ingest.inspection.Excerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * What of a PDF stays closed while its pages open: files inside that are encrypted, streams under a filter of their own, a
 * document inside of which the pages are only the cover. ISO 32000-2, 7.6.
 */
final class Encryption {
    private static final String NAME = "/Encrypt";
    /** Of the same length, so that every offset in the file stays true. */
    private static final String SET_ASIDE = "/EncrypX";

    private static final int DEEP = 8;
    private static final int MOST = 20;
    private static final int LOOKED_INTO = 8 << 20;

    private final Set<Suspicion> found = new LinkedHashSet<>();

    private Encryption() {}

    /**
     * The file as one that is not encrypted, where it asks a password for nothing but the files inside it; absent where its
     * pages need one.
     */
    static Optional<byte[]> withOpenPages(byte[] bytes) {
        return setAside(bytes)
                .filter(open -> dictionary(open)
                        .filter(d -> d.getInt(COSName.V) >= 4 && plain(d, COSName.STM_F) && plain(d, COSName.STR_F))
                        .isPresent());
    }

    /** Whether it opens with something else than a password, such as a certificate. */
    static boolean otherThanByPassword(byte[] bytes) {
        return setAside(bytes)
                .flatMap(Encryption::dictionary)
                .filter(d -> !"Standard".equals(d.getNameAsString(COSName.FILTER)))
                .isPresent();
    }

    /** What is said of a file of which only the files inside are encrypted. */
    static Suspicion ofFilesInside() {
        return new Suspicion(
                Kind.ENCRYPTED_PART,
                "document",
                "the files inside it open only with a password; its pages open without");
    }

    private static boolean plain(COSDictionary encryption, COSName filter) {
        COSName named = encryption.getCOSName(filter);
        return named == null || COSName.IDENTITY.equals(named);
    }

    private static Optional<byte[]> setAside(byte[] bytes) {
        byte[] name = NAME.getBytes(StandardCharsets.US_ASCII);
        Optional<byte[]> changed = Optional.empty();
        for (int i = 0; i + name.length < bytes.length; i++) {
            if (bytes[i] != '/' || !stands(bytes, i, name) || Character.isLetterOrDigit(bytes[i + name.length]))
                continue;
            byte[] copy = changed.orElseGet(bytes::clone);
            System.arraycopy(SET_ASIDE.getBytes(StandardCharsets.US_ASCII), 0, copy, i, name.length);
            changed = Optional.of(copy);
        }
        return changed;
    }

    private static boolean stands(byte[] bytes, int at, byte[] name) {
        for (int i = 0; i < name.length; i++) if (bytes[at + i] != name[i]) return false;
        return true;
    }

    private static Optional<COSDictionary> dictionary(byte[] setAside) {
        try (PDDocument document = Loader.loadPDF(setAside)) {
            return document.getDocument().getTrailer().getDictionaryObject(SET_ASIDE.substring(1))
                            instanceof COSDictionary dictionary
                    ? Optional.of(dictionary)
                    : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** What stays closed of a document that was opened. */
    static List<Suspicion> parts(PDDocument document, byte[] bytes) {
        var parts = new Encryption();
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        parts.files(catalogue.getDictionaryObject("AF"), "document");
        if (catalogue.getDictionaryObject("Names") instanceof COSDictionary names)
            parts.tree(names.getDictionaryObject("EmbeddedFiles"), 0);
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            COSDictionary of = page.getCOSObject();
            parts.files(of.getDictionaryObject("AF"), "page " + number);
            if (of.getDictionaryObject("Annots") instanceof COSArray annotations)
                for (int i = 0; i < annotations.size(); i++)
                    if (annotations.getObject(i) instanceof COSDictionary annotation)
                        parts.file(annotation.getDictionaryObject("FS"), "page " + number);
        }
        if (document.isEncrypted() && namesAFilter(bytes)) parts.streams(document.getDocument());
        return List.copyOf(parts.found).subList(0, Math.min(MOST, parts.found.size()));
    }

    private void tree(@Nullable COSBase tree, int depth) {
        if (depth > DEEP || !(tree instanceof COSDictionary node)) return;
        if (node.getDictionaryObject("Names") instanceof COSArray names)
            for (int i = 1; i < names.size() && found.size() < MOST; i += 2) file(names.getObject(i), "document");
        if (node.getDictionaryObject("Kids") instanceof COSArray kids)
            for (int i = 0; i < kids.size() && i < 1_000; i++) tree(kids.getObject(i), depth + 1);
    }

    private void files(@Nullable COSBase files, String place) {
        if (files instanceof COSArray several)
            for (int i = 0; i < several.size() && found.size() < MOST; i++) file(several.getObject(i), place);
        else file(files, place);
    }

    private void file(@Nullable COSBase specification, String place) {
        if (!(specification instanceof COSDictionary file)) return;
        if (file.getDictionaryObject("EP") instanceof COSDictionary payload)
            wrapper(place, payload.getNameAsString("Subtype"));
        else if ("EncryptedPayload".equals(file.getNameAsString("AFRelationship"))) wrapper(place, null);
        if (!(file.getDictionaryObject("EF") instanceof COSDictionary kept)) return;
        for (String key : List.of("UF", "F"))
            if (kept.getDictionaryObject(key) instanceof COSStream stream && closed(stream)) {
                String name = file.getString(COSName.UF, file.getString(COSName.F, ""));
                suspect(place, "an encrypted file inside: " + Excerpt.of(name));
                return;
            }
    }

    private void wrapper(String place, @Nullable String scheme) {
        suspect(
                place,
                "an encrypted document lies inside" + (scheme == null ? "" : " (" + Excerpt.of(scheme) + ")")
                        + "; what is read here is only its cover");
    }

    /** An archive or a PDF that asks for a password itself; what cannot be decoded is closed for sure. */
    private static boolean closed(COSStream stream) {
        try (var in = stream.createInputStream()) {
            byte[] head = in.readNBytes(LOOKED_INTO);
            boolean archive = head.length > 7 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
            if (archive) return (head[6] & 1) == 1;
            boolean pdf = head.length > 4 && head[0] == '%' && head[1] == 'P' && head[2] == 'D' && head[3] == 'F';
            return pdf && setAside(head).isPresent();
        } catch (IOException | RuntimeException unread) {
            return String.valueOf(unread.getMessage()).contains("crypt");
        }
    }

    /** Whether the bytes name the filter that decrypts a stream by itself; letters may be written by their codes. */
    private static boolean namesAFilter(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '/') continue;
            int at = i + 1;
            var name = new StringBuilder();
            while (at < bytes.length && name.length() < 6) {
                int c = bytes[at++];
                if (c == '#' && at + 1 < bytes.length) {
                    int code = Character.digit(bytes[at], 16) * 16 + Character.digit(bytes[at + 1], 16);
                    at += 2;
                    c = code;
                }
                if (!Character.isLetter(c)) break;
                name.append((char) c);
            }
            if (name.toString().equals("Crypt")) return true;
        }
        return false;
    }

    private void streams(COSDocument document) {
        var keys = new ArrayList<COSObjectKey>(document.getXrefTable().keySet());
        for (COSObjectKey key : keys) {
            if (found.size() >= MOST) return;
            COSObject object = document.getObjectFromPool(key);
            if (!(object.getObject() instanceof COSStream stream)) continue;
            List<String> filters = names(stream.getDictionaryObject(COSName.FILTER));
            for (int i = 0; i < filters.size(); i++)
                if (filters.get(i).equals("Crypt")) {
                    String named = parameters(stream.getDictionaryObject(COSName.DECODE_PARMS), i);
                    if (!named.equals("Identity"))
                        suspect("object " + key.getNumber(), "encrypted by itself (filter " + Excerpt.of(named) + ")");
                }
        }
    }

    private static List<String> names(@Nullable COSBase filters) {
        if (filters instanceof COSName one) return List.of(one.getName());
        var names = new ArrayList<String>();
        if (filters instanceof COSArray several)
            for (int i = 0; i < several.size(); i++)
                names.add(several.getObject(i) instanceof COSName name ? name.getName() : "");
        return names;
    }

    private static String parameters(@Nullable COSBase parameters, int index) {
        COSBase one = parameters instanceof COSArray several && index < several.size()
                ? several.getObject(index)
                : parameters;
        String named = one instanceof COSDictionary of ? of.getNameAsString(COSName.NAME) : null;
        return named == null ? "Identity" : named;
    }

    private void suspect(String place, String detail) {
        if (found.size() < MOST) found.add(new Suspicion(Kind.ENCRYPTED_PART, place, detail));
    }
}
