package planted.flightline.corpus;

/** Needs more than the JDK. */
public final class TouchesJson {
    Class<?> json = com.fasterxml.jackson.databind.ObjectMapper.class;
}
