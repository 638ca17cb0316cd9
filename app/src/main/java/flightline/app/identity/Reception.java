package flightline.app.identity;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import flightline.state.Cabinet;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Where whoever asks is looked at first: by password, key, token, certificate, or the session that one of them began. What was
 * wrong is never said, only that it was; the log has more.
 */
public final class Reception {
    /** Failures of one account, and of one address, which may be that of many people. */
    private static final int ACCOUNT = 5;

    private static final int ADDRESS = 30;
    /** Each takes some dozens of MB for a moment. */
    private static final int HASHING = 4;

    private static final long PATIENCE = 10;

    private final PeopleBook book;
    private final AuditLog audit;
    private final Supplier<LocalDate> today;
    private final Secrets secrets;
    private final Sessions sessions;
    private final LockOut accounts;
    private final LockOut addresses;
    private final Semaphore hashing = new Semaphore(HASHING, true);
    private final PasswordHash nobodys;
    private final String formKey;
    private final IdentitySettings settings;
    private final @Nullable OpenIdDesk openId;

    Reception(
            IdentitySettings settings,
            PeopleBook book,
            AuditLog audit,
            IntFunction<Cabinet> passing,
            InstantSource clock,
            Supplier<LocalDate> today,
            SecureRandom random,
            @Nullable OpenIdDesk openId) {
        this.settings = settings;
        this.book = book;
        this.audit = audit;
        this.today = today;
        this.secrets = new Secrets(random);
        this.sessions = new Sessions(passing.apply(Sessions.MOST), clock, secrets, settings.idle(), settings.longest());
        this.accounts = new LockOut(passing.apply(LockOut.MOST), "accounts", clock, ACCOUNT);
        this.addresses = new LockOut(passing.apply(LockOut.MOST), "addresses", clock, ADDRESS);
        this.nobodys = PasswordHash.nobodys(random);
        this.formKey = formKey(passing.apply(1), secrets);
        this.openId = openId;
    }

    /**
     * @param passing where so many values are kept that pass: sessions, failures, what was begun with a provider
     * @param today in the time zone of the machine: keys end with a day
     */
    public static Reception open(
            IdentitySettings settings,
            PeopleBook book,
            AuditLog audit,
            IntFunction<Cabinet> passing,
            InstantSource clock,
            Supplier<LocalDate> today,
            SecureRandom random) {
        return new Reception(
                settings,
                book,
                audit,
                passing,
                clock,
                today,
                random,
                settings.openId()
                        .map(named -> new OpenIdDesk(
                                named,
                                new Provider(named, clock),
                                new Secrets(random),
                                clock,
                                passing.apply(OpenIdDesk.MOST)))
                        .orElse(null));
    }

    /** The same for all nodes that share what passes. */
    private static String formKey(Cabinet shared, Secrets secrets) {
        String key = "sign-in/word";
        var ignored = shared.replace(key, Optional.empty(), secrets.word().getBytes(StandardCharsets.US_ASCII));
        return shared.read(key)
                .map(word -> new String(word, StandardCharsets.US_ASCII))
                .orElseGet(secrets::word);
    }

    /** What comes of an attempt to sign in. */
    public sealed interface Outcome {
        /** @param session only the browser may know it */
        record SignedIn(String session, Principal principal) implements Outcome {}

        /** @param why for whoever tried; it does not say what was wrong of what they gave */
        record Refused(String why) implements Outcome {}

        /** Too many failures. */
        record Wait(Duration pause) implements Outcome {}
    }

    /** What comes of a key or token. */
    public sealed interface Shown {
        record Known(Caller caller) implements Shown {}

        record Unknown() implements Shown {}

        record Wait(Duration pause) implements Shown {}
    }

    /** Whether anybody signs in here at all; where not, only this machine may ask. */
    public boolean isStaffed() {
        return openId != null
                || settings.certificates()
                || !book.people().accounts().isEmpty();
    }

    /** Whether somebody may sign in by password. */
    public boolean takesPasswords() {
        return book.people().accounts().stream()
                .anyMatch(account -> !account.password().isEmpty());
    }

    /** What is to be agreed to before one signs in. */
    public Optional<Notice> notice() {
        return settings.notice();
    }

    public Optional<OpenIdDesk> openId() {
        return Optional.ofNullable(openId);
    }

    /** @param address of the machine that asks */
    public Outcome signIn(String name, String password, String address) {
        Optional<Account> account = book.people().account(name);
        String from = neighbourhood(address);
        LockOut.Said byAddress = addresses.attempt(from);
        if (!byAddress.allowed()) return new Outcome.Wait(byAddress.pause());
        // A name that nobody has is counted too, or its missing wait would tell that nobody has it.
        LockOut.Said byAccount = accounts.attempt(Secrets.kept(name));
        if (!byAccount.allowed()) {
            addresses.forgive(from);
            return new Outcome.Wait(byAccount.pause());
        }
        Optional<Boolean> matches = matches(account, password);
        if (matches.isEmpty()) return new Outcome.Refused("too many people sign in at once; try again in a moment");
        if (account.isEmpty() || !matches.get()) {
            Duration wait = longer(byAccount.pause(), byAddress.pause());
            turnedAway(account.map(Account::name).orElse("unknown"), Caller.Means.PASSWORD, address, wait);
            return new Outcome.Refused("name and password do not belong together");
        }
        accounts.passed(Secrets.kept(name));
        addresses.forgive(from);
        Principal who = account.get().who();
        return letIn(who, Caller.Means.PASSWORD, account, address);
    }

    private Outcome letIn(Principal who, Caller.Means means, Optional<Account> account, String address) {
        var details = new TreeMap<>(Map.of("address", address));
        notice().ifPresent(notice -> details.put("notice", notice.version()));
        log(who.name(), means, "signed-in", details);
        return new Outcome.SignedIn(sessions.begin(who, means, account), who);
    }

    /** Takes as long for a name that nobody has as for any other; empty where it is not this one's turn. */
    private Optional<Boolean> matches(Optional<Account> account, String password) {
        if (password.length() > PasswordRule.MOST) return Optional.of(false);
        try {
            if (!hashing.tryAcquire(PATIENCE, TimeUnit.SECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            Optional<PasswordHash> kept = account.flatMap(Account::hash);
            boolean matches = kept.orElse(nobodys).matches(password);
            return Optional.of(matches && kept.isPresent());
        } finally {
            hashing.release();
        }
    }

    /** Lets in whom the provider named. Names of our own accounts are not the provider's to give. */
    public Outcome signIn(OpenIdDesk.Finding finding, String address) {
        return switch (finding) {
            case OpenIdDesk.Finding.Named(var principal) -> {
                if (isOurs(principal.name())) {
                    turnedAway(principal.name(), Caller.Means.OPENID, address, Duration.ZERO);
                    yield new Outcome.Refused(
                            "the identity provider names somebody who has an account here; ask an administrator");
                }
                yield letIn(principal, Caller.Means.OPENID, Optional.empty(), address);
            }
            case OpenIdDesk.Finding.Nobody(var why) -> {
                log("unknown", Caller.Means.OPENID, "refused", Map.of("address", address, "why", why));
                yield new Outcome.Refused(
                        "the identity provider did not let you in; try again or ask an administrator");
            }
        };
    }

    private boolean isOurs(String name) {
        return book.people().accounts().stream().anyMatch(a -> a.name().equalsIgnoreCase(name));
    }

    /** Who has the session; absent where it is over, or the account is not as it was. */
    public Optional<Caller> session(String id) {
        return sessions.find(id).flatMap(held -> {
            if (held.account().isEmpty())
                return Optional.of(new Caller(held.who(), held.means(), Optional.empty(), held.formToken()));
            Optional<Account> now = book.people().account(held.account());
            if (now.isEmpty() || !held.isOf(now.get())) {
                var ignored = sessions.end(id);
                return Optional.empty();
            }
            // Roles may have been taken away meanwhile.
            return Optional.of(new Caller(now.get().who(), held.means(), Optional.empty(), held.formToken()));
        });
    }

    /** Ends a session; one that is not there is none. */
    public void signOut(String id) {
        sessions.end(id)
                .ifPresent(held -> audit.append(new AuditEvent(
                        "sign-out", held.who().name(), held.means().word(), "signed-out", Map.of())));
    }

    /** Whose key or access token this is. */
    public Shown bearer(String word, String address) {
        boolean key = word.startsWith(ApiKey.PREFIX);
        String from = neighbourhood(address);
        Optional<Caller> caller = key ? key(word) : token(word);
        if (caller.isPresent()) return new Shown.Known(caller.get());
        LockOut.Said said = addresses.attempt(from);
        if (!said.allowed()) return new Shown.Wait(said.pause());
        turnedAway("unknown", key ? Caller.Means.KEY : Caller.Means.TOKEN, address, said.pause());
        return new Shown.Unknown();
    }

    private Optional<Caller> key(String word) {
        String[] parts = word.split("_", 3);
        if (parts.length != 3) return Optional.empty();
        PeopleBook.People people = book.people();
        return people.key(parts[1])
                .filter(key -> Secrets.same(key.kept(), Secrets.kept(parts[2])))
                .filter(key -> key.isGood(today.get()))
                .flatMap(key -> people.account(key.owner())
                        .map(owner -> new Caller(key.narrowed(owner.who()), Caller.Means.KEY, key.allowed(), "")));
    }

    private Optional<Caller> token(String word) {
        return openId == null
                ? Optional.empty()
                : openId.bearer(word)
                        .filter(who -> !isOurs(who.name()))
                        .map(who -> new Caller(who, Caller.Means.TOKEN, Optional.empty(), ""));
    }

    /** Whose client certificate this is; that it is valid and of a known authority was found in the handshake. */
    public Optional<Caller> certificate(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        return book.people().accounts().stream()
                .filter(account ->
                        account.certificates().stream().anyMatch(named -> new X500Principal(named).equals(subject)))
                .findFirst()
                .map(account -> new Caller(
                        account.who(),
                        Caller.Means.CERTIFICATE,
                        Optional.empty(),
                        // Nothing is kept of somebody who brings the proof each time.
                        Secrets.kept(formKey + subject.getName(X500Principal.CANONICAL))));
    }

    private void turnedAway(String who, Caller.Means means, String address, Duration pause) {
        log(
                who,
                means,
                pause.isZero() ? "refused" : "locked",
                pause.isZero()
                        ? Map.of("address", address)
                        : Map.of("address", address, "seconds", String.valueOf(pause.toSeconds())));
    }

    private void log(String who, Caller.Means means, String outcome, Map<String, String> details) {
        audit.append(new AuditEvent("sign-in", who, means.word(), outcome, details));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** One who has an IPv6 network has more addresses than anybody can count; its first 64 bits stand for all. */
    private static String neighbourhood(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
