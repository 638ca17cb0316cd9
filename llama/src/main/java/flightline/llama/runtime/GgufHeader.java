package flightline.llama.runtime;

import flightline.llama.runtime.GgufInput.Broken;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The description at the head of a GGUF file, read with every length checked against the file.
 *
 * @param values by key: Long, Double, Boolean, String, {@link Texts}, or an {@link Array} of anything else
 * @param bytes of all tensors
 */
record GgufHeader(Map<String, Object> values, List<Tensor> tensors, long bytes) {
    private static final int MAGIC = 0x46554747;
    private static final int MOST_VALUES = 4_096;
    private static final int MOST_TENSORS = 65_536;
    private static final int MOST_ITEMS = 4_000_000;
    private static final int LONGEST_KEY = 256;
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_TEXT = 4_000_000;
    private static final long WIDEST = 1L << 31;
    static final String VOCABULARY = "tokenizer.ggml.tokens";
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    /**
     * One tensor.
     *
     * @param shape fastest first
     */
    record Tensor(String name, List<Long> shape, GgufType type) {}

    /** A list whose items are not kept. */
    record Array(long count) {}

    /**
     * A list of texts, which are not kept either.
     *
     * @param twice whether one of them is there twice; looked at in the vocabulary only
     */
    record Texts(int count, boolean twice) {}

    static GgufHeader read(Path file) throws IOException, Broken {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(new GgufInput(channel));
        }
    }

    private static GgufHeader read(GgufInput in) throws IOException, Broken {
        if (in.size() == 0) throw new Broken("the file is empty");
        if (in.number32() != MAGIC) throw new Broken("it is no GGUF file: it does not begin with GGUF");
        int version = in.number32();
        if (version != 2 && version != 3) throw new Broken("its GGUF version is " + version + "; 2 and 3 are known");
        int tensorCount = (int) in.count(MOST_TENSORS, "the number of tensors");
        int valueCount = (int) in.count(MOST_VALUES, "the number of values");
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < valueCount; i++) {
            String key = in.text(LONGEST_KEY, "a key");
            if (values.put(key, value(in, in.number32(), key)) != null) throw new Broken(key + " is given twice");
        }
        long alignment = values.getOrDefault("general.alignment", 32L) instanceof Long given ? given : 0;
        if (alignment < 8 || alignment > 65_536 || Long.bitCount(alignment) != 1)
            throw new Broken("general.alignment is no power of two between 8 and 65,536");
        return tensors(in, tensorCount, alignment, values);
    }

    private static GgufHeader tensors(GgufInput in, int count, long alignment, Map<String, Object> values)
            throws IOException, Broken {
        List<Tensor> tensors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long next = 0;
        for (int i = 0; i < count; i++) {
            String name = in.text(LONGEST_NAME, "the name of a tensor");
            if (!names.add(name)) throw new Broken("the tensor " + name + " is there twice");
            int dimensions = in.number32();
            if (dimensions < 1 || dimensions > 4)
                throw new Broken("the tensor " + name + " has " + Integer.toUnsignedString(dimensions) + " dimensions");
            List<Long> shape = new ArrayList<>();
            for (int d = 0; d < dimensions; d++) shape.add(in.count(WIDEST, "a dimension of the tensor " + name));
            int number = in.number32();
            Optional<GgufType> type = GgufType.numbered(number);
            if (type.isEmpty())
                throw new Broken("the tensor " + name + " is stored in a way that is not known (" + number + ")");
            long bytes = bytes(name, shape, type.get());
            long offset = in.number64();
            // The library takes tensors only one behind the other, so any other offset is a broken or hostile file.
            if (offset != next)
                throw new Broken("the tensor " + name + " begins at " + Long.toUnsignedString(offset)
                        + " where the one before ends at " + next);
            next += (bytes + alignment - 1) / alignment * alignment;
            if (next > in.size() + alignment)
                throw new Broken("the tensor " + name + " reaches beyond the end of the file");
            tensors.add(new Tensor(name, List.copyOf(shape), type.get()));
        }
        long start = (in.at() + alignment - 1) / alignment * alignment;
        long slack = alignment - 1; // The last tensor need not be filled up.
        if (start + next - slack > in.size())
            throw new Broken("the file is cut off: its tensors need %,d bytes and it has %,d"
                    .formatted(start + next, in.size()));
        return new GgufHeader(values, List.copyOf(tensors), next);
    }

    private static long bytes(String name, List<Long> shape, GgufType type) throws Broken {
        long numbers = 1;
        for (long dimension : shape) {
            if (dimension < 1) throw new Broken("the tensor " + name + " has a dimension of 0");
            if (numbers > Long.MAX_VALUE / 8 / dimension) throw new Broken("the tensor " + name + " is absurdly large");
            numbers *= dimension;
        }
        if (shape.getFirst() % type.block != 0)
            throw new Broken(
                    "the rows of the tensor " + name + " are no multiple of " + type.block + ", as " + type + " needs");
        return numbers / type.block * type.bytes;
    }

    private static Object value(GgufInput in, int type, String key) throws IOException, Broken {
        return switch (type) {
            case 0 -> (long) in.number8();
            case 1 -> (long) (byte) in.number8();
            case 2 -> (long) in.number16();
            case 3 -> (long) (short) in.number16();
            case 4 -> in.number32() & 0xffffffffL;
            case 5 -> (long) in.number32();
            case 6 -> (double) Float.intBitsToFloat(in.number32());
            case 7 -> in.number8() != 0;
            case STRING -> in.text(LONGEST_TEXT, key);
            case ARRAY -> array(in, key);
            case 10, 11 -> in.number64();
            case 12 -> Double.longBitsToDouble(in.number64());
            default -> throw new Broken(key + " has a type that is not known (" + type + ")");
        };
    }

    private static Object array(GgufInput in, String key) throws IOException, Broken {
        int type = in.number32();
        long count = in.count(MOST_ITEMS, "the number of items of " + key);
        if (type == STRING) {
            String item = "an item of " + key;
            Set<String> distinct = new HashSet<>();
            for (long i = 0; i < count; i++) {
                if (key.equals(VOCABULARY)) distinct.add(in.text(LONGEST_TEXT, item));
                else in.skipText(LONGEST_TEXT, item);
            }
            return new Texts((int) count, key.equals(VOCABULARY) && distinct.size() < count);
        }
        int width = switch (type) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            case ARRAY -> throw new Broken(key + " is a list of lists, which no Llama needs");
            default -> throw new Broken(key + " has items of a type that is not known (" + type + ")");
        };
        in.skip(count * width, key);
        return new Array(count);
    }
}
