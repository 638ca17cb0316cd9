package flightline.app.http;

import flightline.app.identity.Caller;
import java.util.Optional;

/** A page for somebody who signed in: each of its forms carries the word of the session, and its head says who it is. */
final class SignedPage {
    private static final String FORM = "<form method=\"post\"";

    private SignedPage() {}

    /** @param html as a template made it, so that nobody's words can look like a form */
    static String of(String html, Optional<Caller> caller) {
        Optional<Caller> signedIn = caller.filter(who -> who.means().sentByItself());
        if (signedIn.isEmpty()) return html;
        String field = "<input type=\"hidden\" name=\"" + FormToken.FIELD + "\" value=\""
                + signedIn.get().formToken() + "\">";
        return withField(withName(html, signedIn.get()), field);
    }

    private static String withName(String html, Caller who) {
        int end = html.indexOf("</header>");
        if (end < 0) return html;
        String out = who.means() == Caller.Means.CERTIFICATE ? "" : "<button>Sign out</button>";
        return html.substring(0, end) + "<form method=\"post\" action=\"/sign-out\" class=\"who\"><span>"
                + escaped(who.principal().name()) + "</span> " + out + "</form>" + html.substring(end);
    }

    private static String withField(String html, String field) {
        var page = new StringBuilder();
        int from = 0;
        for (int at = html.indexOf(FORM); at >= 0; at = html.indexOf(FORM, from)) {
            int end = html.indexOf('>', at) + 1;
            if (end == 0) break;
            page.append(html, from, end).append(field);
            from = end;
        }
        return page.append(html, from, html.length()).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
