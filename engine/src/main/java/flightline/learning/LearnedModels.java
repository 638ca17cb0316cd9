package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model of all examples, and for each fold one that never saw that fold, so that a question about an example can be
 * answered by a model that does not know it.
 */
public final class LearnedModels {
    private static final int FORMAT = 1;

    private final Learned full;
    private final List<Learned> byFold;
    private final Map<String, Byte> folds;

    LearnedModels(Learned full, List<Learned> byFold, Map<String, Byte> folds) {
        this.full = full;
        this.byFold = List.copyOf(byFold);
        this.folds = Map.copyOf(folds);
    }

    /** How many it was learned from. */
    public int examples() {
        return folds.size();
    }

    /** The model of all examples. */
    Learned full() {
        return full;
    }

    /** A model that saw none of these; absent where they lie in several folds, for none of the models is innocent then. */
    public Optional<Learned> innocentOf(Collection<String> ids) {
        OptionalInt fold = OptionalInt.empty();
        for (String id : ids) {
            Byte of = folds.get(id);
            if (of == null) continue;
            if (fold.isPresent() && fold.getAsInt() != of) return Optional.empty();
            fold = OptionalInt.of(of);
        }
        return Optional.of(fold.isPresent() ? byFold.get(fold.getAsInt()) : full);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        full.write(out);
        out.writeInt(byFold.size());
        for (Learned one : byFold) one.write(out);
        out.writeInt(folds.size());
        for (var entry : new java.util.TreeMap<>(folds).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeByte(entry.getValue());
        }
    }

    /** @throws IOException where the bytes are no such models, or of another format */
    public static LearnedModels read(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) throw new IOException("learned models of format " + format + ", wanted " + FORMAT);
        Learned full = Learned.read(in);
        int count = Sizes.checked(in.readInt(), "folds");
        var byFold = new ArrayList<Learned>();
        for (int i = 0; i < count; i++) byFold.add(Learned.read(in));
        int examples = Sizes.checked(in.readInt(), "examples");
        Map<String, Byte> folds = HashMap.newHashMap(examples);
        for (int i = 0; i < examples; i++) {
            String id = in.readUTF();
            byte fold = in.readByte();
            if (fold < 0 || fold >= count) throw new IOException("example " + id + " lies in no fold");
            folds.put(id, fold);
        }
        return new LearnedModels(full, byFold, folds);
    }
}
