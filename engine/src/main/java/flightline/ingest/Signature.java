package flightline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file's bytes are.
 *
 * @param seems in words with an article, for example {@code a ZIP archive}
 */
record Signature(FileKind kind, String seems) {
    private static final int HEAD = 1024;
    private static final Pattern PROLOG = Pattern.compile(
            "\\A(?:\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s[^>\\[]*(?:\\[.*?\\]\\s*)?>)", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("\\A<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)[\\s/>]");
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdown", "mkd");
    private static final Set<String> ASCIIDOC = Set.of("adoc", "asciidoc", "asc");
    private static final Set<String> RESTRUCTURED = Set.of("rst", "rest");
    private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
    private static final Set<String> SGML = Set.of("sgm", "sgml");
    private static final Set<String> GRAPHICS =
            Set.of("jpg", "jpeg", "png", "gif", "svg", "cgm", "tif", "tiff", "bmp", "webp");
    /** Text, but no prose: read as documents these would only fill the index with noise. */
    private static final Set<String> NOT_PROSE = Set.of(
            "csv",
            "tsv",
            "json",
            "jsonl",
            "ndjson",
            "yaml",
            "yml",
            "toml",
            "ini",
            "css",
            "js",
            "ts",
            "java",
            "py",
            "sh",
            "bat",
            "c",
            "h",
            "cpp",
            "sql",
            "dtd",
            "ent",
            "mod",
            "properties");

    /** The first entry's keys, in any order. */
    private static final Pattern CODE_TABLE = Pattern.compile(
            "\\A\\s*\\[\\s*\\{(?=[^{}]{0,400}\"Chapter\"\\s*:)(?=[^{}]{0,400}\"Number\"\\s*:)(?=[^{}]{0,400}\"Name\"\\s*:)");

    private record Magic(String start, FileKind kind, String seems) {}

    /** First bytes as Latin-1 characters. */
    private static final List<Magic> MAGIC = List.of(
            new Magic("\u0089PNG\r\n", FileKind.GRAPHIC, "a PNG graphic"),
            new Magic("\u00FF\u00D8\u00FF", FileKind.GRAPHIC, "a JPEG graphic"),
            new Magic("GIF8", FileKind.GRAPHIC, "a GIF graphic"),
            new Magic("II*\0", FileKind.GRAPHIC, "a TIFF graphic"),
            new Magic("MM\0*", FileKind.GRAPHIC, "a TIFF graphic"),
            new Magic("BEGMF", FileKind.GRAPHIC, "a CGM graphic"),
            new Magic("\u00D0\u00CF\u0011\u00E0", FileKind.COMPOUND, "an old Office document"),
            new Magic("\u001F\u008B", FileKind.ARCHIVE, "a gzip archive"),
            new Magic("7z\u00BC\u00AF", FileKind.OTHER, "a 7z archive"),
            new Magic("Rar!", FileKind.OTHER, "a RAR archive"),
            new Magic("{\\rtf", FileKind.OTHER, "an RTF document (save it as DOCX)"),
            new Magic("%!PS", FileKind.OTHER, "a PostScript file"),
            new Magic("PAR1", FileKind.OTHER, "a Parquet table"),
            new Magic("SQLite format 3", FileKind.OTHER, "a SQLite database"),
            new Magic("\u007FELF", FileKind.OTHER, "a program"),
            new Magic("MZ\u0090\0", FileKind.OTHER, "a program"));

    /** Looks at the bytes; the extension (lower case, no dot) decides only between kinds that look alike. */
    static Signature of(byte[] bytes, String extension) {
        // Before PDF: an archive may carry one in its first bytes.
        if (ZipLook.isZip(bytes)) return ZipLook.of(bytes);
        if (isTar(bytes)) return new Signature(FileKind.ARCHIVE, "a tar archive");
        if (isPdf(bytes, extension)) return new Signature(FileKind.PDF, "a PDF");
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGIC) if (head.startsWith(magic.start())) return new Signature(magic.kind(), magic.seems());
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8))
            return new Signature(FileKind.GRAPHIC, "a WebP graphic");
        // A binary CGM opens with element 1 of class 0, whose parameter length is in the low five bits.
        if (extension.equals("cgm") && head.length() > 2 && head.charAt(0) == 0 && (head.charAt(1) & 0xE0) == 0x20)
            return new Signature(FileKind.GRAPHIC, "a CGM graphic");
        if (head.startsWith("<\0?\0") || head.startsWith("\0<\0?")) return new Signature(FileKind.XML, "UTF-16 XML");
        String text = DecodedText.of(bytes).text();
        if (isBinary(text)) return new Signature(FileKind.OTHER, "binary data");
        return ofText(text, extension);
    }

    static boolean isTar(byte[] bytes) {
        return bytes.length > 512 && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** Whether a PDF header stands first, or, as readers allow, after some foreign bytes in a file that is named so or is no text. */
    static boolean isPdf(byte[] bytes, String extension) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("%PDF-");
        return at >= 0 && (head.substring(0, at).isBlank() || extension.equals("pdf") || isBinary(head));
    }

    /** The kind that a file's name promises; {@code OTHER} where it promises none that could be contradicted. */
    static FileKind claimedBy(String extension) {
        if (extension.equals("pdf")) return FileKind.PDF;
        if (extension.equals("xml")) return FileKind.XML;
        if (SGML.contains(extension)) return FileKind.SGML;
        if (HTML.contains(extension)) return FileKind.HTML;
        if (MARKDOWN.contains(extension)) return FileKind.MARKDOWN;
        if (ASCIIDOC.contains(extension)) return FileKind.ASCIIDOC;
        if (extension.equals("eml") || extension.equals("mbox")) return FileKind.EMAIL;
        if (extension.equals("docx")) return FileKind.WORD;
        if (extension.equals("xlsx")) return FileKind.SPREADSHEET;
        if (extension.equals("pptx")) return FileKind.SLIDES;
        if (RESTRUCTURED.contains(extension)) return FileKind.RESTRUCTURED_TEXT;
        if (extension.equals("txt")) return FileKind.PLAIN_TEXT;
        if (GRAPHICS.contains(extension)) return FileKind.GRAPHIC;
        return FileKind.OTHER;
    }

    private static Signature ofText(String text, String extension) {
        String body = afterProlog(text);
        var root = ROOT.matcher(body);
        String name = root.find() ? root.group(1).toLowerCase(Locale.ROOT) : "";
        boolean declared = text.stripLeading().startsWith("<?xml");
        if (name.equals("html") || text.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14))
            return new Signature(FileKind.HTML, "HTML");
        if (name.equals("svg")) return new Signature(FileKind.GRAPHIC, "an SVG graphic");
        // Markdown and plain text may open with a tag or a comment; without an XML declaration their name decides.
        FileKind claimed = claimedBy(extension);
        if (declared || claimed == FileKind.XML) return new Signature(FileKind.XML, "XML");
        if (claimed == FileKind.SGML || SgmlShape.known(text)) return new Signature(FileKind.SGML, "SGML");
        if (MailShape.known(text, claimed == FileKind.EMAIL)) return new Signature(FileKind.EMAIL, "an e-mail");
        if (CODE_TABLE.matcher(text).find()) return new Signature(FileKind.CODE_TABLE, "a table of JASC codes");
        if (PassageShape.known(text)) return new Signature(FileKind.PASSAGES, "JSON lines of passages");
        if (claimed == FileKind.HTML) return new Signature(FileKind.HTML, "HTML");
        if (claimed == FileKind.MARKDOWN) return new Signature(claimed, "Markdown");
        if (claimed == FileKind.ASCIIDOC) return new Signature(claimed, "AsciiDoc");
        if (claimed == FileKind.RESTRUCTURED_TEXT) return new Signature(claimed, "reStructuredText");
        if (claimed != FileKind.PLAIN_TEXT && NOT_PROSE.contains(extension))
            return new Signature(FileKind.OTHER, "a table, data or a program in text form (." + extension + ")");
        if (claimed != FileKind.PLAIN_TEXT && !name.isEmpty())
            return Set.of("head", "body", "div", "p", "table", "h1").contains(name)
                    ? new Signature(FileKind.HTML, "HTML")
                    : new Signature(FileKind.XML, "XML");
        return new Signature(FileKind.PLAIN_TEXT, "plain text");
    }

    private static String afterProlog(String text) {
        String rest = text.substring(0, Math.min(text.length(), 64 * HEAD));
        for (var prolog = PROLOG.matcher(rest); prolog.find(); prolog = PROLOG.matcher(rest))
            rest = rest.substring(prolog.end());
        return rest;
    }

    private static boolean isBinary(String text) {
        if (text.indexOf('\0') >= 0) return true;
        int sample = Math.min(text.length(), 8 * HEAD);
        long controls = text.chars()
                .limit(sample)
                .filter(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27)
                .count();
        return controls * 20 > sample;
    }
}
