package flightline.app.code;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Whether Java can be parsed, by the compiler of the Java that runs this. It is parsed alone: no name is looked up, no processor runs. */
final class JavaSyntax {
    private JavaSyntax() {}

    /** What the compiler says. */
    sealed interface Reading {
        record Parsed() implements Reading {}

        record Faulty(String why) implements Reading {}

        /** A Java that was put together without one. */
        record NoCompiler() implements Reading {}
    }

    /** A compilation unit, members of a class, or statements: the first of them that parses counts. */
    static Reading of(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) return new Reading.NoCompiler();
        Optional<String> whole = fault(compiler, text);
        if (whole.isEmpty()) return new Reading.Parsed();
        boolean part = fault(compiler, "class Part {\n" + text + "\n}").isEmpty()
                || fault(compiler, "class Part { void part() throws Exception {\n" + text + "\n} }")
                        .isEmpty();
        return part ? new Reading.Parsed() : new Reading.Faulty(whole.get());
    }

    private static Optional<String> fault(JavaCompiler compiler, String text) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask) compiler.getTask(
                Writer.nullWriter(), null, diagnostics, List.of("-proc:none"), null, List.of(new Source(text)));
        try {
            for (var unit : task.parse()) if (unit == null) return Optional.of("it cannot be read");
        } catch (IOException impossible) {
            throw new IllegalStateException("a text cannot be read: " + impossible.getMessage(), impossible);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(one -> "line " + one.getLineNumber() + ": "
                        + one.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
    }

    /** A text as a file that lies nowhere. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Part.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public @Nullable CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
