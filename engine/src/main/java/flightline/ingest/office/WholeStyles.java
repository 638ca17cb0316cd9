package flightline.ingest.office;

import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/** Puts into a workbook's styles what other programs than Excel leave out, and the library takes for granted. */
final class WholeStyles {
    private WholeStyles() {}

    /** Nothing that a cell names changes: what is put in stands only where there was none at all. */
    static void complete(StylesTable styles) {
        if (styles.getFonts().isEmpty()) styles.putFont(new XSSFFont(), true);
        if (styles.getFills().isEmpty()) styles.putFill(new XSSFCellFill(CTFill.Factory.newInstance(), null));
        if (styles._getStyleXfsSize() == 0) styles.putCellStyleXf(CTXf.Factory.newInstance());
        if (styles.getNumCellStyles() == 0) styles.createCellStyle();
    }
}
