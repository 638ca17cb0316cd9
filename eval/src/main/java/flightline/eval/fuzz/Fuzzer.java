package flightline.eval.fuzz;

/** What the fuzzing engine calls; which parser is meant stands in the system property {@code fuzz.target}. */
public final class Fuzzer {
    private static final Target TARGET = Targets.named(System.getProperty("fuzz.target", "pdf"));

    private Fuzzer() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.attack(bytes);
    }
}
