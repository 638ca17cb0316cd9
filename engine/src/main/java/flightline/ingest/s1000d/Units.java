package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.List;

/** Units of measure as the standard states them: by symbols that read as they stand, those of thresholds by code. */
final class Units {
    /** What the codes th01 and following stand for. */
    private static final List<String> THRESHOLDS = List.of(
            "flight hours",
            "flight cycles",
            "months",
            "weeks",
            "years",
            "days",
            "supersonic cycles",
            "pressure cycles",
            "engine cycles",
            "engine change",
            "shop visits",
            "auxiliary power unit change",
            "landing gear change",
            "wheel change",
            "engine start",
            "APU hours",
            "engine hours",
            "elapsed hours",
            "landings",
            "operating cycles",
            "operating hours",
            "supersonic hours",
            "A check",
            "B check",
            "C check",
            "D check",
            "daily",
            "E check",
            "overnight",
            "preflight",
            "routine check",
            "structural C check",
            "service check",
            "transit");

    private Units() {}

    /** The unit that an element states for what is in it; empty where it states none. Other codes read as they stand. */
    static String of(XmlElement element) {
        return element.attribute("unitOfMeasure")
                + element.attribute("quantityUnitOfMeasure")
                + threshold(element.attribute("thresholdUnitOfMeasure"));
    }

    private static String threshold(String code) {
        if (!code.matches("th\\d\\d")) return code;
        int number = Integer.parseInt(code.substring(2));
        return number >= 1 && number <= THRESHOLDS.size() ? THRESHOLDS.get(number - 1) : code;
    }
}
