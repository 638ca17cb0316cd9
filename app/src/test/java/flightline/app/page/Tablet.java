package flightline.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Chromium of this system, driven by a test, which is skipped where there is none. */
final class Tablet implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Pixels across; pages are pictured whole at this width, at others as far as they are seen at once. */
    private static final int TABLET = 820;

    private final Playwright playwright;
    private final Browser browser;
    private final String axe;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Tablet(Playwright playwright, Browser browser, String axe) {
        this.playwright = playwright;
        this.browser = browser;
        this.axe = axe;
    }

    /** Skips the test where no browser is; {@code FLIGHTLINE_CHROMIUM} names one that is not on the PATH. */
    static Tablet open() throws IOException {
        Optional<Path> chromium = chromium();
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "no Chromium on the PATH and none named by FLIGHTLINE_CHROMIUM: the page is not looked at");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-extensions")));
        try (InputStream in = Tablet.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) throw new IllegalStateException("axe is not on the class path");
            return new Tablet(playwright, browser, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("FLIGHTLINE_CHROMIUM");
        if (named != null) return Optional.of(Path.of(named)).filter(Files::isExecutable);
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of this size; what it asks for and what it complains of is noted. */
    Page page(int width, int height, boolean dark, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text() + " " + message.location());
        });
        page.onPageError(complaints::add);
        return page;
    }

    Page desktop() {
        return page(1280, 900, false, true);
    }

    /** Addresses that pages have asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the browser wrote to its console as an error. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void forgetComplaints() {
        complaints.clear();
    }

    /** What axe finds wrong, one line each; empty where nothing is. The words of a PDF are not ours to arrange. */
    List<String> barriers(Page page) {
        page.evaluate(axe + "; undefined");
        Object found = page.evaluate("""
                async () => (await axe.run({exclude: ['.hiddenCanvasElement', '.textLayer']}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                  .violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')))
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Keeps a picture of the page and expects that nobody is kept out by it. */
    void look(Page page, String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(page.viewportSize().width == TABLET));
        assertThat(barriers(page)).as(name).isEmpty();
        Object wider = page.evaluate("document.documentElement.scrollWidth > innerWidth");
        assertThat(wider).as(name + " scrolls sideways").isEqualTo(false);
    }

    /** The same in the light and in the dark. */
    void lookTwice(Page page, String name) throws IOException {
        look(page, name + "-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
