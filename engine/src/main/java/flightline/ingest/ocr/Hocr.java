package flightline.ingest.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads hOCR as Tesseract writes it: an element a line, lines and words with their measures in the title attribute. */
final class Hocr {
    private static final Pattern ELEMENT = Pattern.compile(
            "<span class=['\"](ocr_line|ocr_header|ocr_caption|ocr_textfloat|ocrx_word)['\"][^>]*?title=(?:'([^']*)'|\"([^\"]*)\")[^>]*>(.*)");
    private static final Pattern BOX = Pattern.compile("bbox (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final Pattern BASELINE = Pattern.compile("baseline (-?[\\d.]+) (-?[\\d.]+)");
    private static final Pattern SIZE = Pattern.compile("x_size ([\\d.]+)");
    private static final Pattern ANGLE = Pattern.compile("textangle (-?[\\d.]+)");
    private static final Pattern CONFIDENCE = Pattern.compile("x_wconf (\\d+)");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final List<RecognisedLine> lines = new ArrayList<>();
    private final List<RecognisedWord> words = new ArrayList<>();
    private String title = "";

    private Hocr() {}

    /** Lines with at least one word, in the order written. */
    static List<RecognisedLine> lines(String written) {
        var hocr = new Hocr();
        written.lines().forEach(hocr::take);
        hocr.finish();
        return hocr.lines;
    }

    private void take(String element) {
        Matcher m = ELEMENT.matcher(element);
        if (!m.find()) return;
        String measures = m.group(2) == null ? String.valueOf(m.group(3)) : m.group(2);
        if (m.group(1).equals("ocrx_word")) word(measures, m.group(4));
        else {
            finish();
            title = measures;
        }
    }

    private void word(String measures, String content) {
        Matcher box = BOX.matcher(measures);
        String text = plain(content);
        if (text.isBlank() || !box.find()) return;
        words.add(new RecognisedWord(
                text,
                Integer.parseInt(box.group(1)),
                Integer.parseInt(box.group(2)),
                Integer.parseInt(box.group(3)),
                Integer.parseInt(box.group(4)),
                (int) number(CONFIDENCE, measures, 0)));
    }

    private void finish() {
        Matcher box = BOX.matcher(title);
        if (!words.isEmpty() && box.find()) {
            int left = Integer.parseInt(box.group(1));
            int bottom = Integer.parseInt(box.group(4));
            double height = bottom - Integer.parseInt(box.group(2));
            Matcher baseline = BASELINE.matcher(title);
            boolean known = baseline.find();
            lines.add(new RecognisedLine(
                    left,
                    known ? bottom + Double.parseDouble(baseline.group(2)) : bottom - 0.22 * height,
                    known ? Double.parseDouble(baseline.group(1)) : 0,
                    number(SIZE, title, height),
                    Math.floorMod(Math.round((float) number(ANGLE, title, 0) / 90), 4),
                    words));
        }
        words.clear();
        title = "";
    }

    private static double number(Pattern pattern, String measures, double otherwise) {
        Matcher m = pattern.matcher(measures);
        return m.find() ? Double.parseDouble(m.group(1)) : otherwise;
    }

    private static String plain(String content) {
        return TAG.matcher(content)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
