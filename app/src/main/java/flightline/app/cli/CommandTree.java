package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import flightline.app.view.Unseen;
import flightline.app.wiring.DataFolder;
import flightline.fleet.TableTrouble;
import flightline.policy.PolicyFault;
import flightline.search.IndexTrouble;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All verbs, and what an error becomes: one line on standard error and an exit code. */
@Command(
        name = "flightline",
        description = {
            "Aircraft maintenance documents and records in, cited fault diagnosis out.",
            "It advises; a licensed person decides and signs."
        },
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Start here: flightline demo", "Each verb explains itself: flightline VERB --help"},
        scope = CommandLine.ScopeType.INHERIT,
        version = "Flightline 0.1.0")
final class CommandTree {
    /** Common to all verbs; may stand before or behind the verb. */
    @Mixin
    private final CommonOptions common = new CommonOptions();

    private CommandTree() {}

    static int run(Outside outside, String... arguments) {
        CommandLine line = line(outside);
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return Exit.DONE;
        }
        return line.execute(arguments);
    }

    /** The tree itself. */
    static CommandLine line(Outside outside) {
        var tree = new CommandTree();
        CommonOptions common = tree.common;
        return new CommandLine(tree)
                .addSubcommand("demo", new DemoCommand(outside, common))
                .addSubcommand("ingest", new IngestCommand(outside, common))
                .addSubcommand("import-records", new ImportRecordsCommand(outside, common))
                .addSubcommand("model", model(outside, common))
                .addSubcommand("diagnose", new DiagnoseCommand(outside, common))
                .addSubcommand("ask", new AskCommand(outside, common))
                .addSubcommand("search", new SearchCommand(outside, common))
                .addSubcommand("fleet", new FleetCommand(outside, common))
                .addSubcommand("generate", generate(outside, common))
                .addSubcommand("serve", new ServeCommand(outside, common))
                .addSubcommand("mcp", new McpCommand(outside, common))
                .addSubcommand("show", new ShowCommand(outside, common))
                .addSubcommand("library", library(outside, common))
                .addSubcommand("runs", new RunsCommand(outside, common))
                .addSubcommand("policy", policy(outside, common))
                .addSubcommand("audit", new AuditCommand(outside, common))
                .addSubcommand("eval", new EvalCommand(outside, common))
                .addSubcommand("key", key(outside, common))
                .addSubcommand("people", people(outside, common))
                .addSubcommand("check", new CheckCommand(outside, common))
                .addSubcommand("backup", new BackupCommand(outside, common))
                .addSubcommand("restore", new RestoreCommand(outside, common))
                .addSubcommand("bundle", new BundleCommand(outside, common))
                .addSubcommand("draft", new DraftCommand(outside, common))
                .addSubcommand("test", new TestCommand())
                .addSubcommand("bench", new BenchCommand())
                .addSubcommand("warm-up", new WarmUpCommand(outside, common))
                .registerConverter(LocalDate.class, CommandTree::day)
                .setOut(new PrintWriter(outside.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(outside.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        outside.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(outside.width())
                .setParameterExceptionHandler((error, given) -> usage(outside, error))
                .setExecutionExceptionHandler((error, command, parsed) -> failed(outside, common, error));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("must be a day such as 2026-11-30, got '" + text + "'");
        }
    }

    private static CommandLine model(Outside outside, CommonOptions common) {
        return new CommandLine(new ModelCommand(outside, common))
                .addSubcommand("list", new ModelCommand.Listing(outside, common))
                .addSubcommand("add", new ModelAddCommand(outside, common))
                .addSubcommand("sign", new ModelSignCommand(outside, common))
                .addSubcommand("verify", new ModelCommand.Verify(outside, common))
                .addSubcommand("promote", new ModelChangeCommand.Promote(outside, common))
                .addSubcommand("rollback", new ModelChangeCommand.Rollback(outside, common))
                .addSubcommand("remove", new ModelChangeCommand.Remove(outside, common))
                .addSubcommand("evaluate", new ModelEvaluateCommand(outside, common))
                .addSubcommand("shadow", new ModelShadowCommand(outside, common))
                .addSubcommand("drift", new ModelDriftCommand(outside, common))
                .addSubcommand("bench", new ModelBenchCommand(outside, common))
                .addSubcommand("learn", new ModelCommand.Learn(outside, common));
    }

    private static CommandLine generate(Outside outside, CommonOptions common) {
        return new CommandLine(new GenerateCommand())
                .addSubcommand("query", new GenerateQueryCommand(outside, common))
                .addSubcommand("mapping", new GenerateMappingCommand(outside, common))
                .addSubcommand("training", new GenerateTrainingCommand(outside, common))
                .addSubcommand("s1000d", new GenerateModuleCommand(outside, common));
    }

    private static CommandLine key(Outside outside, CommonOptions common) {
        return new CommandLine(new KeyCommand(outside, common))
                .addSubcommand("begin", new KeyCommand.Begin())
                .addSubcommand("rotate", new KeyCommand.Rotate())
                .addSubcommand("finish", new KeyCommand.Finish())
                .addSubcommand("change", new KeyCommand.ChangeTo());
    }

    private static CommandLine people(Outside outside, CommonOptions common) {
        return new CommandLine(new PeopleCommand(outside, common))
                .addSubcommand("add", new PeopleCommand.Add(outside, common))
                .addSubcommand("list", new PeopleCommand.Listing(outside, common))
                .addSubcommand("remove", new PeopleCommand.Remove(outside, common))
                .addSubcommand("password", new PeopleCommand.Password(outside, common))
                .addSubcommand("key", new PeopleCommand.Key(outside, common))
                .addSubcommand("revoke", new PeopleCommand.Revoke(outside, common));
    }

    private static CommandLine policy(Outside outside, CommonOptions common) {
        return new CommandLine(new PolicyCommand(outside, common))
                .addSubcommand("install", new PolicyBundleCommand.Install(outside, common))
                .addSubcommand("rollback", new PolicyBundleCommand.Rollback(outside, common))
                .addSubcommand("copy", new PolicyBundleCommand.Copy(outside, common))
                .addSubcommand("sign", new PolicyBundleCommand.Sign(outside, common));
    }

    private static CommandLine library(Outside outside, CommonOptions common) {
        return new CommandLine(new LibraryCommand(outside, common))
                .addSubcommand("diff", new DiffCommand(outside, common))
                .addSubcommand("quarantine", new QuarantineCommand(outside, common))
                .addSubcommand("approve", new RulingCommand.Approve(outside, common))
                .addSubcommand("reject", new RulingCommand.Reject(outside, common));
    }

    private static int usage(Outside outside, CommandLine.ParameterException error) {
        outside.err().println("flightline: " + Unseen.text(message(error)));
        outside.err().println("See: flightline " + path(error.getCommandLine()) + "--help");
        return Exit.USAGE;
    }

    /** A word where a verb belongs is told as such, with the verbs that look like it. */
    private static String message(CommandLine.ParameterException error) {
        CommandLine line = error.getCommandLine();
        if (!(error instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.isUnknownOption()
                || line.getSubcommands().isEmpty()) return String.valueOf(error.getMessage());
        String word = unmatched.getUnmatched().getFirst();
        List<String> near = unmatched.getSuggestions().stream()
                .filter(line.getSubcommands()::containsKey)
                .toList();
        return "there is no verb '" + path(line) + word + "'"
                + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?");
    }

    private static String path(CommandLine line) {
        return line.getParent() == null ? "" : path(line.getParent()) + line.getCommandName() + " ";
    }

    private static int failed(Outside outside, CommonOptions common, Exception error) {
        return switch (error) {
            case NotPermitted turnedAway -> refused(outside, common, turnedAway);
            case BadRequest bad -> say(outside, bad, Exit.USAGE);
            case DataFolder.UnusableDataFolder folder -> say(outside, folder, Exit.USAGE);
            case PolicyFault rules -> say(outside, rules, Exit.USAGE);
            case IndexTrouble.InUse busy -> say(outside, busy, Exit.USAGE);
            case IndexTrouble.TooNew tooNew -> say(outside, tooNew, Exit.USAGE);
            case IndexTrouble.OtherEmbedder other -> say(outside, other, Exit.USAGE);
            case IndexTrouble.Unusable unusable -> say(outside, unusable, Exit.BAD_INPUT);
            case IndexTrouble.Away away -> say(outside, away, Exit.BAD_INPUT);
            case IndexTrouble.Corrupt corrupt -> say(outside, corrupt, Exit.NOT_VERIFIED);
            case TableTrouble table -> say(outside, table, Exit.BAD_INPUT);
            case UncheckedIOException io -> {
                outside.err().println("flightline: " + Unseen.text(words(io)));
                yield Exit.BAD_INPUT;
            }
            case FileSystemException file -> {
                outside.err().println("flightline: " + Unseen.text(Unreadable.named(file)));
                yield Exit.BAD_INPUT;
            }
            default -> {
                outside.err().println("flightline: a fault of ours: " + error);
                error.printStackTrace(outside.err());
                yield Exit.FAULT;
            }
        };
    }

    /** Whoever wrapped the fault put behind its own words what the file system said, which may be the name alone. */
    private static String words(UncheckedIOException io) {
        String said = String.valueOf(io.getMessage());
        if (!(io.getCause() instanceof FileSystemException file) || file.getMessage() == null) return said;
        return said.endsWith(file.getMessage())
                ? said.substring(0, said.length() - file.getMessage().length()) + Unreadable.named(file)
                : said;
    }

    private static int refused(Outside outside, CommonOptions common, NotPermitted turnedAway) {
        if (common.json())
            outside.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("outcome", "refused")
                            .put("why", turnedAway.getMessage())
                            .toPrettyString());
        outside.err().println("flightline: refused: " + Unseen.text(String.valueOf(turnedAway.getMessage())));
        return Exit.REFUSED;
    }

    private static int say(Outside outside, Exception error, int code) {
        outside.err().println("flightline: " + Unseen.text(String.valueOf(error.getMessage())));
        return code;
    }

    /** The launcher runs the tests itself; the verb is here so that it is listed. */
    @Command(name = "test", description = "Runs the whole test suite, as CI does (needs the source tree and Maven).")
    private static final class TestCommand implements Runnable {
        @Override
        public void run() {
            throw new BadRequest("start the tests through the launcher: ./flightline test");
        }
    }

    /** The launcher runs the benchmarks itself, as it does the tests. */
    @Command(
            name = "bench",
            description = {
                "Measures how indexing and searching grow with the library, beside plain Lucene (needs the source tree and Maven).",
                "bench [SIZE...] [--from PATH]... [--page FILE]; sizes in passages, default 10000 and 100000."
            })
    private static final class BenchCommand implements Runnable {
        @Override
        public void run() {
            throw new BadRequest("start the benchmarks through the launcher: ./flightline bench");
        }
    }
}
