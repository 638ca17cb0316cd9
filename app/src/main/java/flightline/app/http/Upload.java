package flightline.app.http;

import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Files that came with a request, in a folder of their own inside the data folder. Closing takes them away; whoever goes on
 * with them closes it.
 */
final class Upload implements AutoCloseable {
    /** Beneath the data folder. */
    static final String FOLDER = "uploads";

    static final Set<String> TYPES = Set.of(
            "application/octet-stream",
            "application/pdf",
            "application/xml",
            "application/json",
            "application/jsonl",
            "application/zip",
            "message/rfc822");
    private static final int FIELD = 1 << 16;

    /** What a document is called after whose file says no name of its own, besides its file's name. */
    static final String USUAL = "uploaded";

    private final Path whole;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, String> fields = new TreeMap<>();
    private final MessageDigest print;

    private Upload(Path whole, Path folder, MessageDigest print) {
        this.whole = whole;
        this.folder = folder;
        this.print = print;
    }

    List<Path> files() {
        return files;
    }

    /** What the form said besides its files. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Path folder() {
        return folder;
    }

    /** The same names and bytes have the same. */
    String print() {
        return HexFormat.of().formatHex(print.digest());
    }

    /** Takes away what a server that was killed has left. */
    static void sweep(Path data) {
        remove(data.resolve(FOLDER));
    }

    /**
     * Reads one file as the body, named by the parameter {@code name}, or those of a form.
     *
     * @param data the data folder
     */
    static Upload of(ServerRequest request, Path data, Bounds bounds, LongSupplier nanos) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        Optional<String> name = Query.of(request).word("name");
        String kept = Query.of(request).word("folder").orElse(USUAL);
        InputStream body =
                request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
        return of(type, name, kept, new Patient(body, bounds.bytes(), bounds.patience(), nanos), data, bounds);
    }

    /** @param kept the name of the folder that they seem to come from */
    static Upload of(String type, Optional<String> name, String kept, InputStream body, Path data, Bounds bounds) {
        Upload upload = begun(data, FileName.checked(kept));
        boolean whole = false;
        try (body) {
            String plain = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
            if (plain.equals("multipart/form-data"))
                Multipart.read(type, body, (field, file) -> upload.part(field, file, bounds));
            else if (isFile(plain)) upload.single(name, body, bounds);
            else
                throw new Problem(
                        Status.UNSUPPORTED_MEDIA_TYPE_415,
                        "the content type must be multipart/form-data, or that of one file such as application/pdf or"
                                + " application/octet-stream, got '" + Query.shown(type) + "'");
            if (upload.files.isEmpty()) throw new BadRequest("no file came with the request");
            whole = true;
            return upload;
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the request ended early");
        } finally {
            if (!whole) upload.close();
        }
    }

    /**
     * Files that came before, in a folder of this node.
     *
     * @param from gives the file at such a place, from 0
     */
    static Upload again(Path data, String kept, List<String> names, IntFunction<InputStream> from) {
        Upload upload = begun(data, FileName.checked(kept));
        boolean whole = false;
        try {
            for (String name : names) {
                Path path = upload.folder.resolve(FileName.checked(name));
                try (InputStream in = from.apply(upload.files.size())) {
                    Files.copy(in, path);
                }
                upload.files.add(path);
            }
            whole = true;
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what was handed in: " + e.getMessage(), e);
        } finally {
            if (!whole) upload.close();
        }
    }

    private static boolean isFile(String type) {
        return TYPES.contains(type) || type.matches("(text|image)/.+|application/(vnd\\.|x-(?!www)|msword).*");
    }

    private static Upload begun(Path data, String kept) {
        try {
            Path all = Files.createDirectories(data.resolve(FOLDER));
            Path whole = Files.createTempDirectory(all, "u");
            return new Upload(whole, Files.createDirectory(whole.resolve(kept)), Digest.sha256());
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /** What the disk does not take is not the fault of whoever sent it. */
    private static Problem notKept(IOException why) {
        return new Problem(
                Status.SERVICE_UNAVAILABLE_503, "what was handed in cannot be kept here: " + Unreadable.why(why));
    }

    private void single(Optional<String> name, InputStream body, Bounds bounds) throws IOException {
        String given = name.orElseThrow(
                () -> new BadRequest("say what the file is called: ?name=…, or send it as multipart/form-data"));
        try (OutputStream out = file(given, bounds)) {
            body.transferTo(out);
        }
    }

    private OutputStream part(String field, Optional<String> file, Bounds bounds) {
        if (file.isPresent()) return file(file.get(), bounds);
        if (fields.size() >= 20) throw new BadRequest("a form may have 20 fields besides its files");
        return new Field(field);
    }

    private OutputStream file(String given, Bounds bounds) {
        String name = FileName.checked(given);
        if (files.size() >= bounds.files())
            throw new Problem(
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "a request may have " + bounds.files() + " files, this one has more");
        var names = new HashSet<String>();
        files.forEach(one -> names.add(String.valueOf(one.getFileName()).toLowerCase(Locale.ROOT)));
        if (names.contains(name.toLowerCase(Locale.ROOT)))
            throw new BadRequest("two files are called '" + Query.shown(name) + "'");
        Path path = folder.resolve(name);
        if (!folder.equals(path.getParent())) throw new BadRequest("the file name '" + name + "' leads elsewhere");
        files.add(path);
        print.update((name + "\0").getBytes(StandardCharsets.UTF_8));
        return new BufferedOutputStream(new Counted(kept(path), name, bounds.fileBytes()), 1 << 16);
    }

    private static OutputStream kept(Path path) {
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    @Override
    public void close() {
        remove(whole);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take away " + folder + ": " + e.getMessage(), e);
        }
    }

    private final class Counted extends FilterOutputStream {
        private final String name;
        private final long most;
        private long count;

        Counted(OutputStream out, String name, long most) {
            super(out);
            this.name = name;
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count += length;
            if (count > most)
                throw new Problem(
                        Status.REQUEST_ENTITY_TOO_LARGE_413,
                        "a file may have " + most + " bytes, '" + Query.shown(name) + "' has more");
            print.update(bytes, from, length);
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw notKept(e);
            }
        }
    }

    private final class Field extends ByteArrayOutputStream {
        private final String name;

        Field(String name) {
            this.name = name;
        }

        @Override
        public synchronized void write(int one) {
            checked();
            super.write(one);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            checked();
            super.write(bytes, from, length);
        }

        private void checked() {
            if (size() >= FIELD)
                throw new BadRequest("a field may have " + FIELD + " bytes, '" + Query.shown(name) + "' has more");
        }

        @Override
        public void close() {
            fields.put(name, toString(StandardCharsets.UTF_8));
            print.update((name + "=" + fields.get(name) + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }
}
