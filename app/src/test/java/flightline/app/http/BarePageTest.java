package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and what it links to as a server sends them, read without a browser. */
@ExtendWith(ApiStand.SharedManuals.class)
final class BarePageTest {
    private final ApiStand stand;

    BarePageTest(ApiStand stand) {
        this.stand = stand;
    }

    @AfterEach
    void nothingBroke() {
        assertThat(stand.faults()).isEmpty();
    }

    private HttpResponse<String> form(String text, String aircraft) throws Exception {
        return stand.post(
                "/ask",
                "dialogue=of-" + text.length() + "&aircraft=" + Premises.encoded(aircraft) + "&text="
                        + Premises.encoded(text),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void page_showsTheAnswer_andEachPlaceInItsDocument() throws Exception {
        assertThat(stand.get("/").body()).contains("What is wrong").doesNotContain("The library is empty");
        String answer = form("What is the pressure of the accumulator?", "").body();

        assertThat(answer)
                .contains("3000 psi", "Release the pressure", "WARNING")
                .doesNotContain("<script>");
        Matcher link = Pattern.compile("href=\"(/show\\?[^\"]+)\"").matcher(answer);
        assertThat(link.find()).isTrue();
        String place =
                stand.get(String.valueOf(link.group(1)).replace("&amp;", "&")).body();
        assertThat(place).contains("<mark>");
        assertThat(stand.get("/assets/style.css").statusCode()).isEqualTo(200);
        assertThat(stand.get("/show?document=x").statusCode()).isEqualTo(400);
        assertThat(stand.get("/show?document=x&start=1&end=2").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeDone_isAPage_forABrowser_andAProblemForPrograms() throws Exception {
        String[] browser = {"Accept", "text/html,application/xhtml+xml", "Sec-Fetch-Mode", "navigate"};
        HttpResponse<String> nowhere = stand.get("/library/nosuch", browser);
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(nowhere.body()).contains("<h1>Nothing is there</h1>", "/library/nosuch", "To the start");
        assertThat(stand.get("/library/nosuch", "X-Part", "1").body())
                .startsWith("<div class=\"notice warning\"")
                .doesNotContain("<html");

        for (HttpResponse<String> program : List.of(stand.get("/library/nosuch"), stand.get("/api/v1/nosuch", browser)))
            assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private String documentOf(String fileName) {
        return stand.wiring().page().passages().documents().stream()
                .filter(document -> document.fileName().equals(fileName))
                .map(document -> PlaceAddress.encoded(document.header().id().value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void file_isHandedOutToWhoMaySeeIt_asADownload() throws Exception {
        HttpResponse<String> file = stand.get("/original?document=" + documentOf("accumulator.md"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("# Accumulator");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void markedDocument_isNowhereOnThePage() throws Exception {
        String marked = documentOf("marked.md");

        for (String place :
                List.of("/show?start=0&end=4&document=", "/original?document=", "/graphic?name=x&document="))
            assertThat(stand.get(place + marked).statusCode()).as(place).isEqualTo(404);
        assertThat(stand.get("/library").body()).contains("accumulator.md").doesNotContain("marked.md", "Zorvinax");
        assertThat(stand.get("/library/differences?document=" + marked).statusCode())
                .isEqualTo(404);
        assertThat(form("At how many rpm turns the zorvinax of the accumulator?", "")
                        .body())
                .doesNotContain("900 rpm", "marked.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/show?document=x&start=-1&end=2",
                "/show?document=x&start=1&end=99999999999",
                "/ask?dialogue=%2e%2e%2fx",
                "/ask/export?dialogue=..%2Fx",
                "/session?id=..%2Fx",
                "/library?from=x",
                "/policy/explain?entry=x",
                "/assets/pdfjs/build/%2e%2e",
                "/assets/pdfjs/web/pdf_viewer.css",
                "/assets/x.mjs",
                "/graphic?document=x&name=y"
            })
    void nonsenseInAnAddress_isAPage_notAFault(String address) throws Exception {
        assertThat(stand.get(address).statusCode()).isLessThan(500);
    }

    @Test
    void page_escapesWhatIsTyped_andSaysWhatIsMissing() throws Exception {
        String page = form("<script>alert(1)</script>", "\" onfocus=\"alert(1)").body();
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert", "value=\"\" onfocus");
        HttpResponse<String> empty = form(" ", "");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("There is a problem");
    }
}
