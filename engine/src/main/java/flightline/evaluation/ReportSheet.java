package flightline.evaluation;

import java.util.Locale;

/** The look of our reports: one page of HTML without scripts and without anything from elsewhere. */
final class ReportSheet {
    private static final String STYLE = """
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
            table{border-collapse:collapse;margin:1rem 0}th,td{padding:.2rem .8rem;border-bottom:1px solid #d0d7de;text-align:right}
            th:first-child,td:first-child{text-align:left}caption{text-align:left;font-weight:600;padding:.4rem 0}
            .low{background:#fff1d6}svg{margin:.5rem 1.5rem .5rem 0}
            </style></head><body>
            """;

    private ReportSheet() {}

    static String head(String title) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title>\n" + STYLE + "<h1>" + escaped(title) + "</h1>\n";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
