package flightline.acceptance.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Lets the JDK's methods that connect, send or look up call {@link Tripwire} first. */
public final class TripwireAgent {
    /** Methods of the JDK through which every one of them goes, whoever calls: streams, channels, HTTP, name service. */
    private static final Map<String, Set<String>> WATCHED = Map.of(
            "sun/nio/ch/Net", Set.of("connect"),
            "sun/nio/ch/DatagramChannelImpl", Set.of("send"),
            "java/net/InetAddress", Set.of("getAddressesFromNameService", "getHostFromNameService"));

    private static final ClassDesc TRIPWIRE = ClassDesc.of("flightline.acceptance.watch.Tripwire");

    private TripwireAgent() {}

    /** Packs the agent, for {@code -javaagent}. */
    public static Path packed(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", TripwireAgent.class.getName());
        manifest.getMainAttributes().putValue("Boot-Class-Path", String.valueOf(jar.getFileName()));
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar);
                var packing = new JarOutputStream(out, manifest)) {
            for (Class<?> one : List.of(Tripwire.class, TripwireAgent.class, Prefix.class, Touch.class)) {
                String name = one.getName().replace('.', '/') + ".class";
                packing.putNextEntry(new JarEntry(name));
                try (InputStream in = Objects.requireNonNull(
                        TripwireAgent.class.getClassLoader().getResourceAsStream(name))) {
                    in.transferTo(packing);
                }
            }
        }
        return jar;
    }

    /** Called by the JDK before {@code main}. */
    public static void premain(@Nullable String arguments, Instrumentation jdk)
            throws ClassNotFoundException, UnmodifiableClassException {
        jdk.addTransformer(new Prefix(), true);
        for (String name : WATCHED.keySet()) jdk.retransformClasses(Class.forName(name.replace('/', '.')));
    }

    private static final class Prefix implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (name == null) return null;
            Set<String> methods = WATCHED.get(name);
            if (methods == null) return null;
            var file = ClassFile.of();
            return file.transformClass(
                    file.parse(bytes),
                    ClassTransform.transformingMethodBodies(
                            method -> methods.contains(method.methodName().stringValue()),
                            new Touch(name.replace('/', '.'))));
        }
    }

    private record Touch(String where) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            code.ldc(where)
                    .invokestatic(
                            TRIPWIRE, "touched", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }
}
