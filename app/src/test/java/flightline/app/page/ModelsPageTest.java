package flightline.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator takes a model in, lets it write and takes it out of service, with nothing but the page. */
final class ModelsPageTest {
    private static final String PAGE = "/administration/models";

    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void model_isTakenInAndLetWrite_andTakenOutOfService_andAnotherFileIsNotLetIn() throws Exception {
        Path manual = Files.writeString(temp.resolve("wheel.md"), """
                # Main wheel

                ## Removal of the main wheel

                Release the pressure of the tyre before the axle nut is loosened.
                """);
        var ignored = Hangar.with(temp.resolve("data"), manual);
        try (Tablet tablet = Tablet.open();
                var hangar = new Hangar(temp.resolve("data"))) {
            Path models = Files.createDirectories(hangar.wiring().modelStand().folder());
            GgufMaker.make(models.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
            Files.writeString(models.resolve("broken.gguf"), "no model at all");
            Page page = tablet.page(820, 1180, false, true);
            page.navigate(hangar.at(PAGE));
            assertThat(page.locator("main").innerText()).contains("No model is in service");
            tablet.lookTwice(page, "models-to-take-in-820");

            takeIn(page, "broken.gguf");
            assertThat(job(page, hangar)).contains("broken.gguf");
            page.navigate(hangar.at(PAGE));
            assertThat(page.locator("table").count()).as("nothing is held").isZero();

            takeIn(page, "tiny.gguf");
            assertThat(job(page, hangar)).contains("model add", "done");
            page.navigate(hangar.at(PAGE));
            assertThat(page.locator("tbody tr").innerText())
                    .contains("tiny", "llama Q8_0", "not yet", "Made for a test");
            tablet.lookTwice(page, "models-held-820");
            page.setViewportSize(1280, 900);
            tablet.lookTwice(page, "models-held-1280");

            page.click("text=Let it write all the same");
            assertThat(page.locator("[aria-label='Let tiny write all the same']")
                            .isVisible())
                    .isTrue();
            tablet.lookTwice(page, "models-despite-1280");
            page.click("[aria-label='Evaluate tiny']");
            assertThat(job(page, hangar)).contains("model evaluate", "done");
            page.navigate(hangar.at(PAGE));
            assertThat(page.locator("tbody tr").innerText())
                    .contains("no worse than answers without a model")
                    .doesNotContain("all the same");
            page.click("[aria-label='Let tiny write']");
            assertThat(job(page, hangar)).contains("model promote", "done");
            page.navigate(hangar.at(PAGE));
            assertThat(page.locator("tbody tr th").innerText()).contains("writes");
            assertThat(page.locator("main").innerText()).doesNotContain("No model is in service");
            tablet.lookTwice(page, "models-writing-820");
            page.click("[aria-label='Take tiny out of service']");
            assertThat(page.locator("main").innerText())
                    .contains("No model writes; answers are quoted.", "No model is in service");

            page.click("button:has-text('Hash every file anew')");
            assertThat(job(page, hangar)).contains("model verify", "done");
            page.navigate(hangar.at(PAGE));
            page.click("[aria-label='Forget tiny']");
            assertThat(page.locator(".notice[role=status]").first().innerText())
                    .contains("tiny is forgotten; its file stays where it lies");
            assertThat(page.locator("#file option").allInnerTexts()).contains("tiny.gguf");
            assertThat(tablet.complaints()).isEmpty();
        }
    }

    private static void takeIn(Page page, String file) {
        page.selectOption("#file", file);
        page.fill("#licence", "Made for a test");
        page.check("#accept");
        page.click("button:has-text('Take it in')");
        assertThat(page.locator(".notice[role=status]").innerText()).contains("Begun as job");
    }

    /** What the list of jobs tells of the last one, once it is over. */
    private static String job(Page page, Hangar hangar) {
        page.click("text=How far it is");
        page.waitForURL("**/administration#jobs");
        page.waitForCondition(() -> {
            page.navigate(hangar.at("/administration"));
            return page.locator("#jobs tbody tr").first().innerText().matches("(?s).*\\b(done|failed|stopped)\\b.*");
        });
        return page.locator("#jobs tbody tr").first().innerText();
    }
}
