package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import flightline.app.wiring.Wiring;
import flightline.flow.ModelFlow.Addition;
import flightline.flow.ModelFlow.Licence;
import flightline.flow.ModelFlow.Outcome;
import flightline.flow.ModelSeals;
import flightline.flow.Progress;
import flightline.llama.fetch.FileFetch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flightline model add}: a GGUF file that lies here, or one that is fetched from the address given. */
@Command(
        name = "add",
        description = {
            "Takes a Llama in: a GGUF file, or an address to fetch one from with --sha256.",
            "Its licence is shown and must be accepted; who accepted what is recorded."
        })
final class ModelAddCommand implements Callable<Integer> {
    private static final List<String> TERMS = List.of("license", "licence", "use_policy", "notice");

    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "FILE|URL")
    private String from = "";

    @Option(names = "--name", paramLabel = "NAME", description = "How it is spoken of (default: the file's name).")
    private @Nullable String name;

    @Option(
            names = "--licence",
            paramLabel = "FILE",
            description = "The licence's text (default: LICENSE and USE_POLICY files beside the model).")
    private @Nullable Path licence;

    @Option(names = "--accept-licence", description = "You have read the licence and accept it.")
    private boolean accepted;

    @Option(names = "--sha256", paramLabel = "HASH", description = "The hash that the file must have.")
    private @Nullable String sha256;

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "Its maker's signature (default: the file with .sig behind its name, where there is one).")
    private @Nullable Path signature;

    ModelAddCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Optional<String> pinned = pinned();
        boolean address = from.matches("(?i)[a-z][a-z0-9+.-]{1,9}://.*");
        if (address && pinned.isEmpty())
            throw new BadRequest("a file from an address needs --sha256 with the hash that its maker publishes");
        try (var stop = StopSignal.listen();
                Wiring wiring = common.wire(outside)) {
            Path file;
            if (address) {
                Optional<Path> fetched = fetch(wiring, pinned.orElseThrow(), stop);
                if (fetched.isEmpty()) return stop.code(Exit.BAD_INPUT);
                file = fetched.get();
            } else file = Path.of(from);
            var addition = new Addition(
                    file,
                    named(file),
                    licence(file),
                    accepted,
                    pinned,
                    address ? withoutQuery(from) : "file",
                    signature(file));
            Progress progress = ProgressLine.of(outside, common, "bytes");
            Outcome outcome = wiring.models().add(addition, common.asker(), progress);
            if (outcome instanceof Outcome.LicenceToAccept(var terms) && asked(terms))
                outcome = wiring.models().add(addition.asAccepted(), common.asker(), progress);
            return new ModelShelf(outside, common).tell(outcome);
        }
    }

    private Optional<String> pinned() {
        if (sha256 == null) return Optional.empty();
        String hash = sha256.strip().toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}"))
            throw new BadRequest("--sha256 must be 64 hexadecimal digits, got '" + sha256 + "'");
        return Optional.of(hash);
    }

    private Optional<Path> fetch(Wiring wiring, String hash, StopSignal stop) {
        URI address;
        try {
            address = URI.create(from);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("'" + from + "' is no address");
        }
        String last = String.valueOf(address.getPath()).replaceAll(".*/", "");
        if (!last.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.gguf"))
            throw new BadRequest("the address must end in the name of a .gguf file, got '" + last + "'");
        Path target = wiring.modelStand().folder().resolve(last);
        Progress progress = ProgressLine.of(outside, common, "bytes");
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("(?i)https?"))
            throw new BadRequest(
                    "the address must begin with http:// or https:// and a host, got '" + withoutQuery(from) + "'");
        try (var fetch = new FileFetch(wiring.egress().with(address.getHost()))) {
            return switch (fetch.fetch(address, hash, target, (done, total) -> progress.at(done, total, last), stop)) {
                case FileFetch.Outcome.Fetched(var file) -> Optional.of(file);
                case FileFetch.Outcome.BrokenOff(var bytes, var why) -> {
                    outside.err()
                            .println("flightline: " + last + ": " + why + "; " + ModelShelf.size(bytes)
                                    + " lie here, the same command goes on from there");
                    yield Optional.empty();
                }
                case FileFetch.Outcome.SentOn(var host) -> {
                    outside.err()
                            .println(
                                    "flightline: " + address.getHost() + " sends on to " + host
                                            + ", which is not configured, so nothing was asked there; name it in llama.hosts if that is meant");
                    yield Optional.empty();
                }
                case FileFetch.Outcome.OtherHash(var found) -> {
                    outside.err()
                            .println("flightline: " + last + " has the SHA-256 " + found + ", not the " + hash
                                    + " that was asked for; it was thrown away");
                    yield Optional.empty();
                }
            };
        }
    }

    private String named(Path file) {
        return name != null ? name : String.valueOf(file.getFileName()).replaceFirst("(?i)\\.gguf$", "");
    }

    private String signature(Path file) {
        if (signature != null) return ModelSeals.read(signature);
        Path beside = ModelSeals.beside(file);
        return Files.isRegularFile(beside) ? ModelSeals.read(beside) : "";
    }

    /** Addresses may carry keys behind the question mark, which belong into no book. */
    private static String withoutQuery(String address) {
        return address.replaceFirst("[?#].*$", "");
    }

    private Licence licence(Path file) {
        if (licence != null) {
            String given = words(licence);
            return new Licence(firstLine(given), given);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) return new Licence("", "");
        var text = new StringBuilder();
        try (var beside = Files.list(folder)) {
            for (Path each : beside.sorted().toList()) if (isTerms(each)) text.append(words(each));
        } catch (IOException e) {
            throw new BadRequest(
                    "the folder " + folder + " cannot be looked through for the licence: " + Unreadable.why(e));
        }
        return new Licence(firstLine(text.toString()), text.toString());
    }

    private static String words(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadRequest("the licence " + file + " cannot be read: " + Unreadable.why(e)
                    + "; name a text file with --licence");
        }
    }

    private static boolean isTerms(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.endsWith(".gguf")
                && !name.endsWith(".sig")
                && TERMS.stream().anyMatch(term -> name.startsWith(term));
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(line -> line.replaceAll("^[#*\\s]+|[*\\s]+$", ""))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.length() <= 80 ? line : line.substring(0, 80) + "…")
                .orElse("");
    }

    /** Shows the licence, and asks a person whether they accept it. */
    private boolean asked(String terms) throws IOException {
        outside.err().println(terms.strip());
        outside.err().println();
        if (!outside.terminal()) return false;
        outside.err().print("Do you accept these terms for your organisation? Type yes: ");
        outside.err().flush();
        var typed = new BufferedReader(new InputStreamReader(outside.in(), StandardCharsets.UTF_8));
        return Objects.requireNonNullElse(typed.readLine(), "").strip().equalsIgnoreCase("yes");
    }
}
