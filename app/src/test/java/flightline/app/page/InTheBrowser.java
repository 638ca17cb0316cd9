package flightline.app.page;

import com.microsoft.playwright.Page;
import flightline.app.cli.Terminal;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that look at pages of a hangar of their own with a browser of this system. */
abstract class InTheBrowser {
    static final String COMPLAINT = "L/H main gear green light flickers on approach";

    @TempDir
    static Path temp = Path.of("unused");

    private static @Nullable Hangar hangar;
    private static @Nullable Tablet tablet;

    @BeforeAll
    static void takeTablet() throws Exception {
        tablet = Tablet.open();
    }

    @AfterAll
    static void close() {
        if (tablet != null) tablet.close();
        if (hangar != null) hangar.close();
        tablet = null;
        hangar = null;
    }

    /** Opens a hangar over what a terminal has put in. */
    static Hangar enter(Terminal terminal) throws Exception {
        var opened = new Hangar(terminal.data());
        hangar = opened;
        return opened;
    }

    static Tablet tablet() {
        return Objects.requireNonNull(tablet);
    }

    static Page at(String path, Page page) {
        page.navigate(Objects.requireNonNull(hangar).at(path));
        return page;
    }

    static void ask(Page page, String words) {
        page.fill("#text", words);
        page.click("form.field button");
    }

    static Page diagnosed(Page page, String complaint, String aircraft) {
        at("/", page);
        page.fill("#aircraft", aircraft);
        ask(page, complaint);
        page.waitForSelector(".answer");
        return page;
    }
}
