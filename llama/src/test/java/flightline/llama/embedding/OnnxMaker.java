package flightline.llama.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes small models in ONNX's format that really read two texts together, since no weights can be fetched where this is
 * built. Each word has a place of its own; the figures are made of how many words both texts share, how many of the second
 * the first lacks, and whether one of them says "not" more often.
 *
 * <p>Field numbers are those of onnx.proto3 (ONNX 1.17, IR 8, operators 17).
 */
public final class OnnxMaker {
    private static final List<String> MARKS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]");
    private static final int INT64 = 7;
    private static final int FLOAT = 1;

    private final List<String> words;
    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

    private OnnxMaker(List<String> words) {
        this.words = words;
    }

    /** A cross-encoder: one figure, greater the more words are shared. Returns the SHA-256 of its file. */
    public static String crossEncoder(Path folder, List<String> words) throws IOException {
        var maker = new OnnxMaker(words);
        maker.bags();
        maker.node("Mul", "shared_each", "", "before", "behind");
        maker.node("ReduceSum", "shared", "keepdims", "shared_each", "axis_one");
        maker.constant("bound", FLOAT, new long[] {1, 1}, floats(2.5f));
        maker.node("Sub", "logits", "", "shared", "bound");
        return maker.write(folder, 1, "{}");
    }

    /** A model of inference with the labels contradiction, entailment, neutral. */
    public static String inference(Path folder, List<String> words) throws IOException {
        var maker = new OnnxMaker(words);
        maker.bags();
        float[] denying = new float[words.size() + MARKS.size()];
        float[] telling = new float[denying.length];
        for (int i = 0; i < denying.length; i++) {
            boolean not = i >= MARKS.size() && words.get(i - MARKS.size()).equals("not");
            denying[i] = not ? 1 : 0;
            telling[i] = not ? 0 : 1;
        }
        maker.constant("denying", FLOAT, new long[] {1, denying.length}, floats(denying));
        maker.constant("telling", FLOAT, new long[] {1, denying.length}, floats(telling));
        maker.node("Sub", "apart", "", "behind", "before");
        maker.node("Mul", "more", "", "apart", "denying");
        maker.node("Mul", "squared", "", "more", "more");
        maker.node("ReduceSum", "denied", "keepdims", "squared", "axis_one");
        maker.constant("many", FLOAT, new long[] {1, 1}, floats(100));
        maker.node("Mul", "before_many", "", "before", "many");
        maker.node("Sub", "beyond", "", "behind", "before_many");
        maker.node("Relu", "missing_each", "", "beyond");
        maker.node("Mul", "missing_told", "", "missing_each", "telling");
        maker.node("ReduceSum", "missing", "keepdims", "missing_told", "axis_one");
        maker.constant("eight", FLOAT, new long[] {1, 1}, floats(8));
        maker.constant("four", FLOAT, new long[] {1, 1}, floats(4));
        maker.node("Mul", "denied_eight", "", "denied", "eight");
        maker.node("Sub", "contradiction", "", "denied_eight", "four");
        maker.node("Mul", "missing_four", "", "missing", "four");
        maker.node("Sub", "sure", "", "four", "missing_four");
        maker.node("Sub", "entailment", "", "sure", "denied_eight");
        maker.constant("neutral", FLOAT, new long[] {1, 1}, floats(0));
        maker.node("Concat", "logits", "axis", "contradiction", "entailment", "neutral");
        return maker.write(
                folder, 3, "{\"id2label\": {\"0\": \"contradiction\", \"1\": \"entailment\", \"2\": \"neutral\"}}");
    }

    /** The count of each word in the text before, and in the text behind; marks and unknown words count nothing. */
    private void bags() {
        int size = words.size() + MARKS.size();
        float[] rows = new float[size * size];
        for (int i = MARKS.size(); i < size; i++) rows[i * size + i] = 1;
        constant("rows", FLOAT, new long[] {size, size}, floats(rows));
        constant("axis_one", INT64, new long[] {1}, longs(1));
        constant("axis_two", INT64, new long[] {1}, longs(2));
        constant("one", FLOAT, new long[] {1, 1, 1}, floats(1));
        node("Gather", "each", "", "rows", "input_ids");
        node("Cast", "types", "to", "token_type_ids");
        node("Unsqueeze", "is_behind", "", "types", "axis_two");
        node("Sub", "is_before", "", "one", "is_behind");
        node("Mul", "each_before", "", "each", "is_before");
        node("Mul", "each_behind", "", "each", "is_behind");
        node("ReduceSum", "before", "drop", "each_before", "axis_one");
        node("ReduceSum", "behind", "drop", "each_behind", "axis_one");
    }

    private String write(Path folder, int figures, String config) throws IOException {
        Files.createDirectories(folder);
        var whole = new ByteArrayOutputStream();
        number(whole, 1, 8);
        var inside = new ByteArrayOutputStream();
        inside.writeBytes(graph.toByteArray());
        text(inside, 2, "made");
        for (String input : List.of("input_ids", "attention_mask", "token_type_ids"))
            bytes(inside, 11, value(input, INT64, "count"));
        bytes(inside, 12, value("logits", FLOAT, Integer.toString(figures)));
        bytes(whole, 7, inside.toByteArray());
        var operators = new ByteArrayOutputStream();
        number(operators, 2, 17);
        bytes(whole, 8, operators.toByteArray());
        Path file = Files.write(folder.resolve("model.onnx"), whole.toByteArray());
        Files.writeString(folder.resolve("config.json"), config);
        Files.writeString(
                folder.resolve("vocab.txt"),
                MARKS.stream().collect(Collectors.joining("\n")) + "\n" + String.join("\n", words) + "\n");
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attribute {@code to}: a cast to numbers with a point; {@code axis}: 1; {@code keepdims} and {@code drop}: whether sums keep their axis */
    private void node(String operator, String output, String attribute, String... inputs) {
        var node = new ByteArrayOutputStream();
        for (String input : inputs) text(node, 1, input);
        text(node, 2, output);
        text(node, 3, output);
        text(node, 4, operator);
        switch (attribute) {
            case "to" -> attribute(node, "to", FLOAT);
            case "axis" -> attribute(node, "axis", 1);
            case "keepdims" -> attribute(node, "keepdims", 1);
            case "drop" -> attribute(node, "keepdims", 0);
            default -> {}
        }
        bytes(graph, 1, node.toByteArray());
    }

    private static void attribute(ByteArrayOutputStream node, String name, long value) {
        var attribute = new ByteArrayOutputStream();
        text(attribute, 1, name);
        number(attribute, 3, value);
        number(attribute, 20, 2);
        bytes(node, 5, attribute.toByteArray());
    }

    private void constant(String name, int type, long[] shape, byte[] raw) {
        var tensor = new ByteArrayOutputStream();
        for (long length : shape) number(tensor, 1, length);
        number(tensor, 2, type);
        text(tensor, 8, name);
        bytes(tensor, 9, raw);
        bytes(graph, 5, tensor.toByteArray());
    }

    private static byte[] value(String name, int type, String second) {
        var shape = new ByteArrayOutputStream();
        for (String length : List.of("1", second)) {
            var dimension = new ByteArrayOutputStream();
            if (length.chars().allMatch(Character::isDigit)) number(dimension, 1, Long.parseLong(length));
            else text(dimension, 2, length);
            bytes(shape, 1, dimension.toByteArray());
        }
        var tensor = new ByteArrayOutputStream();
        number(tensor, 1, type);
        bytes(tensor, 2, shape.toByteArray());
        var kind = new ByteArrayOutputStream();
        bytes(kind, 1, tensor.toByteArray());
        var value = new ByteArrayOutputStream();
        text(value, 1, name);
        bytes(value, 2, kind.toByteArray());
        return value.toByteArray();
    }

    private static byte[] floats(float... values) {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) buffer.putFloat(value);
        return buffer.array();
    }

    private static byte[] longs(long... values) {
        var buffer = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) buffer.putLong(value);
        return buffer.array();
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3);
        varint(out, value);
    }

    private static void text(ByteArrayOutputStream out, int field, String value) {
        bytes(out, field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, ((long) field << 3) | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
