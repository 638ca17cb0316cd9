package flightline.app.cli;

import flightline.app.http.Listening;
import flightline.app.http.Server;
import flightline.app.release.Checksums;
import flightline.app.view.BadRequest;
import flightline.app.view.CheckJson;
import flightline.app.wiring.Wiring;
import flightline.flow.CheckFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description = "Looks over index, archive, quotations, audit chain, rules, disk and the files of the release.")
final class CheckCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    CheckCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = common.folder(outside);
        boolean there = common.isThere(outside, folder);
        try (Wiring wiring = common.wire(outside)) {
            List<CheckFlow.Item> items = new ArrayList<>();
            if (!there)
                items.add(new CheckFlow.Item(
                        "new data folder", folder + " was made just now and holds nothing", List.of()));
            items.addAll(wiring.check().check(ProgressLine.of(outside, common, "checks")));
            items.addAll(configured(wiring));
            release().ifPresent(items::add);
            items = CheckJson.told(items, common.asker());
            boolean sound = items.stream().allMatch(i -> i.faults().isEmpty());
            if (common.json()) outside.out().println(CheckJson.of(items, sound).toPrettyString());
            else outside.out().print(page(items));
            return sound ? Exit.DONE : Exit.NOT_VERIFIED;
        }
    }

    /** What only {@code serve} reads of the configuration, read as it does, or an administrator learns of it at the next start. */
    private List<CheckFlow.Item> configured(Wiring wiring) {
        var items = new ArrayList<CheckFlow.Item>();
        Listening listening = Listening.here("127.0.0.1", 0);
        if (common.configures("serve")) {
            var faults = new ArrayList<String>();
            try {
                listening = common.listening(outside);
                listening.readFiles();
            } catch (BadRequest wrong) {
                faults.add(String.valueOf(wrong.getMessage()));
            }
            items.add(new CheckFlow.Item(
                    "configuration of serve",
                    faults.isEmpty() ? listening.host() + " port " + listening.port() : "",
                    faults));
        }
        if (common.configures("serve") || common.configures("identity")) {
            Optional<String> fault;
            try {
                fault = Server.refusal(listening, ServeCommand.reception(outside, common, wiring, listening));
            } catch (BadRequest wrong) {
                fault = Optional.of(String.valueOf(wrong.getMessage()));
            }
            items.add(new CheckFlow.Item(
                    "who is served",
                    fault.isEmpty() ? "as configured" : "",
                    fault.stream().toList()));
        }
        List<String> clear = common.llama(outside).inTheClear();
        if (!clear.isEmpty())
            items.add(new CheckFlow.Item(
                    "ways to other machines",
                    "",
                    clear.stream()
                            .map(address -> "passages and answers go to " + address
                                    + " in the clear; write https:// where the server speaks it")
                            .toList(),
                    List.of()));
        if (common.configures("observe")) {
            Optional<String> fault = Optional.empty();
            try {
                var ignored = common.otlp();
            } catch (BadRequest wrong) {
                fault = Optional.of(String.valueOf(wrong.getMessage()));
            }
            items.add(new CheckFlow.Item(
                    "configuration of observe",
                    fault.isEmpty() ? "as configured" : "",
                    fault.stream().toList()));
        }
        return items;
    }

    /** Whether the program itself is what was released; absent in a source tree. */
    private Optional<CheckFlow.Item> release() throws IOException {
        Path root = Path.of(outside.root());
        if (!Files.isRegularFile(root.resolve(Checksums.FILE))) {
            // As the launcher tells them apart. Without its sums nobody could say that a release is whole.
            boolean source = Files.isRegularFile(root.resolve("pom.xml")) || !Files.isDirectory(root.resolve("lib"));
            return source
                    ? Optional.empty()
                    : Optional.of(new CheckFlow.Item(
                            "files of the release", "", List.of(root.resolve(Checksums.FILE) + " is missing")));
        }
        return Optional.of(new CheckFlow.Item(
                "files of the release", "compared with " + root.resolve(Checksums.FILE), Checksums.faults(root)));
    }

    private String page(List<CheckFlow.Item> items) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        for (CheckFlow.Item item : items) {
            String mark = !item.faults().isEmpty()
                    ? paint.red("✗ ")
                    : item.warnings().isEmpty() ? paint.green("✓ ") : paint.amber("! ");
            page.line(mark + item.name() + "  " + paint.faint(item.facts()));
            for (String warning : item.warnings()) page.paragraph("    ", warning, "");
            for (String fault : item.faults()) page.paragraph("    ", fault, "");
        }
        return page.toString();
    }
}
