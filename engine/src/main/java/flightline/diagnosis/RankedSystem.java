package flightline.diagnosis;

/**
 * A system that the complaint may belong to.
 *
 * @param code ATA/JASC code without dash, four digits where known, else two
 * @param title of the code, empty where the table has none
 * @param probability share of the evidence's weight; all of them add up to at most 1
 * @param why in words
 */
public record RankedSystem(String code, String title, double probability, String why) {
    /** The ATA chapter, two digits. */
    public String chapter() {
        return code.substring(0, 2);
    }
}
