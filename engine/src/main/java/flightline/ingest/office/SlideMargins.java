package flightline.ingest.office;

import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** What stands on slides beside their content: footers, and the words that masters and layouts put on every slide. */
final class SlideMargins {
    private SlideMargins() {}

    /** Its lines. */
    static String of(XMLSlideShow show) {
        var words = new StringBuilder();
        for (var slide : show.getSlides())
            for (XSLFShape shape : slide.getShapes())
                if (shape instanceof XSLFTextShape text && text.getPlaceholder() == Placeholder.FOOTER)
                    words.append(text.getText()).append('\n');
        for (var master : show.getSlideMasters()) {
            common(master.getShapes(), words);
            for (var layout : master.getSlideLayouts()) common(layout.getShapes(), words);
        }
        return words.toString();
    }

    /** A place to fill in ("Click to edit") prints nothing. */
    private static void common(Iterable<XSLFShape> shapes, StringBuilder words) {
        for (XSLFShape shape : shapes)
            if (shape instanceof XSLFTextShape text && text.getPlaceholder() == null)
                words.append(text.getText()).append('\n');
    }
}
