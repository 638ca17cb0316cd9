package flightline.llama.runtime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes GGUF files with the shape of a Llama and weights of seeded chance. The same shape and type give the same bytes. */
public final class GgufMaker {
    private static final String TEMPLATE = "{% for message in messages %}{{ '<|start_header_id|>' + message['role'] + "
            + "'<|end_header_id|>\n\n' + message['content'] | trim + '<|eot_id|>' }}{% endfor %}";
    private static final int ALIGNMENT = 32;

    private final Shape shape;
    private final GgufType type;

    private GgufMaker(Shape shape, GgufType type) {
        this.shape = shape;
        this.type = type;
    }

    /** Writes a model whose matrices are stored as F32, F16, BF16, Q8_0 or Q4_0. */
    public static Path make(Path file, Shape shape, String type) throws IOException {
        new GgufMaker(shape, GgufType.valueOf(type)).write(file);
        return file;
    }

    static GgufMaker of(Shape shape, String type) {
        return new GgufMaker(shape, GgufType.valueOf(type));
    }

    /** Writes a LoRA adapter of rank 4 for the attention's queries of every layer. */
    public static Path adapter(Path file, Shape shape) throws IOException {
        new GgufMaker(shape, GgufType.F32).writeAdapter(file);
        return file;
    }

    /**
     * A tensor to come.
     *
     * @param rows of the matrix; 1 for a row of ones
     * @param scale of its weights
     */
    record Planned(String name, int columns, int rows, GgufType type, float scale) {
        boolean row() {
            return rows == 1;
        }

        long bytes() {
            return (long) rows * columns / type.block * type.bytes;
        }
    }

    List<Planned> tensors() {
        List<Planned> all = new ArrayList<>();
        all.add(matrix("token_embd.weight", shape.width(), shape.tokens(), 1));
        for (int i = 0; i < shape.layers(); i++) {
            String layer = "blk." + i + ".";
            all.add(row(layer + "attn_norm.weight"));
            all.add(matrix(layer + "attn_q.weight", shape.width(), shape.width(), 1));
            all.add(matrix(layer + "attn_k.weight", shape.width(), shape.keyWidth(), 1));
            all.add(matrix(layer + "attn_v.weight", shape.width(), shape.keyWidth(), 1));
            all.add(matrix(layer + "attn_output.weight", shape.width(), shape.width(), 1));
            all.add(row(layer + "ffn_norm.weight"));
            all.add(matrix(layer + "ffn_gate.weight", shape.width(), shape.inner(), 1));
            all.add(matrix(layer + "ffn_up.weight", shape.width(), shape.inner(), 1));
            all.add(matrix(layer + "ffn_down.weight", shape.inner(), shape.width(), 1));
        }
        all.add(row("output_norm.weight"));
        // Large, so that the likeliest token stands out as it does in a true model.
        if (!shape.tied()) all.add(matrix("output.weight", shape.width(), shape.tokens(), 4));
        return all;
    }

    private Planned matrix(String name, int columns, int rows, float scale) {
        return new Planned(name, columns, rows, type, scale / (float) Math.sqrt(columns));
    }

    private Planned row(String name) {
        return new Planned(name, shape.width(), 1, GgufType.F32, 0);
    }

    /** Weights of a tensor as chance gives them, before they are stored; control tokens are never the likeliest. */
    float[] weights(Planned tensor, int row) {
        if (tensor.row()) {
            float[] ones = new float[tensor.columns()];
            java.util.Arrays.fill(ones, 1);
            return ones;
        }
        float[] weights = new float[tensor.columns()];
        if (tensor.name().equals("output.weight") && row >= shape.tokens() - MadeVocabulary.CONTROL.size())
            return weights;
        long state = shape.seed() * 0x9E3779B97F4A7C15L + tensor.name().hashCode() * 31L + row * 0xBF58476D1CE4E5B9L;
        for (int i = 0; i < weights.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            // Two halves of chance together are nearer to a bell than one; uniform weights have the variance of a
            // third.
            float chance = ((int) (state >>> 33) & 0xffff) / 65_536f + (state >>> 49) / 32_768f - 1;
            weights[i] = chance * 2.4f * tensor.scale();
        }
        return weights;
    }

    private void write(Path file) throws IOException {
        var vocabulary = MadeVocabulary.of(shape.tokens());
        var out = new Values();
        out.text("general.architecture", "llama");
        out.text("general.name", "made " + shape.layers() + "x" + shape.width());
        out.number("llama.block_count", shape.layers());
        out.number("llama.context_length", shape.context());
        out.number("llama.embedding_length", shape.width());
        out.number("llama.feed_forward_length", shape.inner());
        out.number("llama.attention.head_count", shape.heads());
        out.number("llama.attention.head_count_kv", shape.keyHeads());
        out.number("llama.rope.dimension_count", shape.head());
        out.number("llama.vocab_size", shape.tokens());
        out.real("llama.attention.layer_norm_rms_epsilon", 1e-5f);
        out.real("llama.rope.freq_base", 500_000);
        out.text("tokenizer.ggml.model", "gpt2");
        out.text("tokenizer.ggml.pre", "llama-bpe");
        out.texts("tokenizer.ggml.tokens", vocabulary.tokens());
        out.texts("tokenizer.ggml.merges", vocabulary.merges());
        int[] kinds = new int[shape.tokens()];
        for (int i = 0; i < kinds.length; i++) kinds[i] = i < vocabulary.firstControl() ? 1 : 3;
        out.numbers("tokenizer.ggml.token_type", kinds);
        out.number("tokenizer.ggml.bos_token_id", vocabulary.number("<|begin_of_text|>"));
        out.number("tokenizer.ggml.eos_token_id", vocabulary.number("<|eot_id|>"));
        out.text("tokenizer.chat_template", TEMPLATE);
        write(file, out, tensors());
    }

    private void writeAdapter(Path file) throws IOException {
        var out = new Values();
        out.text("general.architecture", "llama");
        out.text("general.type", "adapter");
        out.text("adapter.type", "lora");
        out.real("adapter.lora.alpha", 8);
        List<Planned> all = new ArrayList<>();
        for (int i = 0; i < shape.layers(); i++) {
            all.add(new Planned("blk." + i + ".attn_q.weight.lora_a", shape.width(), 4, GgufType.F32, 0.1f));
            all.add(new Planned("blk." + i + ".attn_q.weight.lora_b", 4, shape.width(), GgufType.F32, 1));
        }
        write(file, out, all);
    }

    private void write(Path file, Values values, List<Planned> tensors) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            var head = new Values();
            head.word(0x46554747).word(3).longWord(tensors.size()).longWord(values.count);
            head.bytes.writeBytes(values.bytes.toByteArray());
            long offset = 0;
            for (Planned tensor : tensors) {
                head.string(tensor.name());
                head.word(tensor.row() ? 1 : 2).longWord(tensor.columns());
                if (!tensor.row()) head.longWord(tensor.rows());
                head.word(tensor.type().number).longWord(offset);
                offset += padded(tensor.bytes());
            }
            out.write(head.bytes.toByteArray());
            pad(out, head.bytes.size());
            for (Planned tensor : tensors) {
                var stored = new StoredRow(tensor.type(), tensor.columns());
                for (int row = 0; row < tensor.rows(); row++) out.write(stored.of(weights(tensor, row)));
                pad(out, tensor.bytes());
            }
        }
    }

    private static long padded(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void pad(OutputStream out, long bytes) throws IOException {
        out.write(new byte[(int) (padded(bytes) - bytes)]);
    }

    /** Values in the file's own writing. */
    static final class Values {
        final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        int count;

        void text(String key, String value) {
            key(key, 8).string(value);
        }

        void number(String key, int value) {
            key(key, 4).word(value);
        }

        void real(String key, float value) {
            key(key, 6).word(Float.floatToIntBits(value));
        }

        void texts(String key, List<String> values) {
            key(key, 9).word(8).longWord(values.size());
            values.forEach(this::string);
        }

        void numbers(String key, int[] values) {
            key(key, 9).word(5).longWord(values.length);
            for (int value : values) word(value);
        }

        Values key(String key, int type) {
            count++;
            return string(key).word(type);
        }

        Values string(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            longWord(utf8.length);
            bytes.writeBytes(utf8);
            return this;
        }

        Values word(int value) {
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Values longWord(long value) {
            bytes.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
            return this;
        }
    }
}
