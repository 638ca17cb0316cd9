package flightline.ingest.office;

import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Sheet;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;

/** What stands on slides beside their content: footers, and the words that masters and layouts put on every slide. */
final class SlideMargins {
    private SlideMargins() {}

    /** Its lines. */
    static String of(SlideShow<?, ?> show) {
        var words = new StringBuilder();
        for (var slide : show.getSlides())
            for (Shape<?, ?> shape : slide.getShapes())
                if (shape instanceof TextShape<?, ?> text && text.getPlaceholder() == Placeholder.FOOTER)
                    words.append(text.getText()).append('\n');
        for (var master : show.getSlideMasters()) {
            common(master, words);
            if (master instanceof XSLFSlideMaster modern)
                for (var layout : modern.getSlideLayouts()) common(layout, words);
        }
        return words.toString();
    }

    /** A place to fill in ("Click to edit") prints nothing. */
    private static void common(Sheet<?, ?> sheet, StringBuilder words) {
        for (Shape<?, ?> shape : sheet.getShapes())
            if (shape instanceof TextShape<?, ?> text && text.getPlaceholder() == null)
                words.append(text.getText()).append('\n');
    }
}
