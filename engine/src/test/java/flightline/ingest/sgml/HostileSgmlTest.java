package flightline.ingest.sgml;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.manuals.Ispec2200Parser;
import flightline.ingest.manuals.Mil40051Parser;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.xml.XmlDocuments;
import flightline.ingest.xml.XmlStandard;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm: each is an outcome with its reason, soon, and nothing outside the file is opened. */
@Timeout(30)
final class HostileSgmlTest {
    private static final List<XmlStandard> STANDARDS =
            List.of(new S1000dParser(), new Ispec2200Parser(), new Mil40051Parser());

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hostile(String name, FileKind kind, byte[] bytes, String reason) {
        Hostile(String name, FileKind kind, String text, String reason) {
            this(name, kind, text.getBytes(StandardCharsets.UTF_8), reason);
        }
    }

    private static String read(FileKind kind, byte[] bytes) {
        var reader = new Reader(List.of(new XmlDocuments(STANDARDS), new SgmlDocuments(STANDARDS)));
        return String.valueOf(reader.read(new SourceFile(Path.of("hostile"), ContentHash.of(bytes), kind, bytes)));
    }

    private static String in(String subset, String content) {
        return "<!DOCTYPE amm [" + subset + "]><amm model=x><title>t</title><pgblk><para>" + content + "</pgblk></amm>";
    }

    private static String bomb() {
        var subset = new StringBuilder("<!ENTITY e0 '<para>boom</para>'>");
        for (int i = 1; i < 12; i++)
            subset.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        return in(subset.toString(), "&e11;");
    }

    private static Stream<Hostile> files() {
        return Stream.of(
                new Hostile("deep nesting", FileKind.SGML, "<amm>" + "<a>".repeat(200_000), "nest deeper than 256"),
                new Hostile(
                        "deep lists",
                        FileKind.SGML,
                        "<amm>" + "<list1><l1item>".repeat(50_000),
                        "nest deeper than 256"),
                new Hostile("entity bomb", FileKind.SGML, bomb(), "refused as an entity bomb"),
                new Hostile(
                        "many references",
                        FileKind.SGML,
                        in("<!ENTITY e '<b>x</b>'>", "&e;".repeat(20_000)),
                        "refused as an entity bomb"),
                new Hostile(
                        "entity within itself",
                        FileKind.SGML,
                        in("<!ENTITY a '<b>&b;</b>'><!ENTITY b '&a;'>", "&a;"),
                        "refers to itself"),
                new Hostile("huge attribute", FileKind.SGML, "<amm model=\"" + "x".repeat(8_000_000), "is not closed"),
                new Hostile(
                        "huge closed attribute",
                        FileKind.SGML,
                        "<amm model=\"" + "x ".repeat(500_000) + "\"><title>t</title></amm>",
                        "at most 200 are read"),
                new Hostile(
                        "many attributes",
                        FileKind.SGML,
                        "<amm " + "a1 b2 c3 ".repeat(3) + many() + "></amm>",
                        "has more than 1000 attributes"),
                new Hostile(
                        "unclosed everything",
                        FileKind.SGML,
                        "<amm><chapter><section><subject><pgblk><task><topic><subtask><list1><l1item><para>x",
                        "it is cut off"),
                new Hostile(
                        "unclosed comments",
                        FileKind.SGML,
                        "<amm>" + "<!-- ".repeat(100_000),
                        "a comment is not closed"),
                new Hostile(
                        "unclosed marked sections",
                        FileKind.SGML,
                        "<amm><![IGNORE[" + "<![".repeat(100_000),
                        "a marked section is not closed"),
                new Hostile(
                        "end tags only",
                        FileKind.SGML,
                        "<amm><title>t</title>" + "</x>".repeat(300_000) + "</amm>",
                        "more slips of the same sort"),
                new Hostile(
                        "brackets only",
                        FileKind.SGML,
                        "<amm>" + "<".repeat(500_000) + "&".repeat(500_000) + "</amm>",
                        "Parsed"),
                new Hostile(
                        "unclosed document type",
                        FileKind.SGML,
                        "<!DOCTYPE amm [" + "<!ENTITY a '".repeat(50_000),
                        "is not closed"),
                new Hostile(
                        "table of one million columns",
                        FileKind.SGML,
                        "<amm><title>t</title><pgblk><table><tgroup cols=999999999><tbody><row><entry morerows=999999999>x"
                                + "</table></pgblk></amm>",
                        "Parsed"),
                new Hostile(
                        "wrong encoding",
                        FileKind.SGML,
                        "<amm><title>Schr\u00e4nkung</title></amm>".getBytes(Charset.forName("windows-1252")),
                        "not valid UTF-8 at byte 16; read as windows-1252"),
                new Hostile(
                        "binary",
                        FileKind.SGML,
                        new byte[] {'<', 'a', 'm', 'm', '>', 0, 1, 2, -1, -2},
                        "it is cut off"),
                new Hostile(
                        "effectivity of numbers without end",
                        FileKind.SGML,
                        "<amm><title>t</title><pgblk><effect effrg='" + "9".repeat(200_000) + "'><para>x</pgblk></amm>",
                        "Parsed"),
                new Hostile(
                        "work packages within each other",
                        FileKind.XML,
                        "<production>" + "<maintwp><wpidinfo><title>t</title></wpidinfo>".repeat(120)
                                + "</maintwp>".repeat(120) + "</production>",
                        "Parsed"),
                new Hostile(
                        "work package bomb",
                        FileKind.XML,
                        "<!DOCTYPE maintwp [<!ENTITY a 'aaaaaaaaaa'>" + chain() + "]><maintwp><wpidinfo/>&k;</maintwp>",
                        "refused as an entity bomb"));
    }

    private static String many() {
        var names = new StringBuilder();
        for (int i = 0; i < 3_000; i++) names.append(" n").append(i).append("=1");
        return names.toString();
    }

    private static String chain() {
        var subset = new StringBuilder();
        for (char c = 'b'; c <= 'k'; c++)
            subset.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("'>");
        return subset.toString();
    }

    @TestFactory
    Stream<DynamicTest> hostileFile_isAnOutcomeWithItsReason() {
        return files().map(f -> DynamicTest.dynamicTest(
                f.name(), () -> assertThat(read(f.kind(), f.bytes())).contains(f.reason())));
    }

    @Test
    void externalEntities_areNeverOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "cockpit door code");
        String uri = secret.toUri().toString();
        for (String subset : List.of(
                "<!ENTITY leak SYSTEM '" + uri + "'>",
                "<!ENTITY leak SYSTEM '" + secret + "'>",
                "<!ENTITY leak PUBLIC '-//X//EN' '" + uri + "'>",
                "<!ENTITY % p SYSTEM '" + uri + "'> %p; <!ENTITY leak '&other;'>",
                "<!ENTITY leak SYSTEM '" + uri + "' NDATA cgm>"))
            assertThat(read(FileKind.SGML, in(subset, "&leak;").getBytes(StandardCharsets.UTF_8)))
                    .doesNotContain("cockpit");
        assertThat(read(
                        FileKind.SGML,
                        in("<!ENTITY leak SYSTEM '" + uri + "'>", "&leak;").getBytes(StandardCharsets.UTF_8)))
                .contains("is refused: nothing outside the file is read");
    }

    @Test
    void unusedExternalEntity_doesNotStopTheReading() {
        assertThat(read(
                        FileKind.SGML,
                        in("<!ENTITY g SYSTEM 'g.cgm' NDATA cgm>", "Text.").getBytes(StandardCharsets.UTF_8)))
                .contains("Parsed", "Text.");
    }
}
