package flightline.eval.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages that claim something name their tests as {@code `ClassTest.case`}; these and all links must lead somewhere. */
final class PapersLinksTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PAGES = List.of(
            "docs/threat-model.md", "docs/controls.md", "docs/evidence-and-export.md", "docs/security-officer.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Contract))(?:\\.(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everyTestNamed_isThere() throws IOException {
        var tree = SourceTree.of(REPOSITORY);
        var missing = new ArrayList<String>();
        int named = 0;
        for (String page : PAGES) {
            for (Matcher test = TEST.matcher(text(page)); test.find(); named++) {
                var name = new TestName(test.group(1), test.group(2) == null ? "" : test.group(2));
                if (!tree.holds(name)) missing.add(page + ": " + name);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).as("tests named on these pages").isGreaterThan(50);
    }

    @Test
    void everyLink_leadsSomewhere() throws IOException {
        var missing = new ArrayList<String>();
        for (String page : PAGES) {
            Path folder = REPOSITORY.resolve(page).resolveSibling("");
            for (Matcher link = LINK.matcher(text(page)); link.find(); )
                if (!link.group(1).contains("://") && !Files.exists(folder.resolve(link.group(1))))
                    missing.add(page + ": " + link.group(1));
        }
        assertThat(missing).isEmpty();
    }

    private static String text(String page) throws IOException {
        return Files.readString(REPOSITORY.resolve(page));
    }
}
