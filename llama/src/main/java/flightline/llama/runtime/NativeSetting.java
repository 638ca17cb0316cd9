package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A variable of this process's environment as native libraries read it; Java itself can only look at its own copy. */
public final class NativeSetting {
    private NativeSetting() {}

    /**
     * Sets it for all libraries that look from now on.
     *
     * @return false where the system has no {@code setenv}, as Windows has none
     */
    @SuppressWarnings("restricted") // the one call into native code that this class is for
    public static boolean put(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) return false;
        var call = linker.downcallHandle(setenv.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) throw new IllegalStateException("the environment does not take " + name + "=" + value);
            return true;
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("setenv failed for " + name, e);
        }
    }
}
