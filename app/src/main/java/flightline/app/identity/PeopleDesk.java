package flightline.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.PrincipalJson;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Lets people in and out: accounts and keys, each change with its entry in the log. Whoever calls has asked whether the asker may. */
public final class PeopleDesk {
    /** Bytes of a key's public part. */
    private static final int ID = 4;

    private final PeopleBook book;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Secrets secrets;

    public PeopleDesk(PeopleBook book, AuditLog audit, InstantSource clock, SecureRandom random) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
        this.secrets = new Secrets(random);
    }

    /** What was asked cannot be done; the message says why. */
    public static final class NotDone extends Exception {
        private static final long serialVersionUID = 1L;

        NotDone(String message) {
            super(message);
        }
    }

    /** A key as it is shown once. */
    public record Issued(ApiKey key, String word) {}

    public PeopleBook.People people() {
        return book.people();
    }

    /**
     * @param principal JSON as {@code --as} takes it; its name becomes the account's
     * @param password absent for one who signs in by certificate or is a program
     */
    public void add(
            String name, ObjectNode principal, Optional<String> password, List<String> certificates, Principal by)
            throws NotDone {
        Account account = account(name, principal, password, certificates);
        change(people -> {
            if (people.accounts().stream().anyMatch(one -> one.name().equalsIgnoreCase(name)))
                throw new NotDone("there is an account '" + name + "' already");
            for (String subject : certificates)
                if (people.accounts().stream().anyMatch(one -> holds(one, subject)))
                    throw new NotDone("the certificate '" + subject + "' is another account's");
            return new PeopleBook.People(plus(people.accounts(), account), people.keys());
        });
        log(
                by,
                name,
                "account-added",
                Map.of("roles", String.join(", ", account.who().roles())));
    }

    private Account account(String name, ObjectNode principal, Optional<String> password, List<String> certificates)
            throws NotDone {
        JsonNode named = principal.deepCopy().put("name", name);
        for (String subject : certificates) {
            try {
                var ignored = new X500Principal(subject);
            } catch (IllegalArgumentException e) {
                throw new NotDone(
                        "a certificate's subject must be like CN=j.doe,O=Line Station, got '" + subject + "'");
            }
        }
        try {
            var made = new Account(
                    name,
                    named,
                    hashed(name, password),
                    certificates,
                    clock.instant().toString());
            PrincipalJson.given(named);
            return made;
        } catch (IllegalArgumentException e) {
            throw new NotDone(String.valueOf(e.getMessage()));
        }
    }

    private String hashed(String name, Optional<String> password) throws NotDone {
        if (password.isEmpty()) return "";
        Optional<String> objection = PasswordRule.objection(password.get(), name);
        if (objection.isPresent()) throw new NotDone(objection.get());
        return PasswordHash.of(password.get(), secrets.random()).text();
    }

    private static boolean holds(Account account, String subject) {
        return account.certificates().stream()
                .anyMatch(one -> new X500Principal(one).equals(new X500Principal(subject)));
    }

    /** With all keys of the account. */
    public void remove(String name, Principal by) throws NotDone {
        change(people -> {
            Account gone = known(people, name);
            return new PeopleBook.People(
                    people.accounts().stream().filter(one -> !one.equals(gone)).toList(),
                    people.keys().stream()
                            .filter(key -> !key.owner().equals(name))
                            .toList());
        });
        log(by, name, "account-removed", Map.of());
    }

    /** Whoever is signed in with the former password is so no longer. */
    public void password(String name, String password, Principal by) throws NotDone {
        String hash = hashed(name, Optional.of(password));
        change(people -> {
            Account before = known(people, name);
            return new PeopleBook.People(
                    people.accounts().stream()
                            .map(one -> one.equals(before) ? before.with(hash) : one)
                            .toList(),
                    people.keys());
        });
        log(by, name, "password-changed", Map.of());
    }

    /**
     * @param scope acts and roles; empty for all that the account may
     * @param until last day, absent for no end; none that is past, for such a key would open nothing
     * @param today in the time zone of the machine
     */
    public Issued issue(String name, List<String> scope, Optional<LocalDate> until, LocalDate today, Principal by)
            throws NotDone {
        if (until.isPresent() && until.get().isBefore(today))
            throw new NotDone("a key's last day must be today, " + today + ", or later, got " + until.get());
        byte[] bytes = new byte[ID];
        secrets.random().nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        String secret = secrets.word();
        ApiKey key;
        try {
            key = new ApiKey(
                    id,
                    Secrets.kept(secret),
                    name,
                    scope,
                    until.map(LocalDate::toString).orElse(""),
                    clock.instant().toString());
        } catch (IllegalArgumentException e) {
            throw new NotDone(String.valueOf(e.getMessage()));
        }
        change(people -> {
            var ignored = known(people, name);
            if (people.key(id).isPresent()) throw new NotDone("try again: the key " + id + " exists by chance");
            return new PeopleBook.People(people.accounts(), plus(people.keys(), key));
        });
        log(by, name, "key-issued", Map.of("key", id, "until", key.until(), "scope", String.join(", ", scope)));
        return new Issued(key, ApiKey.PREFIX + id + "_" + secret);
    }

    /** A key by its public part. */
    public void revoke(String id, Principal by) throws NotDone {
        change(people -> {
            if (people.key(id).isEmpty()) throw new NotDone("there is no key '" + id + "' (see: people list)");
            return new PeopleBook.People(
                    people.accounts(),
                    people.keys().stream().filter(key -> !key.id().equals(id)).toList());
        });
        log(by, id, "key-revoked", Map.of());
    }

    private static Account known(PeopleBook.People people, String name) throws NotDone {
        return people.account(name)
                .orElseThrow(() -> new NotDone("there is no account '" + name + "' (see: people list)"));
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    /** A change that may find that it cannot be made. */
    private interface Change {
        PeopleBook.People made(PeopleBook.People before) throws NotDone;
    }

    private void change(Change change) throws NotDone {
        var why = new ArrayList<NotDone>();
        book.change(before -> {
            // It may be made again, of what somebody else has made meanwhile.
            why.clear();
            return made(change, before, why);
        });
        if (!why.isEmpty()) throw why.getFirst();
    }

    private static PeopleBook.People made(Change change, PeopleBook.People before, List<NotDone> why) {
        try {
            return change.made(before);
        } catch (NotDone e) {
            why.add(e);
            return before;
        }
    }

    private void log(Principal by, String subject, String outcome, Map<String, String> details) {
        audit.append(new AuditEvent("people", by.name(), subject, outcome, details));
    }
}
