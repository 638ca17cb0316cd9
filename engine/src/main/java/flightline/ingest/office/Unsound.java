package flightline.ingest.office;

/** What is wrong with a file of an office program, in words. */
final class Unsound {
    private Unsound() {}

    static String reason(Exception broken) {
        // The libraries run into what is not there, and name it by their own classes.
        if (broken instanceof NullPointerException) return "a part that the format asks for is missing";
        String said = broken.getMessage();
        return said == null || said.isBlank() ? "it breaks off, or a part of it is damaged" : said;
    }
}
