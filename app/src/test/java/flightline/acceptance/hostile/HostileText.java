package flightline.acceptance.hostile;

import java.nio.file.Path;
import java.util.List;

/** HTML, Markdown, reStructuredText, AsciiDoc, plain text, JSON lines and e-mail. */
final class HostileText {
    private HostileText() {}

    /** @param secret a file that no reader may open */
    static List<HostileFile> files(Path secret) {
        return List.of(
                HostileFile.text("html-deep.html", "<html><body>" + "<div>".repeat(200_000) + "x"),
                HostileFile.text(
                        "html-frames.html",
                        "<html><body><p>Text.</p><iframe src=\"" + secret.toUri() + "\"></iframe><object data=\""
                                + secret + "\"></object><script src=\"" + secret.toUri()
                                + "\">steal()</script></body></html>"),
                HostileFile.text(
                        "html-absurd-spans.html",
                        "<html><body><table><tr><td colspan=\"1000000000\" rowspan=\"1000000000\">x</td></tr></table></body></html>"),
                HostileFile.text("html-tables-in-tables.html", "<html><body>" + "<table><tr><td>".repeat(20_000) + "x"),
                HostileFile.text("html-one-attribute.html", "<html><body><p title=\"" + "x".repeat(5_000_000)),
                HostileFile.text("html-entities.html", "<html><body><p>" + "&#x10FFFF;&#0;&bogus;".repeat(50_000)),
                HostileFile.text("markdown-quotes.md", ">".repeat(100_000) + " x"),
                HostileFile.text("markdown-brackets.md", "[".repeat(100_000)),
                HostileFile.text("markdown-stars.md", "*a **a ".repeat(50_000)),
                HostileFile.text("markdown-lists.md", lists(2_000)),
                HostileFile.text("markdown-wide-table.md", "|a".repeat(20_000) + "|\n" + "|-".repeat(20_000) + "|\n"),
                HostileFile.text("rst-include.rst", "Title\n=====\n\n.. include:: " + secret + "\n\nText.\n"),
                HostileFile.text("rst-raw.rst", "Title\n=====\n\n.. raw:: html\n   :file: " + secret + "\n\nText.\n"),
                HostileFile.text(
                        "rst-table-file.rst", "Title\n=====\n\n.. csv-table:: T\n   :file: " + secret + "\n\nText.\n"),
                HostileFile.text("rst-grid.rst", "+" + "-+".repeat(20_000) + "\n|" + " |".repeat(20_000) + "\n"),
                HostileFile.text("rst-deep.rst", lists(2_000)),
                HostileFile.text("asciidoc-include.adoc", "= Title\n\ninclude::" + secret + "[]\n\nText.\n"),
                HostileFile.text("asciidoc-open-blocks.adoc", "= Title\n\n" + "====\n*****\n--\n|===\n".repeat(20_000)),
                HostileFile.text("text-one-line.txt", "x ".repeat(1_500_000)),
                HostileFile.text("text-no-lines.txt", "\n".repeat(500_000) + "x"),
                HostileFile.text("text-directions.txt", "Torque \u202e5 mN\u202c to \u200b9\u200d0 Nm\u2066.\n"),
                HostileFile.text("passages-deep.jsonl", "{\"document\":\"x\",\"text\":" + "[".repeat(200_000)),
                HostileFile.text(
                        "passages-numbers.jsonl",
                        "{\"document\":\"x\",\"text\":\"t\",\"page\":" + "9".repeat(5_000) + "}"),
                HostileFile.text("mail-parts-in-parts.eml", parts(500)),
                HostileFile.text(
                        "mail-long-head.eml", "From: a@example.org\nSubject: " + "x".repeat(5_000_000) + "\n\nText.\n"),
                HostileFile.text("mail-attachment-outside.eml", attachment()));
    }

    private static String lists(int deep) {
        var text = new StringBuilder();
        for (int i = 0; i < deep; i++) text.append(" ".repeat(2 * i)).append("- x\n");
        return text.toString();
    }

    private static String parts(int deep) {
        var text = new StringBuilder("From: a@example.org\nSubject: Parts\nMIME-Version: 1.0\n");
        for (int i = 0; i < deep; i++)
            text.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\n\n--b")
                    .append(i)
                    .append('\n');
        return text.append("Content-Type: text/plain\n\nText.\n").toString();
    }

    private static String attachment() {
        return "From: a@example.org\nSubject: Papers\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
                + "--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: text/plain; name=\"../../escaped.txt\"\n"
                + "Content-Disposition: attachment; filename=\"../../escaped.txt\"\n\nEscaped.\n--b--\n";
    }
}
