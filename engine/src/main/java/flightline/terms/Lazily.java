package flightline.terms;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is read when it is first asked for, once; a command that needs no list should not wait for it. */
final class Lazily<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;

    Lazily(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T read = value;
        if (read == null) {
            synchronized (this) {
                read = value;
                if (read == null) {
                    read = source.get();
                    value = read;
                }
            }
        }
        return read;
    }
}
