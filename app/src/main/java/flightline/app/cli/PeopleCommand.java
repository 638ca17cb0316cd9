package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Account;
import flightline.app.identity.ApiKey;
import flightline.app.identity.PeopleBook;
import flightline.app.identity.PeopleDesk;
import flightline.app.identity.PeopleJson;
import flightline.app.view.BadRequest;
import flightline.app.view.PrincipalJson;
import flightline.app.view.RequestJson;
import flightline.app.view.Unreadable;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.policy.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flightline people}: who may sign in over HTTP, and with which keys. */
@Command(
        name = "people",
        description = {
            "Who may sign in over HTTP: accounts and keys of this data folder.",
            "As soon as there is one, nobody is served any more who does not sign in."
        })
final class PeopleCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    PeopleCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return new Listing(outside, common).call();
    }

    /** What each of the subcommands does with the desk. */
    private interface Work {
        void done(PeopleDesk desk) throws PeopleDesk.NotDone;
    }

    private static int work(Outside outside, CommonOptions common, Work work) throws Exception {
        common.mustExist(outside);
        return letIn(outside, common, work);
    }

    /** The same where the folder may be made: whoever sets a place up may begin with its people. */
    private static int letIn(Outside outside, CommonOptions common, Work work) throws Exception {
        try (Wiring wiring = common.wire(outside, Act.PEOPLE)) {
            work.done(wiring.people().desk());
            return Exit.DONE;
        } catch (PeopleDesk.NotDone e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static void say(Outside outside, CommonOptions common, String outcome, String text) {
        if (common.json())
            outside.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("outcome", outcome)
                            .toPrettyString());
        else outside.out().println(text);
    }

    /** Where a password comes from; never an argument, which others on the machine can read. */
    @SuppressWarnings("SystemConsoleNull") // NullAway reads its annotation, Error Prone the release notes
    static final class PasswordOptions {
        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "Its first line is the password; without it you are asked.")
        private @Nullable Path file;

        String read(Outside outside) {
            if (file != null) return firstLine(file);
            var console = System.console();
            if (!outside.terminal() || console == null)
                throw new BadRequest("nobody can be asked for a password here; name a --password-file");
            char[] once = console.readPassword("Password: ");
            char[] again = console.readPassword("Again: ");
            if (once == null || again == null || !String.valueOf(once).equals(String.valueOf(again)))
                throw new BadRequest("the two passwords are not the same");
            return String.valueOf(once);
        }

        private static String firstLine(Path file) {
            try (var lines = Files.lines(file)) {
                return lines.findFirst().orElseThrow(() -> new BadRequest(file + ": is empty"));
            } catch (IOException e) {
                throw new BadRequest(file + ": " + Unreadable.why(e));
            } catch (java.io.UncheckedIOException e) {
                throw new BadRequest(file + ": must be text in UTF-8");
            }
        }
    }

    /** {@code flightline people add}. */
    @Command(name = "add", description = "Lets somebody in.")
    static final class Add implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        @Parameters(paramLabel = "NAME", description = "Letters, digits, dots, dashes, _ and @.")
        private String name = "";

        @Option(names = "--role", paramLabel = "ROLE", split = ",", description = "Default: technician.")
        private List<String> roles = List.of();

        @Option(names = "--clearance", paramLabel = "MARKING", split = ",", description = "Marking that may be shown.")
        private List<String> clearances = List.of();

        @Option(names = "--group", paramLabel = "GROUP", split = ",", description = "Need-to-know group.")
        private List<String> groups = List.of();

        @Option(names = "--nationality", paramLabel = "CODE", description = "ISO 3166, such as US.")
        private @Nullable String nationality;

        @Option(
                names = "--principal",
                paramLabel = "FILE",
                description = "JSON as --as takes it, in place of these; its name is not looked at.")
        private @Nullable Path principal;

        @Option(
                names = "--certificate",
                paramLabel = "SUBJECT",
                description = "Of a client certificate, such as CN=j.doe,O=Line Station.")
        private List<String> certificates = List.of();

        @Option(names = "--no-password", description = "Signs in by certificate, or is a program with a key.")
        private boolean noPassword;

        @Mixin
        private final PasswordOptions password = new PasswordOptions();

        Add(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            return letIn(outside, common, desk -> {
                ObjectNode who = principal == null ? said() : read(principal);
                PrincipalJson.given(who.deepCopy().put("name", name));
                Optional<String> secret = noPassword ? Optional.empty() : Optional.of(password.read(outside));
                desk.add(name, who, secret, certificates, common.asker());
                say(outside, common, "added", "'" + name + "' may sign in.");
                // The page refuses such a first account; here whoever has this machine can still let in others.
                if (desk.people().accounts().stream().noneMatch(Account::letsInOthers))
                    outside.err()
                            .println("flightline: from now on everybody signs in over HTTP, and no account is an"
                                    + " administrator's: nobody can let in others there, or look after the product;"
                                    + " add one with: people add NAME --role administrator");
            });
        }

        private ObjectNode said() {
            ObjectNode who = JsonNodeFactory.instance.objectNode();
            ArrayNode given = who.putArray("roles");
            (roles.isEmpty() ? List.of(Role.TECHNICIAN.word()) : roles).forEach(given::add);
            clearances.forEach(who.putArray("clearances")::add);
            groups.forEach(who.putArray("groups")::add);
            if (nationality != null) who.put("nationality", nationality);
            return who;
        }

        private static ObjectNode read(Path file) {
            try {
                JsonNode node = new ObjectMapper().readTree(Files.readString(file));
                if (node instanceof ObjectNode object) return object;
                throw new BadRequest(file + ": must hold a JSON object");
            } catch (IOException e) {
                throw new BadRequest(file + ": " + Unreadable.why(e));
            }
        }
    }

    /** {@code flightline people list}. */
    @Command(name = "list", description = "Who may sign in, and which keys there are.")
    static final class Listing implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        Listing(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            LocalDate today = LocalDate.now(outside.clock());
            return work(outside, common, desk -> {
                PeopleBook.People people = desk.people();
                if (common.json())
                    outside.out().println(PeopleJson.of(people, today).toPrettyString());
                else outside.out().print(page(people, today));
            });
        }

        private String page(PeopleBook.People people, LocalDate today) {
            var paint = new Paint(outside.colour());
            var page = new Page(paint, outside.width());
            if (people.accounts().isEmpty())
                return page.line("Nobody has an account here: flightline people add NAME")
                        .toString();
            for (Account account : people.accounts()) {
                page.line(paint.bold(account.name()) + "  "
                        + String.join(", ", account.who().roles())
                        + (account.password().isEmpty() ? ", no password" : ""));
                for (String subject : account.certificates()) page.paragraph("  certificate ", subject, "");
                for (ApiKey key : people.keys())
                    if (key.owner().equals(account.name()))
                        page.line("  key " + key.id()
                                + (key.scope().isEmpty() ? "" : " for " + String.join(", ", key.scope()))
                                + (key.until().isEmpty() ? ", no end" : ", until " + key.until())
                                + (key.isGood(today) ? "" : ", over"));
            }
            return page.toString();
        }
    }

    /** {@code flightline people remove}. */
    @Command(name = "remove", description = "Takes somebody's account away, with its keys; who is signed in is out.")
    static final class Remove implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        @Parameters(paramLabel = "NAME")
        private String name = "";

        Remove(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            return work(outside, common, desk -> {
                desk.remove(name, common.asker());
                say(outside, common, "removed", "'" + name + "' may no longer sign in.");
            });
        }
    }

    /** {@code flightline people password}. */
    @Command(name = "password", description = "Sets another password; who is signed in with the former is out.")
    static final class Password implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Mixin
        private final PasswordOptions password = new PasswordOptions();

        Password(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            return work(outside, common, desk -> {
                desk.password(name, password.read(outside), common.asker());
                say(outside, common, "changed", "'" + name + "' has another password.");
            });
        }
    }

    /** {@code flightline people key}. */
    @Command(name = "key", description = "Makes a key for a program, and shows it this once.")
    static final class Key implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        @Parameters(paramLabel = "NAME", description = "Whose rights it has.")
        private String name = "";

        @Option(names = "--until", paramLabel = "DATE", description = "Last day, 2026-12-31; default: no end.")
        private @Nullable String until;

        @Option(
                names = "--scope",
                paramLabel = "WORDS",
                split = ",",
                description = "Acts such as ask,search, or roles such as technician; default: all that NAME may.")
        private List<String> scope = List.of();

        Key(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            return work(outside, common, desk -> {
                PeopleDesk.Issued issued = desk.issue(
                        name,
                        scope,
                        Optional.ofNullable(until).map(RequestJson::date),
                        LocalDate.now(outside.clock()),
                        common.asker());
                if (common.json())
                    outside.out()
                            .println(JsonNodeFactory.instance
                                    .objectNode()
                                    .put("outcome", "issued")
                                    .put("id", issued.key().id())
                                    .put("key", issued.word())
                                    .toPrettyString());
                else {
                    outside.out().println(issued.word());
                    outside.err()
                            .println("It is shown this once. To take it back: flightline people revoke "
                                    + issued.key().id());
                }
            });
        }
    }

    /** {@code flightline people revoke}. */
    @Command(name = "revoke", description = "Takes a key back, at once.")
    static final class Revoke implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        @Parameters(paramLabel = "KEYID", description = "The eight characters behind flk_.")
        private String id = "";

        Revoke(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            return work(outside, common, desk -> {
                desk.revoke(id, common.asker());
                say(outside, common, "revoked", "The key " + id + " is no longer good.");
            });
        }
    }
}
