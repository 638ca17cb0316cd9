package flightline.app.page;

import static flightline.app.page.Hangar.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import flightline.app.cli.Terminal;
import flightline.app.http.HeldPen;
import flightline.app.identity.PeopleDesk;
import flightline.policy.Principal;
import flightline.policy.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page where people sign in: who finds which room, how documents are brought in, what paper and strong contrast look like. */
final class PeoplePageTest extends InTheBrowser {
    private static final String PASSWORD = "a long way to the hangar";

    /** Texts that are seen and lighter than a middle grey. */
    private static final String PALE = """
        [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .filter(e => (getComputedStyle(e).color.match(/[0-9.]+/g) || []).slice(0, 3).every(c => Number(c) > 140))
          .map(e => e.outerHTML.slice(0, 120))\
        """;

    /** What the navigation shows. */
    private static final Set<String> EVERYBODY = Set.of("/", "/ask", "/library", "/fleet");

    private static final Map<String, Set<String>> MORE = Map.of(
            "technician", Set.of(),
            "librarian", Set.of("/records"),
            "security-officer", Set.of("/feedback", "/audit", "/policy"));

    @BeforeAll
    static void open() throws Exception {
        Path s1000d = LIBRARY.resolve("s1000d");
        Terminal terminal = Hangar.with(
                temp.resolve("data"),
                LIBRARY.resolve("bulletins"),
                LIBRARY.resolve("directives"),
                s1000d.resolve("DMC-LT46-A-32-31-00-00A-413A-A_001-00_EN-US.xml"),
                s1000d.resolve("DMC-LT46-A-32-31-00-00A-414A-A_001-00_EN-US.xml"),
                s1000d.resolve("DMC-LT46-A-32-31-05-00A-520A-A_001-00_EN-US.xml"));
        PeopleDesk desk = enter(terminal).wiring().people().desk();
        for (String role : Role.words()) {
            ObjectNode who = JsonNodeFactory.instance.objectNode();
            who.putArray("roles").add(role);
            desk.add("one-" + role, who, Optional.of(PASSWORD), List.of(), Principal.localUser());
        }
    }

    private static Page signedIn(String role, Page page) {
        at("/sign-in", page);
        page.fill("#name", "one-" + role);
        page.fill("#password", PASSWORD);
        page.click("button:has-text('Sign in')");
        page.waitForSelector(".top nav");
        return page;
    }

    @Test
    void signIn_isSeen_andSaysWhatIsWrong() throws Exception {
        for (int width : new int[] {320, 1280}) {
            Page page = tablet().page(width, 900, false, true);
            at("/library", page);
            assertThat(page.url()).contains("/sign-in");
            tablet().lookTwice(page, "sign-in-" + width);
            page.fill("#name", "one-technician");
            page.fill("#password", "something else");
            page.click("button:has-text('Sign in')");
            assertThat(page.locator("[role=alert]").innerText()).contains("There is a problem");
            tablet().lookTwice(page, "sign-in-wrong-" + width);
            page.fill("#name", "one-technician");
            page.fill("#password", PASSWORD);
            page.click("button:has-text('Sign in')");
            page.waitForURL("**/library");
            page.context().close();
        }
        tablet().forgetComplaints();
    }

    @Test
    void rooms_areFoundByThoseWhoMay_andRefusedToOthersInWords() throws Exception {
        for (String role : List.of("technician", "librarian", "security-officer")) {
            Page page = signedIn(role, tablet().page(820, 1180, false, true));
            List<?> shown = (List<?>)
                    page.evaluate("[...document.querySelectorAll('.top nav a')].map(a => new URL(a.href).pathname)");
            for (String room : List.of("/records", "/feedback", "/audit", "/policy", "/administration")) {
                boolean may = Objects.requireNonNull(MORE.get(role)).contains(room);
                assertThat(shown.contains(room)).as(role + " sees " + room).isEqualTo(may);
                if (may) continue;
                at(room, page);
                assertThat(page.locator("main").innerText())
                        .as(role + " at " + room)
                        .contains(role);
                if (role.equals("technician")) tablet().look(page, "refused" + room.replace('/', '-'));
            }
            for (String room : EVERYBODY)
                assertThat(shown.contains(room)).as(role + " " + room).isTrue();
            page.context().close();
        }
        tablet().forgetComplaints();
    }

    @Test
    void administrator_letsPeopleInAndOut_andMakesKeys() throws Exception {
        Page page = signedIn("administrator", tablet().page(820, 1180, false, true));
        at("/administration", page);
        assertThat(page.locator("main").innerText()).contains("entries can be written", "flightline backup");
        page.click("text=People and keys");
        page.fill("#name", "j.doe");
        page.check("#role-engineer");
        page.fill("#password", "short");
        page.click("button:has-text('Let in')");
        assertThat(page.locator("main").innerText()).contains("a password must have 12 to 256 characters, got 5");
        at("/administration/people", page);
        page.fill("#name", "j.doe");
        page.check("#role-engineer");
        page.fill("#password", PASSWORD);
        page.click("button:has-text('Let in')");
        page.selectOption("#owner", "j.doe");
        page.fill("#scope", "search, ask");
        page.click("button:has-text('Make a key')");
        assertThat(page.locator("[role=status] code").innerText()).startsWith("flk_");
        assertThat(page.locator("main").innerText()).contains("for search, ask");
        tablet().lookTwice(page, "people-820");
        page.click("button:has-text('Take back')");
        assertThat(page.locator("main").innerText()).contains("opens nothing any more");
        page.click("[aria-label='Remove j.doe']");
        assertThat(page.locator("main").innerText()).contains("'j.doe' may no longer sign in");
        page.click("[aria-label='Remove one-administrator']");
        assertThat(page.locator("main").innerText()).contains("is the last administrator");
        page.context().close();
        tablet().forgetComplaints();
    }

    @Test
    void documents_areBroughtInWithProgress_andWhatIsBadIsSaid() throws Exception {
        Path good = Files.writeString(
                temp.resolve("blimpo.md"), "# Blimpo care\n\nThe blimpo turns at 12 rpm when it is warm.\n");
        Path bad =
                Files.write(temp.resolve("broken.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', 0});
        Page page = signedIn("librarian", tablet().page(820, 1180, false, true));
        at("/library", page);
        page.setInputFiles("[data-upload='/api/v1/ingest'] input[type=file]", new Path[] {good, bad});
        Locator lines = page.locator("[data-upload='/api/v1/ingest'] li");
        Locator done = lines.filter(new Locator.FilterOptions().setHasNot(page.locator("progress")));
        PlaywrightAssertions.assertThat(done).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        String told = page.locator("[data-upload='/api/v1/ingest']").innerText();
        assertThat(told).contains("blimpo.md", "broken.pdf");
        tablet().lookTwice(page, "brought-in-820");
        at("/ask", page);
        ask(page, "How fast does the blimpo turn?");
        page.waitForSelector(".answer");
        assertThat(page.locator("main").innerText()).contains("12 rpm");
        page.context().close();
        tablet().forgetComplaints();
    }

    @Test
    void records_areLookedAtAsTheMappingReadsThem_thenTakenIn() throws Exception {
        Path few = Files.write(
                temp.resolve("few.csv"),
                Files.readAllLines(LIBRARY.resolve("records/records.csv")).subList(0, 6));
        Page page = signedIn("librarian", tablet().page(820, 1180, false, true));
        at("/records", page);
        page.setInputFiles("#file", few);
        page.selectOption("#mapping", "sample");
        page.click("text=Look at the first rows");
        page.waitForSelector("[data-rows] table");
        assertThat(page.locator("[data-rows] thead").innerText()).contains("complaint", "aircraft");
        assertThat(page.locator("[data-rows] tbody tr").count()).isEqualTo(5);
        tablet().lookTwice(page, "rows-820");
        page.click("text=Take all of them in");
        page.waitForSelector("[data-progress] li:has-text('5 taken')");
        page.context().close();
        tablet().forgetComplaints();
    }

    @Test
    void sessionThatEnds_inTheMiddleOfAnAnswer_letsItComeToItsEnd_andTheNextQuestionStays() throws Exception {
        try (var pen = new HeldPen();
                var writing = new Hangar(temp.resolve("data"), pen.settings())) {
            Page page = tablet().page(820, 1180, false, true);
            page.navigate(writing.at("/sign-in"));
            page.fill("#name", "one-technician");
            page.fill("#password", PASSWORD);
            page.click("button:has-text('Sign in')");
            page.waitForSelector(".top nav");
            ask(page, COMPLAINT);
            page.waitForSelector(".waiting h3:has-text('the model is writing')");
            Page other = page.context().newPage();
            other.navigate(writing.at("/"));
            other.click("button:has-text('Sign out')");
            other.waitForSelector("#password");
            pen.let();
            page.waitForSelector(".answer");
            assertThat(page.locator(".answer").innerText()).contains("Log entry");
            page.click("form.field button");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("You are signed out", "still here");
            assertThat(page.inputValue("#text")).isEqualTo(COMPLAINT);
            tablet().look(page, "signed-out-820-light");
            page.context().close();
            tablet().forgetComplaints();
        }
    }

    @Test
    void tenTabs_ofOneSession_areEachAnswered() throws Exception {
        Page first = signedIn("technician", tablet().page(820, 1180, false, true));
        var tabs = new ArrayList<>(List.of(first));
        while (tabs.size() < 10) tabs.add(first.context().newPage());
        for (Page tab : tabs) {
            at("/", tab);
            ask(tab, COMPLAINT);
        }
        for (Page tab : tabs) tab.waitForSelector(".answer .written");
        assertThat(tabs)
                .allSatisfy(
                        tab -> assertThat(tab.locator("[role=alert]").count()).isZero());
        first.context().close();
    }

    @Test
    void paper_hasTheAnswerItsWarningsAndPlaces_andNothingToPress() throws Exception {
        Page page = signedIn("technician", tablet().page(820, 1180, true, true));
        at("/", page);
        ask(page, COMPLAINT);
        page.waitForSelector(".answer");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Files.createDirectories(Path.of("target/screenshots"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/printed.png"))
                .setFullPage(true));
        assertThat(page.locator("form:visible, button:visible, nav:visible").count())
                .isZero();
        assertThat(page.locator(".answer").innerText()).isNotBlank();
        assertThat(page.locator(".notice").count()).isPositive();
        assertThat(page.locator("footer").innerText()).contains("a licensed person signs");
        // Whatever the look on the screen, paper is white and what is written on it is dark.
        assertThat(page.evaluate(PALE)).as("what can hardly be read").isEqualTo(List.of());
        page.context().close();
    }

    @Test
    void strongContrast_leavesBarsAndNoticesToBeSeen() throws Exception {
        Page page = signedIn("engineer", tablet().page(820, 1180, false, true));
        at("/", page);
        ask(page, COMPLAINT);
        page.waitForSelector(".answer");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        tablet().look(page, "forced-colors-820");
        Object invisible = page.evaluate("""
            [...document.querySelectorAll('.bar rect')].filter(r => getComputedStyle(r).fill === getComputedStyle(document.body).backgroundColor).length\
            """);
        assertThat(invisible).isEqualTo(0);
        page.context().close();
    }
}
