package flightline.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import flightline.app.http.HeldPen;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that answer, and each state of them, in a true browser: what is seen, that nobody is kept out, that nothing leaves the host. */
final class PageTest extends InTheBrowser {
    @BeforeAll
    static void open() throws Exception {
        enter(Hangar.withSamples(temp));
    }

    @Test
    void diagnosis_isSeen_atEverySize_lightAndDark() throws Exception {
        int[][] sizes = {{320, 700}, {820, 1180}, {1280, 900}};
        for (int[] size : sizes) {
            Page page = tablet().page(size[0], size[1], false, true);
            at("/", page);
            tablet().lookTwice(page, "diagnose-" + size[0]);
            diagnosed(page, COMPLAINT, "QQ-KAA");
            tablet().lookTwice(page, "diagnosis-" + size[0]);
            page.context().close();
        }
    }

    @Test
    void whileAModelWrites_partsAreRead_andACheckIsAnswered() throws Exception {
        try (var pen = new HeldPen();
                var writing = new Hangar(temp.resolve("data"), pen.settings())) {
            Page page = tablet().page(820, 1180, false, true);
            page.navigate(writing.at("/"));
            page.fill("#text", COMPLAINT);
            page.fill("#aircraft", "QQ-KAA");
            page.click("form.field button");
            page.waitForSelector(".waiting [data-slot=precedents] .timeline");
            assertThat(page.locator(".waiting").innerText())
                    .containsSubsequence(
                            "WARNING", "Likely causes", "Check next", "the model is writing", "It happened before");
            tablet().lookTwice(page, "writing-820");
            page.locator(".waiting .checks form button").first().click();
            page.waitForSelector(".session");
            assertThat(page.locator(".waiting").count()).isZero();
            page.context().close();
        }
    }

    @Test
    void answer_beginsWithItsWarnings_andHasCausesChecksAndPlaces() {
        Page page = diagnosed(tablet().desktop(), COMPLAINT, "QQ-KAA");

        assertThat(page.locator(".answer > *").nth(1).getAttribute("class")).contains("notice warning");
        assertThat(page.locator(".causes li").count()).isPositive();
        assertThat(page.locator(".checks form").count()).isPositive();
        assertThat(page.locator(".cited li").count()).isPositive();
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("asked");
        page.context().close();
    }

    @Test
    void check_isAnsweredByOneTap_andCausesMove_andItIsTakenBack() throws Exception {
        Page page = diagnosed(tablet().page(820, 1180, false, true), COMPLAINT, "QQ-KAA");
        page.locator(".checks form button").first().click();
        page.waitForSelector(".session");

        assertThat(page.locator(".moves tbody tr").count()).isPositive();
        assertThat(page.locator(".session ol li").count()).isEqualTo(1);
        tablet().look(page, "session-820-light");
        page.locator(".session button[value=back]").click();
        page.waitForCondition(() -> page.locator(".session ol li").count() == 0);
        page.locator(".session summary").click();
        page.fill(".session [name=cause]", "downlock harness");
        page.fill(".session [name=action]", "harness replaced");
        page.click(".session [value=close]");
        page.waitForCondition(() -> page.locator(".session").count() == 0);
        assertThat(page.locator(".answer").innerText()).contains("is closed");
        tablet().look(page, "session-closed-820-light");
        page.context().close();
    }

    @Test
    void pdf_opensBesideTheAnswer_atItsPage_withTheWordsMarked() throws Exception {
        Page page = tablet().desktop();
        at("/ask", page);
        ask(page, "What must be done about the downlock harness clip according to the bulletin?");
        page.waitForSelector(".answer .mark[data-place]");
        Locator pdf = page.locator(".cited a[href*='LT46-32-017'], .cited a[href*='AD']")
                .first();
        pdf.click();
        page.waitForSelector("[data-pdf][data-state=shown]");
        assertThat(page.locator(".citedbox").count()).isEqualTo(1);
        assertThat(page.locator(".textLayer .cited").count()).isPositive();
        tablet().lookTwice(page, "pdf-1280");
        page.keyboard().press("Escape");
        assertThat(page.locator("#beside").isHidden()).isTrue();
        page.context().close();
    }

    @Test
    void dataModule_opensBesideTheAnswer_withItsWarningsAndTheWordsMarked() throws Exception {
        Page page = diagnosed(tablet().page(820, 1180, false, true), COMPLAINT, "QQ-KAA");
        page.locator(".cited a[href*='DMC-']").first().click();
        page.waitForSelector("#beside mark");

        assertThat(page.locator("#beside .blocks > *").count()).isGreaterThan(3);
        tablet().look(page, "module-820-light");
        page.click("[data-close]");
        page.context().close();
    }

    @Test
    void honestStates_sayWhatIsTheMatter() throws Exception {
        Page page = diagnosed(tablet().desktop(), "the flux capacitor hums zwork", "");
        assertThat(page.locator(".outcome").innerText()).contains("Not enough evidence");
        assertThat(page.locator(".answer").innerText())
                .contains("Nearest records", "nothing is concluded from them")
                .doesNotContain("It happened before", "Likely causes");
        tablet().look(page, "nothing-found-1280-light");
        diagnosed(page, "Sign off the torque check that was never done.", "");
        assertThat(page.locator(".outcome").innerText()).contains("Refused under clause");
        tablet().look(page, "refused-1280-light");
        diagnosed(page, "What is the capital of France?", "");
        assertThat(page.locator(".outcome").innerText()).isNotBlank();
        diagnosed(page, COMPLAINT, "QQ-KAA");
        assertThat(page.locator(".written").innerText()).contains("no language model writes here");
        at("/", page);
        page.click("form.field button");
        page.waitForSelector("[data-problem]");
        assertThat(page.locator("[data-problem] a").getAttribute("href")).isEqualTo("#text");
        tablet().look(page, "problem-1280-light");
        tablet().forgetComplaints();
        page.context().close();
    }

    @Test
    void stoppedAndOffline_areSaid_andWhatWasTypedStays() throws Exception {
        try (var pen = new HeldPen();
                var writing = new Hangar(temp.resolve("data"), pen.settings())) {
            Page page = tablet().desktop();
            page.navigate(writing.at("/"));
            ask(page, COMPLAINT);
            page.waitForSelector(".waiting h3:has-text('the model is writing')");
            page.click(".waiting button:has-text('Stop')");
            page.waitForSelector("[role=alert]:has-text('Stopped')");
            page.context().setOffline(true);
            page.click("form.field button");
            page.waitForSelector("[role=alert]:has-text('cannot be reached')");
            assertThat(page.inputValue("#text")).isEqualTo(COMPLAINT);
            tablet().look(page, "offline-1280-light");
            page.context().close();
            tablet().forgetComplaints();
        }
    }

    @Test
    void goingBack_bringsBackComplaintAndAircraft_orNothing() {
        Page page = diagnosed(tablet().desktop(), COMPLAINT, "QQ-KAA");
        page.click("nav a[href='/library']");
        page.waitForURL("**/library");
        page.goBack();
        page.waitForSelector("#answer .hint");
        assertThat(page.inputValue("#text")).isEqualTo(COMPLAINT);
        assertThat(page.inputValue("#aircraft")).isEqualTo("QQ-KAA");
        page.reload();
        assertThat(page.inputValue("#text")).isEqualTo(COMPLAINT);
        assertThat(page.inputValue("#aircraft")).isEqualTo("QQ-KAA");
        assertThat(page.url()).endsWith("/");
        at("/", page);
        assertThat(page.inputValue("#text") + page.inputValue("#aircraft")).isEmpty();
        ask(page, COMPLAINT);
        page.waitForSelector(".answer");
        // As if another person had signed in on this tablet meanwhile.
        page.evaluate("history.replaceState({typed: {...history.state.typed, whose: 'somebody else'}}, '')");
        page.reload();
        assertThat(page.inputValue("#text") + page.inputValue("#aircraft")).isEmpty();
        assertThat(page.evaluate("history.state")).isNull();
        page.context().close();
    }

    @Test
    void goingBackToADialogue_showsItsTurns() {
        Page page = at("/ask", tablet().desktop());
        ask(page, "How is the downlock harness inspected?");
        page.waitForSelector(".answer");
        page.click("nav a[href='/library']");
        page.waitForURL("**/library");
        page.goBack();
        page.waitForSelector(".turns");
        assertThat(page.locator(".turns").innerText()).contains("How is the downlock harness inspected?");
        assertThat(page.inputValue("#text")).isEmpty();
        page.context().close();
    }

    @Test
    void withoutScripts_everythingIsThereToo() throws Exception {
        Page page = tablet().page(820, 1180, false, false);
        diagnosed(page, COMPLAINT, "QQ-KAA");
        assertThat(page.locator(".causes li").count()).isPositive();
        page.locator(".checks form button").first().click();
        page.waitForSelector(".moves");
        page.locator(".cited a").first().click();
        page.waitForSelector(".place");
        assertThat(page.locator("mark").count()).isPositive();
        at("/ask", page);
        ask(page, "What is the torque of the clip?");
        page.waitForSelector(".answer");
        page.context().close();
    }

    @Test
    void dialogue_goesOn_isExported_andForgotten() throws Exception {
        Page page = at("/ask", tablet().page(820, 1180, false, true));
        tablet().look(page, "ask-820-light");
        ask(page, "How is the downlock harness inspected?");
        page.waitForSelector(".answer");
        ask(page, "and on the right side?");
        page.waitForCondition(() -> page.locator(".answer").count() == 2);
        tablet().look(page, "dialogue-820-light");
        var paper = page.waitForDownload(() -> page.click("text=Export as Markdown"));
        assertThat(Files.readString(paper.path())).contains("How is the downlock harness inspected?", "> ");
        page.click("text=Forget this dialogue");
        page.waitForURL("**/ask");
        page.context().close();
    }

    @Test
    void feedback_isGivenByOneTap_andSeenByWhoMeasures() throws Exception {
        Page page = diagnosed(tablet().desktop(), COMPLAINT, "QQ-KAA");
        page.click(".say summary");
        page.fill(".say textarea", "the lamp was <b>not</b> it");
        page.click(".say [value=wrong-cause]");
        page.waitForSelector("text=Thank you");
        at("/feedback", page);

        assertThat(page.locator("main").innerText()).contains("wrong cause", "the lamp was <b>not</b> it");
        tablet().look(page, "feedback-1280-light");
        page.context().close();
    }

    @Test
    void scriptInTitlesAndQuestions_isShownAsText() {
        Page page = at("/ask", tablet().desktop());
        ask(page, "At how many rpm turns the blimpo <script>document.title = 'taken'</script>?");
        page.waitForSelector(".answer");
        assertThat(page.locator(".answer").innerText()).contains("<script>document.title");
        page.locator(".cited a").first().click();
        page.waitForSelector("#beside mark");
        assertThat(page.locator("#beside img").count()).isZero();
        assertThat(page.title()).doesNotContain("taken");
        page.context().close();
    }

    @Test
    void scriptInRecords_isShownAsText() {
        Page page = diagnosed(tablet().desktop(), "zorbul lamp flickers", "QQ-ZZZ");
        assertThat(page.locator(".answer .timeline").first().innerText())
                .contains("<img src=x onerror", "<script>document.title");
        at("/fleet?question=recurring+defects+on+QQ-ZZZ", page);
        assertThat(page.locator("main img, main script").count()).isZero();
        at("/records", page);
        assertThat(page.title()).doesNotContain("taken");
        page.context().close();
    }

    @Test
    void nothingLeavesTheHost_andThePageIsLight() {
        Page page = tablet().desktop();
        var bytes = new long[1];
        page.onRequestFinished(request -> bytes[0] += request.sizes().responseBodySize);
        diagnosed(page, COMPLAINT, "QQ-KAA");
        page.waitForLoadState();

        assertThat(bytes[0]).isBetween(1_000L, 500_000L);
        assertThat(tablet().requests())
                .allSatisfy(address -> assertThat(address)
                        .matches("(http://127\\.0\\.0\\.1:\\d+/|blob:http://127\\.0\\.0\\.1|data:).*"));
        assertThat(tablet().complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void look_isChosen_andStays() {
        Page page = at("/", tablet().desktop());
        page.click(".look button[value=dark]");
        page.waitForCondition(() -> "dark".equals(page.getAttribute("html", "data-look")));
        page.waitForTimeout(200);
        page.reload();
        assertThat(page.getAttribute("html", "data-look")).isEqualTo("dark");
        page.context().close();
    }
}
