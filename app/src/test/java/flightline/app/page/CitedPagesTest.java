package flightline.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import flightline.app.http.PlaceAddress;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Citations of real PDF files, opened beside an answer: the right page, and the quoted words under the mark. */
final class CitedPagesTest {
    private static final Path PDFS = Path.of("../../shared/data/pdf");
    private static final int CITATIONS = 50;

    @TempDir
    private Path temp = Path.of("unused");

    private record Cited(HeldDocument document, Passage passage) {}

    @Test
    void fiftyCitations_openTheirPage_withTheQuotedWordsUnderTheMark() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(PDFS), PDFS + " is not there: no real PDF files are opened");
        try (Tablet tablet = Tablet.open()) {
            Hangar.with(temp, PDFS);
            try (var hangar = new Hangar(temp)) {
                List<Cited> cited = cited(hangar);
                assertThat(cited).hasSize(CITATIONS);
                Page page = tablet.desktop();
                page.navigate(hangar.at("/"));
                var wrong = new ArrayList<String>();
                for (Cited one : cited) open(page, one).ifPresent(wrong::add);
                assertThat(wrong).isEmpty();
            }
        }
    }

    /** Three of each file, spread over its length, until there are enough. */
    private static List<Cited> cited(Hangar hangar) {
        var passages = hangar.wiring().page().passages();
        var all = new ArrayList<Cited>();
        List<HeldDocument> documents = passages.documents();
        int each = Math.ceilDiv(CITATIONS, documents.size());
        for (HeldDocument document : documents) {
            List<Passage> found = passages.passages(document.key()).stream()
                    .filter(p -> p.text().length() >= 30 && p.place().box().isPresent())
                    .toList();
            for (int i = 0; i < each && i < found.size(); i++)
                all.add(new Cited(document, found.get((int) ((i + 0.5) * found.size() / each))));
        }
        return all.subList(0, Math.min(CITATIONS, all.size()));
    }

    /** What is wrong, in words. */
    private static Optional<String> open(Page page, Cited cited) {
        var place = cited.passage.place();
        String address = PlaceAddress.of(
                cited.document.header().id().value(),
                cited.document.header().revision().display(),
                place.start(),
                place.end());
        page.evaluate("""
                address => {
                  document.querySelector('#try')?.remove();
                  document.querySelector('[data-pdf]')?.remove();
                  const link = document.createElement('a');
                  link.id = 'try'; link.href = address; link.dataset.place = 'c1'; link.textContent = 'try';
                  document.querySelector('main').append(link);
                  link.click();
                }""", address);
        page.waitForSelector("[data-pdf][data-state=shown]");
        String where = cited.document.header().id() + " " + place.start() + ".." + place.end();
        int shown = Integer.parseInt(page.getAttribute("[data-pdf]", "data-shown"));
        if (shown != place.page().orElseThrow())
            return Optional.of(where + ": page " + shown + " instead of " + place.page());
        String under = String.valueOf(page.evaluate("""
                () => {
                  const box = document.querySelector('.citedbox').getBoundingClientRect();
                  return [...document.querySelectorAll('.textLayer span')].filter(span => {
                    const at = span.getBoundingClientRect();
                    return at.right > box.left && at.left < box.right && at.bottom > box.top && at.top < box.bottom;
                  }).map(span => span.textContent).join(' ');
                }"""));
        String letters = letters(under);
        List<String> missing = new ArrayList<>();
        for (String word : cited.passage.text().split("\\s+"))
            if (!letters(word).isEmpty() && !letters.contains(letters(word))) missing.add(word);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(where + " p." + shown + ": not under the mark: " + missing + "; there is: " + under);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
