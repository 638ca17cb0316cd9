package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.AuditJson;
import flightline.app.view.BadRequest;
import flightline.app.view.OcsfJson;
import flightline.app.wiring.Wiring;
import flightline.audit.AuditCheck;
import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.AuditVerdict;
import flightline.audit.SealKeys;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = "The log of what was asked and decided: audit verify, show, export, retire, reopen.")
final class AuditCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    AuditCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() {
        throw new BadRequest("say what: audit verify, show, export, retire, or reopen");
    }

    @Command(name = "verify", description = "Follows the chain from the first entry to the last.")
    int verify(
            @Option(
                            names = "--log",
                            paramLabel = "DIR",
                            description = "A copy of the audit folder, instead of the one in the data folder.")
                    @Nullable
                    Path log,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description =
                                    "The public key, as it was kept elsewhere (default: audit.pub in the log's folder).")
                    @Nullable
                    Path key)
            throws Exception {
        return told(verdict(log, key));
    }

    private AuditVerdict verdict(@Nullable Path log, @Nullable Path key) throws Exception {
        if (log != null) {
            if (!Files.isDirectory(log)) throw new BadRequest("--log " + log + " is no folder");
            return key == null ? AuditCheck.of(log) : AuditCheck.of(log, SealKeys.publicKey(key));
        }
        common.mustExist(outside);
        try (Wiring wiring = common.wire(outside)) {
            AuditLog held = wiring.audit();
            return key == null ? held.verify() : held.verify(SealKeys.publicKey(key));
        }
    }

    private int told(AuditVerdict verdict) {
        String line;
        int code;
        switch (verdict) {
            case AuditVerdict.Whole(var entries, var head, var sealed) -> {
                line = "The audit log is whole: " + entries + " entries, head " + head
                        + (sealed ? ", sealed by its key" : ", not sealed yet");
                code = Exit.DONE;
            }
            case AuditVerdict.Broken(var file, var at, var reason) -> {
                line = "The audit log is broken: " + file + " line " + at + ": " + reason;
                code = Exit.NOT_VERIFIED;
            }
        }
        outside.out().println(common.json() ? AuditJson.of(verdict).toPrettyString() : line);
        return code;
    }

    @Command(name = "show", description = "Shows the latest entries.")
    int show(
            @Option(names = "--top", defaultValue = "20") int top,
            @Option(names = "--kind", description = "Only these: ask, diagnose, search, ingest …") @Nullable
                    String kind,
            @Option(names = "--who", description = "Only what this principal did.") @Nullable String who)
            throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.AUDIT_READ)) {
            Deque<AuditEntry> latest = new ArrayDeque<>();
            wiring.audit().read(entry -> {
                if (kind != null && !entry.event().kind().equals(kind)) return;
                if (who != null && !entry.event().who().equals(who)) return;
                latest.addLast(entry);
                if (latest.size() > Math.max(1, top)) latest.removeFirst();
            });
            if (common.json()) {
                var page = JsonNodeFactory.instance.objectNode();
                var entries = page.putArray("entries");
                latest.forEach(entry -> entries.add(AuditJson.of(entry)));
                outside.out().println(page.toPrettyString());
            } else outside.out().print(table(latest));
            return Exit.DONE;
        }
    }

    private Page table(Iterable<AuditEntry> entries) {
        var rows = new ArrayList<List<String>>();
        for (AuditEntry entry : entries) {
            AuditEvent event = entry.event();
            rows.add(List.of(
                    entry.id(), entry.time().toString(), event.who(), event.kind(), event.outcome(), event.subject()));
        }
        return new Page(new Paint(outside.colour()), outside.width())
                .table(List.of("Entry", "Time", "Who", "What", "Outcome", "Subject"), rows);
    }

    @Command(
            name = "export",
            description = "Writes entries as JSON lines in the Open Cybersecurity Schema Framework (OCSF 1.3.0).")
    int export(
            @Option(names = "--since", paramLabel = "DATE", description = "From this day on (UTC).") @Nullable
                    LocalDate since,
            @Option(names = "--until", paramLabel = "DATE", description = "Up to and with this day (UTC).") @Nullable
                    LocalDate until,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: standard output).")
                    @Nullable
                    Path file)
            throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.AUDIT_READ)) {
            Principal asker = common.asker();
            Instant from = since == null
                    ? Instant.MIN
                    : since.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant to = until == null
                    ? Instant.MAX
                    : until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            wiring.audit()
                    .append(new AuditEvent(
                            "audit",
                            asker.name(),
                            "export",
                            "written",
                            Map.of("since", String.valueOf(since), "until", String.valueOf(until))));
            Consumer<Consumer<String>> lines = sink -> wiring.audit().read(entry -> {
                if (!entry.time().isBefore(from) && entry.time().isBefore(to))
                    sink.accept(OcsfJson.of(entry).toString());
            });
            if (file == null) lines.accept(outside.out()::println);
            else write(file, lines);
            return Exit.DONE;
        }
    }

    private static void write(Path file, Consumer<Consumer<String>> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            lines.accept(line -> {
                try {
                    writer.write(line + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
                }
            });
        }
    }

    @Command(
            name = "retire",
            description = "Takes out closed parts of the log that are older than --keep, leaving a signed summary.")
    int retire(
            @Option(names = "--keep", required = true, paramLabel = "PERIOD", description = "For example P2Y or P90D.")
                    String keep)
            throws Exception {
        Period period;
        try {
            period = Period.parse(keep);
        } catch (DateTimeParseException e) {
            throw new BadRequest("--keep must be a period such as P2Y or P90D, got '" + keep + "'");
        }
        if (period.isNegative()) throw new BadRequest("--keep must not be negative, got '" + keep + "'");
        try (Wiring wiring = common.wireExisting(outside, Act.AUDIT_RETIRE)) {
            Principal asker = common.asker();
            Instant limit = outside.clock()
                    .instant()
                    .atZone(ZoneOffset.UTC)
                    .minus(period)
                    .toInstant();
            long gone = wiring.audit().retire(limit, asker.name());
            outside.out()
                    .println(
                            common.json()
                                    ? JsonNodeFactory.instance
                                            .objectNode()
                                            .put("retired", gone)
                                            .toPrettyString()
                                    : gone + " entries were retired; a signed summary of them stays");
            return Exit.DONE;
        }
    }

    @Command(
            name = "reopen",
            description = "Sets a log aside that is cut off or altered, and begins anew with an entry that says so.")
    int reopen(@Option(names = "--why", required = true, paramLabel = "TEXT") String why) throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.AUDIT_RETIRE)) {
            Principal asker = common.asker();
            Path aside = wiring.audit().reopen(asker.name(), why);
            outside.out()
                    .println(
                            common.json()
                                    ? JsonNodeFactory.instance
                                            .objectNode()
                                            .put("setAside", aside.toString())
                                            .toPrettyString()
                                    : "The log was set aside in " + aside + "; a new one is begun");
            return Exit.DONE;
        }
    }
}
