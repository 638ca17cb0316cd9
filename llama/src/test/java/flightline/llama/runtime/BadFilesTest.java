package flightline.llama.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut off, of another kind, or hostile: said in a line, and never the end of the process. */
final class BadFilesTest {
    private static final Shape SMALL = new Shape(1, 64, 2, 1, 64, 300, 256, false, 3);

    @TempDir
    Path folder = Path.of("unused");

    private byte[] good = {};

    @BeforeEach
    void makeGood() throws IOException {
        good = Files.readAllBytes(GgufMaker.make(folder.resolve("good.gguf"), SMALL, "F32"));
    }

    @Test
    void goodFile_isFit() {
        var fit = (LlamaFile.Check.Fit) LlamaFile.check(folder.resolve("good.gguf"));
        assertThat(fit.file().layers()).isEqualTo(1);
        assertThat(fit.file().vocabulary()).isEqualTo(300);
        assertThat(fit.file().quantisation()).isEqualTo("F32");
        assertThat(fit.file().name()).isEqualTo("made 1x64");
        assertThat(fit.file().memoryBytes(256)).isGreaterThan(fit.file().weightBytes());
    }

    @Test
    void niceErrorOn_fileThatIsNotThere() {
        assertThat(why(folder.resolve("none.gguf"))).endsWith("none.gguf: it is not there");
    }

    @Test
    void niceErrorOn_emptyFile() throws IOException {
        assertThat(why(bad(new byte[0]))).endsWith("the file is empty");
    }

    @Test
    void niceErrorOn_otherKindOfFile() throws IOException {
        assertThat(why(bad("%PDF-1.7 and so on".getBytes(ISO_8859_1)))).contains("it is no GGUF file");
    }

    @Test
    void niceErrorOn_cutOffDescription() throws IOException {
        assertThat(why(bad(Arrays.copyOf(good, 1_000)))).contains("the file ends at byte 1000");
    }

    @Test
    void niceErrorOn_cutOffTensors() throws IOException {
        assertThat(why(bad(Arrays.copyOf(good, good.length - 5_000)))).contains("the file is cut off");
    }

    @Test
    void niceErrorOn_otherArchitecture() throws IOException {
        assertThat(why(bad(changed("general.architecture", 4 + 8, "qwen2".getBytes(ISO_8859_1)))))
                .endsWith("its architecture is qwen2; only llama is run here");
    }

    @Test
    void niceErrorOn_lengthBeyondTheFile() throws IOException {
        assertThat(why(bad(changed("general.name", 4, longWord(1L << 60))))).contains("the length of general.name");
    }

    @Test
    void niceErrorOn_hugeCounts() throws IOException {
        byte[] many = good.clone();
        ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putLong(16, -1);
        assertThat(why(bad(many))).contains("the number of values is 18446744073709551615");
        ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putLong(8, 1L << 40);
        assertThat(why(bad(many))).contains("the number of tensors");
    }

    @Test
    void niceErrorOn_absurdDimension() throws IOException {
        byte[] changed = changed("output_norm.weight", 4, longWord(1L << 50));
        assertThat(why(bad(changed))).contains("a dimension of the tensor output_norm.weight");
    }

    @Test
    void niceErrorOn_listOfLists() throws IOException {
        assertThat(why(bad(changed("tokenizer.ggml.token_type", 4, word(9))))).contains("is a list of lists");
    }

    @Test
    void niceErrorOn_tensorThatLiesElsewhere() throws IOException {
        byte[] changed = changed("blk.0.attn_q.weight", 4 + 16 + 4, longWord(32));
        assertThat(why(bad(changed))).contains("blk.0.attn_q.weight begins at 32");
    }

    @Test
    void niceErrorOn_impossibleHeads() throws IOException {
        assertThat(why(bad(changed("llama.attention.head_count", 4, word(0)))))
                .endsWith("llama.attention.head_count is 0, not within 1..1024");
    }

    /** Bytes of the description changed by chance; each file is opened in a process of its own, which must live. */
    @Test
    void hostileFiles_neverEndTheProcess() throws IOException, InterruptedException {
        Workbench.in(folder.resolve("cache")); // Skips where there is no library.
        Path files = Files.createDirectory(folder.resolve("files"));
        int description = good.length
                - (int) ((LlamaFile.Check.Fit) LlamaFile.check(folder.resolve("good.gguf")))
                        .file()
                        .weightBytes();
        var chance = new Random(5);
        Files.write(files.resolve("000-good.gguf"), good);
        for (int i = 1; i <= 150; i++) {
            byte[] bytes = good.clone();
            for (int flips = chance.nextInt(1, 4); flips > 0; flips--)
                bytes[chance.nextInt(24, description)] = (byte) chance.nextInt();
            // Half of them in the numbers before the vocabulary, which is most of the description.
            if (i % 2 == 0) bytes[chance.nextInt(24, 700)] ^= (byte) (1 << chance.nextInt(8));
            Files.write(files.resolve("%03d-changed.gguf".formatted(i)), bytes);
        }
        byte[] noNumbers = good.clone();
        Arrays.fill(noNumbers, description, noNumbers.length, (byte) 0xff);
        Files.write(files.resolve("900-no-numbers.gguf"), noNumbers);
        Files.write(files.resolve("901-no-layer.gguf"), renamed("blk.0.attn_q.weight", "blk.0.attn_x.weight"));
        Path report = folder.resolve("report.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BadFileTrial.class.getName(),
                        folder.resolve("cache").toString(),
                        report.toString(),
                        files.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        boolean ended = child.waitFor(4, TimeUnit.MINUTES);
        if (!ended) child.destroyForcibly().waitFor();
        List<String> lines = Files.readAllLines(report);
        assertThat(lines)
                .as("output: %s", Files.readString(folder.resolve("output.txt"), ISO_8859_1))
                .endsWith("done");
        assertThat(lines).anyMatch(line -> line.startsWith("000-good.gguf wrote"));
        assertThat(lines).anyMatch(line -> line.startsWith("900-no-numbers.gguf wrote: the model's numbers are none"));
        assertThat(lines).anyMatch(line -> line.startsWith("901-no-layer.gguf refused") && line.contains("attn_q"));
    }

    private static String why(Path file) {
        return ((LlamaFile.Check.Unfit) LlamaFile.check(file)).why();
    }

    private Path bad(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bad.gguf"), bytes);
    }

    /** The good file with bytes changed at so many after a key. */
    private byte[] changed(String key, int after, byte[] by) {
        byte[] bytes = good.clone();
        // ISO 8859-1 maps each byte to one character, so places in the text are places in the file.
        int at = new String(good, ISO_8859_1).indexOf(key + (key.endsWith("_count") ? "\u0004" : ""));
        System.arraycopy(by, 0, bytes, at + key.length() + after, by.length);
        return bytes;
    }

    private byte[] renamed(String name, String by) {
        return new String(good, ISO_8859_1).replace(name, by).getBytes(ISO_8859_1);
    }

    private static byte[] word(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] longWord(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
