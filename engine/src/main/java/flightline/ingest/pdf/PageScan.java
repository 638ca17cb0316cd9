package flightline.ingest.pdf;

import flightline.corpus.Suspicion;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Takes the characters and the straight lines off a page; one scan may read many pages, one after the other. */
final class PageScan extends PDFTextStripper {
    /** A page that needs more was made to exhaust its reader. */
    private static final int MOST_OPERATORS = 3_000_000;

    private static final int MOST_GLYPHS = 200_000;

    private final Map<PDFont, Boolean> boldFonts = new HashMap<>();
    private final Map<PDType3Font, Map<Integer, GlyphProgram.Look>> looks = new HashMap<>();
    private final Rasters rasters = new Rasters();
    private final Map<String, String> known = new HashMap<>();
    private List<Glyph> glyphs = new ArrayList<>();
    private Map<Long, Point2D.Double> seen = new HashMap<>();
    private PathTrace paths = new PathTrace();
    private MarkedContent marked = new MarkedContent();
    private PDRectangle crop = new PDRectangle();
    private int rotation;
    private final @Nullable PDOptionalContentProperties layerStates;
    private final List<Suspicion> suspicions = new ArrayList<>();
    private int slips;
    private int slipPages;
    private int firstSlip;
    private Ink ink = new Ink();
    private Layers layers = new Layers(null);
    private int operators;
    private int images;

    PageScan(@Nullable PDOptionalContentProperties layerStates) {
        output = Writer.nullWriter();
        this.layerStates = layerStates;
        addOperator(new SetNonStrokingColor(this));
        addOperator(new SetNonStrokingColorN(this));
        addOperator(new SetNonStrokingColorSpace(this));
        addOperator(new SetNonStrokingDeviceCMYKColor(this));
        addOperator(new SetNonStrokingDeviceGrayColor(this));
        addOperator(new SetNonStrokingDeviceRGBColor(this));
        addOperator(new SetStrokingColor(this));
        addOperator(new SetStrokingColorN(this));
        addOperator(new SetStrokingColorSpace(this));
        addOperator(new SetStrokingDeviceCMYKColor(this));
        addOperator(new SetStrokingDeviceGrayColor(this));
        addOperator(new SetStrokingDeviceRGBColor(this));
    }

    /** What no reader of the pages scanned so far sees. */
    List<Suspicion> suspicions() {
        return suspicions;
    }

    /** In one line, the hidden letters that are too few for a sentence on any page; absent where there are none. */
    Optional<String> slips() {
        return slips == 0
                ? Optional.empty()
                : Optional.of(slips + (slips == 1 ? " letter" : " letters")
                        + " that nobody sees, too few to be a sentence, on " + slipPages
                        + (slipPages == 1 ? " page" : " pages") + ", first on page " + firstSlip);
    }

    /** The stripper's own idea of lines is not wanted. */
    @Override
    protected void writePage() {
        charactersByArticle.clear();
    }

    /** Reads one page. */
    Sheet scan(PDPage page, int number) throws IOException {
        // Fonts hold much; those of hundreds of pages must not all be held.
        if (boldFonts.size() > 200) boldFonts.clear();
        if (looks.size() > 50) looks.clear();
        rasters.page();
        glyphs = new ArrayList<>();
        seen = new HashMap<>();
        paths = new PathTrace();
        marked = new MarkedContent();
        crop = page.getCropBox();
        rotation = Math.floorMod(page.getRotation(), 360) / 90;
        ink = new Ink();
        layers = new Layers(layerStates);
        operators = 0;
        images = 0;
        if (page.hasContents()) processPage(page);
        ink.judge();
        suspicions.addAll(ink.suspicions(number));
        if (ink.slips() > 0) {
            slips += ink.slips();
            if (slipPages++ == 0) firstSlip = number;
        }
        Set<Integer> unseen = ink.hiddenGlyphs();
        if (!unseen.isEmpty())
            glyphs = IntStream.range(0, glyphs.size())
                    .filter(i -> !unseen.contains(i))
                    .mapToObj(glyphs::get)
                    .toList();
        boolean across = rotation % 2 == 1;
        double width = across ? crop.getHeight() : crop.getWidth();
        double height = across ? crop.getWidth() : crop.getHeight();
        return ReadingFrame.sheet(number, width, height, glyphs, paths, images, known);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS)
            throw new IOException("more than " + MOST_OPERATORS + " drawing operators on one page");
        String name = operator.getName();
        if (name.equals("Do")) countImage(operands);
        else if (name.equals("BI")) inlineImage(operator);
        else paths.take(name, operands, this::shown);
        ink.take(name, operands, this::shown, getGraphicsState());
        layers.take(name, operands, getResources());
        super.processOperator(operator, operands);
    }

    @Override
    public void beginMarkedContentSequence(@Nullable COSName tag, @Nullable COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        marked.begin(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        marked.end();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        ink.push();
        super.showForm(form);
        ink.pop();
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        ink.push();
        super.showTransparencyGroup(form);
        ink.pop();
    }

    private void countImage(List<COSBase> operands) {
        PDResources resources = getResources();
        if (resources != null && !operands.isEmpty() && operands.getFirst() instanceof COSName object)
            if (resources.isImageXObject(object)) {
                images++;
                if (resources.getCOSObject().getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary objects
                        && objects.getDictionaryObject(object) instanceof COSDictionary image)
                    picture(image, image.getBoolean(COSName.IMAGE_MASK, false), opaque(image), () ->
                            (PDImage) resources.getXObject(object));
            }
    }

    private void inlineImage(Operator operator) {
        COSDictionary image = operator.getImageParameters();
        byte[] data = operator.getImageData();
        if (image == null || data == null) return;
        PDResources resources = getResources();
        boolean stencil = image.getBoolean(COSName.IM, image.getBoolean(COSName.IMAGE_MASK, false));
        picture(image, stencil, !stencil, () -> new PDInlineImage(image, data, resources));
    }

    private void picture(COSDictionary image, boolean stencil, boolean opaque, Rasters.Source source) {
        float[] paint = Colours.of(getGraphicsState().getNonStrokingColor());
        var shown = new Picture(image, stencil, source, paint, rasters, this::shown);
        ink.picture(this::shown, getGraphicsState(), opaque, shown);
    }

    private static boolean opaque(COSDictionary image) {
        return image.getDictionaryObject(COSName.SMASK) == null
                && image.getDictionaryObject(COSName.MASK) == null
                && !image.getBoolean(COSName.IMAGE_MASK, false);
    }

    /** A point of the content's own space on the page as shown. */
    private Point2D.Double shown(float x, float y) {
        Point2D.Float point =
                getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
        return onPage(point.x - crop.getLowerLeftX(), point.y - crop.getLowerLeftY());
    }

    private Point2D.Double onPage(double x, double y) {
        return switch (rotation) {
            case 1 -> new Point2D.Double(y, crop.getWidth() - x);
            case 2 -> new Point2D.Double(crop.getWidth() - x, crop.getHeight() - y);
            case 3 -> new Point2D.Double(crop.getHeight() - y, x);
            default -> new Point2D.Double(x, y);
        };
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = readable(position.getUnicode());
        if (text.isEmpty() || glyphs.size() >= MOST_GLYPHS) return;
        Matrix matrix = position.getTextMatrix();
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        Point2D.Double at = onPage(matrix.getTranslateX(), matrix.getTranslateY());
        boolean outside = at.x < -2
                || at.y < -2
                || at.x > Math.max(crop.getWidth(), crop.getHeight()) + 2
                || at.y > Math.max(crop.getWidth(), crop.getHeight()) + 2;
        if (outside || !(size > 0.5)) ink.outside(text, !outside);
        if (outside || !(size > 0.5) || size > 2_000) return;
        if (!text.isBlank() && isShadow(text, at, size)) return;
        if (position.getFont() instanceof PDType3Font drawing)
            ink.drawn(text, at, size, glyphs.size(), layers.off(), getGraphicsState(), look(drawing, position));
        else ink.mark(text, at, size, glyphs.size(), layers.off(), getGraphicsState());
        int turn = Math.floorMod(
                (int) Math.round(Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX())) / 90) - rotation,
                4);
        double advance = position.getWidthDirAdj();
        boolean stroked = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
        glyphs.add(new Glyph(
                text,
                at.x,
                at.y,
                advance > 0 ? advance : 0,
                size,
                position.getWidthOfSpace(),
                stroked || boldFonts.computeIfAbsent(position.getFont(), PageScan::isBold),
                turn,
                marked.current()));
    }

    private GlyphProgram.Look look(PDType3Font font, TextPosition position) {
        int code = position.getCharacterCodes()[0];
        return looks.computeIfAbsent(font, f -> new HashMap<>()).computeIfAbsent(code, c -> GlyphProgram.of(font, c));
    }

    /** Shadows and poor man's bold are drawn by setting a text twice, a little apart. */
    private boolean isShadow(String text, Point2D.Double at, double size) {
        double apart = Math.max(0.4, 0.1 * size);
        long x = Math.round(at.x / apart);
        long y = Math.round(at.y / apart);
        long kind = (long) text.codePointAt(0) << 42 | (Math.round(size * 4) & 0x3FFF) << 28;
        for (long dx = -1; dx <= 1; dx++)
            for (long dy = -1; dy <= 1; dy++) {
                Point2D.Double other = seen.get(kind | cell(x + dx, y + dy));
                // Twin letters ("ll") stand further apart than any shadow.
                if (other != null && Math.abs(other.x - at.x) < apart && Math.abs(other.y - at.y) < apart) return true;
            }
        seen.put(kind | cell(x, y), at);
        return false;
    }

    private static long cell(long x, long y) {
        return (x & 0x3FFF) << 14 | (y & 0x3FFF);
    }

    private static boolean isBold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        if (name.matches(".*(?:bold|black|heavy|demi).*")) return true;
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    }

    /** Ligatures taken apart, blanks of all kinds one kind, control characters left out, symbol fonts' bullets as bullets. */
    private static String readable(@Nullable String unicode) {
        if (unicode == null) return "";
        if (unicode.length() == 1 && unicode.charAt(0) > ' ' && unicode.charAt(0) < 0x7F) return unicode;
        var text = new StringBuilder();
        unicode.codePoints().forEach(c -> {
            if (c >= 0xFB00 && c <= 0xFB06)
                text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) text.append(' ');
            else if (c == 0xF0B7 || c == 0xF0A7 || c == 0xF076 || c == 0xF0D8 || c == 0x2022) text.append('•');
            else if (!Character.isISOControl(c)
                    && Character.isValidCodePoint(c)
                    && Character.getType(c) != Character.SURROGATE) text.appendCodePoint(c);
        });
        return text.toString();
    }
}
