package flightline.library.page;

/** The four cuts of a typeface that the papers use. */
enum Face {
    PLAIN,
    BOLD,
    SLANTED,
    MONO
}
