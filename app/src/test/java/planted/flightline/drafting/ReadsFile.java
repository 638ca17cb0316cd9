package planted.flightline.drafting;

/** Writes its paper itself. */
public final class ReadsFile {
    Class<?> files = java.nio.file.Files.class;
}
