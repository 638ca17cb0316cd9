package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.flow.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flightline model sign}: needs no data folder, only the file and the key. */
@Command(
        name = "sign",
        description = {
            "Signs a model's file with your Ed25519 private key; the signature is written beside it, as FILE.sig.",
            "Where llama.signed-by names your public key, no other model is taken in or loaded."
        })
final class ModelSignCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Ed25519 private key, PEM.")
    private Path key = Path.of("");

    ModelSignCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) throw new BadRequest(file + " is no file");
        if (!Files.isRegularFile(key)) throw new BadRequest("--key " + key + " is no file");
        Path signature = ModelFiles.sign(file, key, ProgressLine.of(outside, common, "bytes"));
        outside.err().println("flightline: wrote " + signature);
        return Exit.DONE;
    }
}
