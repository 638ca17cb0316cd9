package flightline.ingest.text;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import flightline.ingest.inspection.Excerpt;
import flightline.ingest.inspection.TextInspection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeVisitor;

/**
 * What a page does besides being read. Nothing of it is run here; scripts, frames and forms, which nearly every page of the
 * web has, are noted. Suspected is what would start a program, leave for another place or open a page inside the page as
 * soon as somebody opens the file.
 */
final class PageActs {
    private static final int MOST = 20;
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)\\bActiveXObject\\b|\\bWScript\\b|\\bShell\\.Application\\b|msSaveOrOpenBlob|vbscript:");
    private static final Pattern SAVES_A_FILE =
            Pattern.compile("(?is)(?=.*\\bcreateObjectURL\\b)(?=.*\\batob\\s*\\()(?=.*\\.click\\s*\\()");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)url\\s*=\\s*['\"]?\\s*([a-z][a-z0-9+.-]*:|//)");
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)(?:image|font|audio|video)/.*|application/(?:pdf|font.*)|text/plain.*|");
    private static final Pattern PLUGGED =
            Pattern.compile("(?i).*\\.(?:swf|jar|class|exe|hta|js|vbs|ocx|xap|dcr)(?:[?#].*)?");

    private final Set<Suspicion> found = new LinkedHashSet<>();
    private int scripts;
    private int frames;
    private int forms;
    private int handlers;
    private int plugged;

    private PageActs() {}

    static PageActs of(Element page) {
        var acts = new PageActs();
        page.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof Element element) acts.element(element);
            else if (node instanceof Comment comment) acts.comment(comment.getData());
        });
        return acts;
    }

    List<Suspicion> suspicions() {
        return List.copyOf(found);
    }

    /** What was left out without being suspected, in one line. */
    Optional<String> note() {
        var left = new ArrayList<String>();
        count(left, scripts, "script");
        count(left, frames, "frame");
        count(left, forms, "form");
        count(left, plugged, "embedded object");
        count(left, handlers, "event handler");
        return left.isEmpty() ? Optional.empty() : Optional.of("not run and not read: " + String.join(", ", left));
    }

    private static void count(List<String> left, int count, String what) {
        if (count > 0) left.add(count + " " + what + (count == 1 ? "" : "s"));
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "script" -> script(element);
            case "iframe", "frame" -> frame(element);
            case "form" -> forms++;
            case "applet", "hta:application" -> suspect("a program of its own (" + element.normalName() + ")");
            case "object", "embed" -> plugged(element);
            case "meta" -> meta(element);
            default -> {
                // shows something
            }
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.startsWith("on") && name.length() > 3) {
                handlers++;
                program(attribute.getValue());
            } else if (name.equals("href")
                    || name.equals("action")
                    || name.equals("formaction")
                    || name.equals("xlink:href")) link(attribute.getValue());
        }
    }

    private void script(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (type.contains("json") || type.contains("template")) return;
        scripts++;
        if (type.contains("vbscript") || element.attr("language").equalsIgnoreCase("vbscript"))
            suspect("a script that only acts outside a browser (VBScript)");
        program(element.data());
    }

    private void program(String code) {
        if (PROGRAM.matcher(code).find()) suspect("a script that starts programs: " + Excerpt.of(code.strip()));
        else if (code.contains("createObjectURL") && SAVES_A_FILE.matcher(code).lookingAt())
            suspect("a script that saves a file it carries: " + Excerpt.of(code.strip()));
    }

    private void frame(Element element) {
        String source = compact(element.attr("src"));
        if (element.hasAttr("srcdoc") || source.startsWith("javascript:") || packed(source))
            suspect("a page inside the page");
        else if (source.startsWith("file:")) suspect("a frame on a file of the reader's machine");
        else frames++;
    }

    private void plugged(Element element) {
        String source = compact(element.attr("data") + element.attr("src"));
        String type = element.attr("type").strip();
        boolean shown = HARMLESS.matcher(type).matches() || type.startsWith("text/");
        boolean acts = !shown
                || element.hasAttr("classid")
                || PLUGGED.matcher(source).matches()
                || packed(source)
                || source.startsWith("javascript:");
        if (acts)
            suspect("an object that a program plays: " + Excerpt.of((element.attr("type") + " " + source).strip()));
        else plugged++;
    }

    private void meta(Element element) {
        if (element.attr("http-equiv").equalsIgnoreCase("refresh")
                && ELSEWHERE.matcher(element.attr("content")).find())
            suspect("leaves for another place by itself: " + Excerpt.of(element.attr("content")));
    }

    private void link(String target) {
        String address = compact(target);
        if (address.startsWith("javascript:")) {
            handlers++;
            program(target);
        } else if (address.startsWith("vbscript:")) suspect("a link that runs a script");
        else if (packed(address)) suspect("a link to a page or program inside the page");
    }

    /** Whether it is a page or a program written into its own address. */
    private static boolean packed(String address) {
        if (!address.startsWith("data:")) return false;
        String type = address.substring(5).split("[;,]", 2)[0];
        return !HARMLESS.matcher(type).matches() || type.startsWith("image/svg");
    }

    /** Browsers pass over blanks and controls in the scheme of an address. */
    private static String compact(String address) {
        return address.substring(0, Math.min(2_000, address.length()))
                .replaceAll("[\\p{Cntrl}\\s]", "")
                .toLowerCase(Locale.ROOT);
    }

    private void comment(String text) {
        for (Suspicion each : TextInspection.ofText(text, "comment")) if (found.size() < MOST) found.add(each);
    }

    private void suspect(String detail) {
        if (found.size() < MOST) found.add(new Suspicion(Kind.ACTIVE_CONTENT, "", detail));
    }
}
