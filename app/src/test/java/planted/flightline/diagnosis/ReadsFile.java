package planted.flightline.diagnosis;

/** Thinks with a file in hand. */
public final class ReadsFile {
    Class<?> files = java.nio.file.Files.class;
}
