package flightline.app.release;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** A Java runtime of the modules that the product needs, made of the one that runs this. */
final class JavaImage {
    /** Java SE, and of the JDK what the libraries name: direct memory, zip file systems, further character sets, locales. */
    private static final String MODULES = "java.se,jdk.unsupported,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.crypto.ec,"
            + "jdk.management,jdk.jfr,jdk.httpserver,jdk.net,jdk.incubator.vector";

    private JavaImage() {}

    /** @throws IOException with the tool's own words where it cannot be made */
    static void make(Path into) throws IOException {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException(
                        "this Java runtime cannot make a smaller one (no jlink); leave it out with --no-runtime"));
        var said = new StringWriter();
        var print = new PrintWriter(said);
        int code = jlink.run(
                print,
                print,
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                into.toString());
        if (code != 0)
            throw new IOException(
                    "no Java runtime could be made: " + said.toString().strip());
    }
}
