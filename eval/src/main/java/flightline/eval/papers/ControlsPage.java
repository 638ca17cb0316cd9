package flightline.eval.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The page for people: {@code docs/controls.md}. */
final class ControlsPage {
    private final ControlBook book;
    private final SourceTree tree;

    ControlsPage(ControlBook book, SourceTree tree) {
        this.book = book;
        this.tree = tree;
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(
                "<!-- Made from docs/oscal/controls.yaml by flightline.eval.papers.ControlPapers. Change it there. -->");
        lines.add("# Which controls the product meets");
        lines.add("");
        lines.add(book.introduction());
        lines.add("");
        lines.addAll(counts());
        book.families().forEach((letters, name) -> lines.addAll(family(letters, name)));
        lines.addAll(requirements());
        return String.join("\n", lines) + "\n";
    }

    private List<String> counts() {
        var lines = new ArrayList<String>();
        lines.add("| looked at | met | in part | not | the operator's |");
        lines.add("| --- | --- | --- | --- | --- |");
        lines.add(counted(
                book.controls().size() + " controls of SP 800-53 Rev. 5",
                book.controls().stream().map(Control::verdict).toList()));
        lines.add(counted(
                book.requirements().size() + " requirements of SP 800-171 Rev. 3",
                book.requirements().stream().map(Requirement::verdict).toList()));
        return lines;
    }

    private static String counted(String what, List<Verdict> verdicts) {
        var row = new StringJoiner(" | ", "| ", " |").add(what);
        for (Verdict verdict : Verdict.values())
            row.add(Long.toString(verdicts.stream().filter(verdict::equals).count()));
        return row.toString();
    }

    private List<String> family(String letters, String name) {
        List<Control> of = book.controls().stream()
                .filter(one -> one.family().equals(letters))
                .toList();
        if (of.isEmpty()) return List.of();
        var lines = new ArrayList<>(List.of(
                "",
                "## " + name,
                "",
                "| control | verdict | what the product does | what lacks, what is the operator's | shown by |",
                "| --- | --- | --- | --- | --- |"));
        for (Control one : of)
            lines.add(row(
                    "**" + one.label() + "** " + one.title(),
                    one.verdict().words(),
                    sentence(one.does(), one.code().stream().map(this::code).toList()),
                    (one.lacks() + " " + operators(one)).strip(),
                    shownBy(one)));
        return lines;
    }

    private List<String> requirements() {
        var lines = new ArrayList<>(List.of(
                "",
                "## SP 800-171",
                "",
                "Each requirement of Rev. 3 rests on the controls named; its verdict is theirs where they agree, and never better than the worst of them.",
                "",
                "| Rev. 3 | Rev. 2 | requirement | verdict | rests on |",
                "| --- | --- | --- | --- | --- |"));
        for (Requirement one : book.requirements())
            lines.add(row(
                    one.id(),
                    one.revision2().isEmpty() ? "new" : String.join(", ", one.revision2()),
                    one.title(),
                    one.verdict().words(),
                    String.join(
                            ", ", one.controls().stream().map(Control::label).toList())));
        return lines;
    }

    private static String operators(Control one) {
        if (one.leaves().isEmpty()) return "";
        return one.verdict() == Verdict.OPERATOR ? one.leaves() : "*Operator:* " + one.leaves();
    }

    private String shownBy(Control one) {
        var links = new ArrayList<String>();
        for (TestName test : one.tests()) links.add(test(test));
        for (String page : one.pages()) links.add(link(page.substring(page.lastIndexOf('/') + 1), page));
        return String.join("<br>", links);
    }

    private String test(TestName name) {
        String file = tree.test(name).orElseThrow(() -> new IllegalStateException("no test is called " + name.of()));
        String whole = link(name.of(), file);
        return name.method().isEmpty() ? whole : whole + " " + name.method();
    }

    private String code(String className) {
        String file =
                tree.code(className).orElseThrow(() -> new IllegalStateException("no class is called " + className));
        return link("`" + className.substring(className.lastIndexOf('.') + 1) + "`", file);
    }

    private static String sentence(String words, List<String> code) {
        return code.isEmpty() ? words : words + " (" + String.join(", ", code) + ")";
    }

    private static String link(String words, String path) {
        return "[" + words + "](" + (path.startsWith("docs/") ? path.substring("docs/".length()) : "../" + path) + ")";
    }

    private static String row(String... cells) {
        var row = new StringJoiner(" | ", "| ", " |");
        for (String cell : cells) row.add(cell.replace("|", "\\|").replace("\n", " "));
        return row.toString();
    }
}
