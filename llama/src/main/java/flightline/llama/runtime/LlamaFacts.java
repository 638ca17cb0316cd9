package flightline.llama.runtime;

import flightline.llama.runtime.GgufHeader.Tensor;
import flightline.llama.runtime.GgufInput.Broken;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What the description of a Llama must say, and within which bounds. The library ends the whole process on some values that
 * no true model has, so these are refused here.
 */
final class LlamaFacts {
    private static final Set<String> ROPE_SCALINGS = Set.of("none", "linear", "yarn", "longrope");
    private static final List<String> SPECIAL = List.of("bos", "eos", "eot", "eom", "unknown", "padding", "seperator");

    private final Map<String, Object> values;

    private LlamaFacts(Map<String, Object> values) {
        this.values = values;
    }

    static LlamaFile of(Path path, GgufHeader header) throws Broken {
        return new LlamaFacts(header.values()).file(path, header);
    }

    private LlamaFile file(Path path, GgufHeader header) throws Broken {
        String architecture = text("general.architecture");
        if (!architecture.equals("llama"))
            throw new Broken("its architecture is " + architecture + "; only llama is run here");
        if (values.getOrDefault("general.type", "model") instanceof String type && !type.equals("model"))
            throw new Broken("it is no model but of the type " + type
                    + (type.equals("adapter")
                            ? "; name it in llama.adapters of the configuration, over its model"
                            : ""));
        if (number("split.count", 1, 0, 1_000) > 1)
            throw new Broken("it is one part of several; join them with llama-gguf-split first");
        int layers = (int) needed("llama.block_count", 1, 512);
        int width = (int) needed("llama.embedding_length", 1, 1 << 16);
        int inner = (int) needed("llama.feed_forward_length", 1, 1 << 20);
        int heads = (int) needed("llama.attention.head_count", 1, 1 << 10);
        int keyHeads = (int) number("llama.attention.head_count_kv", heads, 1, heads);
        long context = needed("llama.context_length", 1, 1 << 24);
        if (number("llama.expert_count", 0, 0, 1 << 10) > 0)
            throw new Broken("it is a mixture of experts, which is not run here");
        if (heads % keyHeads != 0) throw new Broken(heads + " heads cannot share " + keyHeads + " keys");
        int head = (int) number("llama.attention.key_length", width / heads, 1, 1 << 12);
        same("llama.attention.value_length", head);
        same("llama.rope.dimension_count", head);
        if (head % 2 != 0) throw new Broken("a head has " + head + " numbers, which is odd");
        if (!(values.get("llama.attention.layer_norm_rms_epsilon") instanceof Double epsilon) || !(epsilon > 0))
            throw new Broken("llama.attention.layer_norm_rms_epsilon is missing or not positive");
        if (values.getOrDefault("llama.rope.scaling.type", "none") instanceof String scaling
                && !ROPE_SCALINGS.contains(scaling))
            throw new Broken("llama.rope.scaling.type is " + scaling + ", which is not known");
        int words = vocabulary();
        tensors(header.tensors(), layers);
        String name = values.getOrDefault("general.name", "") instanceof String given && !given.isBlank()
                ? given
                : String.valueOf(path.getFileName());
        return new LlamaFile(
                path,
                name,
                LlamaFile.mostUsed(header.tensors()),
                header.bytes(),
                layers,
                width,
                head * keyHeads,
                inner,
                words,
                context,
                licence());
    }

    private String licence() {
        var said = new StringJoiner(", ");
        for (String key : List.of("general.license.name", "general.license", "general.license.link"))
            if (values.get(key) instanceof String text && !text.isBlank()) said.add(text.strip());
        return said.toString();
    }

    private int vocabulary() throws Broken {
        String model = text("tokenizer.ggml.model");
        boolean pairs = model.equals("gpt2");
        if (!pairs && !model.equals("llama"))
            throw new Broken("its tokenizer is " + model + "; gpt2 and llama are run here");
        GgufHeader.Texts tokens = texts(GgufHeader.VOCABULARY);
        int count = tokens.count();
        if (count < 2) throw new Broken("its vocabulary has " + count + " tokens");
        if (tokens.twice()) throw new Broken("its vocabulary has a token twice");
        same("llama.vocab_size", count);
        if (pairs) texts("tokenizer.ggml.merges");
        list("tokenizer.ggml.token_type", count);
        list("tokenizer.ggml.scores", count);
        for (String special : SPECIAL) number("tokenizer.ggml." + special + "_token_id", 0, 0, count - 1L);
        needed("tokenizer.ggml.bos_token_id", 0, count - 1L);
        needed("tokenizer.ggml.eos_token_id", 0, count - 1L);
        return count;
    }

    /** Shapes are the library's to check, which it does without harm; that all layers are there is told better here. */
    private static void tensors(List<Tensor> tensors, int layers) throws Broken {
        Set<String> names = new HashSet<>();
        for (Tensor tensor : tensors) {
            names.add(tensor.name());
            if (tensor.shape().size() == 1 && tensor.type() != GgufType.F32)
                throw new Broken("the tensor " + tensor.name() + " is a row of " + tensor.type() + "; F32 is needed");
        }
        for (String name : List.of("token_embd.weight", "output_norm.weight"))
            if (!names.contains(name)) throw new Broken("the tensor " + name + " is missing");
        for (int layer = 0; layer < layers; layer++)
            if (!names.contains("blk." + layer + ".attn_norm.weight"))
                throw new Broken("the layer " + layer + " of " + layers + " is missing");
    }

    private String text(String key) throws Broken {
        if (values.get(key) instanceof String text) return text;
        throw new Broken(key + " is missing or no text");
    }

    private GgufHeader.Texts texts(String key) throws Broken {
        if (values.get(key) instanceof GgufHeader.Texts list) return list;
        throw new Broken(key + " is missing or no list of texts");
    }

    /** A list that may be left out, but must have as many items as there are tokens. */
    private void list(String key, int count) throws Broken {
        Object value = values.get(key);
        if (value == null) return;
        if (!(value instanceof GgufHeader.Array array) || array.count() != count)
            throw new Broken(key + " does not have one item for each of " + count + " tokens");
    }

    private void same(String key, long expected) throws Broken {
        Object value = values.get(key);
        if (value != null && !value.equals(expected))
            throw new Broken(key + " is " + value + ", where " + expected + " follows from the rest");
    }

    private long needed(String key, long least, long most) throws Broken {
        if (!values.containsKey(key)) throw new Broken(key + " is missing");
        return number(key, 0, least, most);
    }

    private long number(String key, long absent, long least, long most) throws Broken {
        Object value = values.get(key);
        if (value == null) return absent;
        if (value instanceof Long number && number >= least && number <= most) return number;
        throw new Broken(
                key + " is " + (value instanceof Long ? value : "no number") + ", not within " + least + ".." + most);
    }
}
