package flightline.flow;

import flightline.corpus.DocumentId;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.RevisionNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows which revision of each document is in force from when until when.
 *
 * <p>A final revision is in force from the day that it names for taking effect, else from its date of issue, until the
 * next revision is, or until a final document that names it as superseded is, and no longer than it says of itself that it is valid. A correction replaces nothing and ends with
 * the directive that it corrects. Proposed, withdrawn and deleted ones never are; a deletion ends what it deletes, a notice of
 * cancellation the directive that it cancels; one that says of itself that it was superseded takes those before it with it. The outcome
 * depends on what is held, not on the order in which it came, except that a second file of one revision replaces the first.
 * What a notice without a number of its own is likely to have been replaced by is told and changes nothing, see {@link LikelyReplaced}.
 * Markings do not change it: what was superseded is never in force again for those who may not see what superseded it.
 */
final class RevisionLedger {
    private static final Pattern NUMBER_BEHIND_LETTERS = Pattern.compile("[A-Z]+(\\d{6,}[A-Z0-9]*)");
    private static final Pattern REVISION_BEHIND = Pattern.compile("(?:REV|REVISION|ISSUE)[A-Z]?\\d{0,3}$");
    private static final Comparator<HeldDocument> OLDEST_FIRST =
            Comparator.<HeldDocument, flightline.corpus.Revision>comparing(
                            d -> d.header().revision())
                    .thenComparing(HeldDocument::ingested)
                    .thenComparing(d -> d.source().hex());

    private final Map<DocumentId, List<HeldDocument>> byId = new HashMap<>();
    private final Map<String, Set<DocumentId>> byNumber = new HashMap<>();
    private final Map<String, Set<DocumentId>> supersedersOf = new HashMap<>();
    private final LikelyReplaced likely = new LikelyReplaced();

    RevisionLedger(Collection<HeldDocument> held) {
        held.forEach(this::enter);
    }

    /**
     * What taking in a document does.
     *
     * @param arrival the document with its days in force
     * @param changed documents already held whose days in force are different now
     */
    record Entry(HeldDocument arrival, List<HeldDocument> changed) {}

    /** Enters the document and works out everybody's days in force anew where they may differ. */
    Entry admit(HeldDocument document) {
        Optional<HeldDocument> twin = revisions(document.header().id()).stream()
                .filter(h -> sameFile(h, document))
                .findFirst();
        if (twin.isPresent()) return new Entry(twin.get(), List.of());
        var naming = new ArrayList<>(List.of(document));
        revisions(document.header().id()).stream()
                .filter(h -> h.key().equals(document.key()))
                .forEach(naming::add);
        Set<DocumentId> touched = new LinkedHashSet<>(likely.near(document, this::held));
        enter(document);
        touched.addAll(namedBy(naming));
        touched.addAll(likely.near(document, this::held));
        touched.add(document.header().id());
        Map<String, HeldDocument> changed = judgeAnew(touched);
        changed.remove(document.key());
        HeldDocument arrival = revisions(document.header().id()).stream()
                .filter(h -> sameFile(h, document))
                .findFirst()
                .orElse(document);
        return new Entry(arrival, List.copyOf(changed.values()));
    }

    /** Takes a document out with all its revisions; returns the others whose days in force are different now. */
    List<HeldDocument> withdraw(DocumentId gone) {
        Set<DocumentId> touched = namedBy(revisions(gone));
        List<HeldDocument> leaving = revisions(gone);
        leaving.forEach(each -> touched.addAll(likely.near(each, this::held)));
        byId.remove(gone);
        likely.remove(gone);
        byNumber.values().forEach(ids -> ids.remove(gone));
        supersedersOf.values().forEach(ids -> ids.remove(gone));
        leaving.forEach(each -> touched.addAll(likely.near(each, this::held)));
        touched.remove(gone);
        return List.copyOf(judgeAnew(touched).values());
    }

    /** The documents held that these name as superseded. */
    private Set<DocumentId> namedBy(List<HeldDocument> documents) {
        Set<DocumentId> named = new LinkedHashSet<>();
        for (HeldDocument each : documents)
            for (String number : ends(each)) named.addAll(byNumber.getOrDefault(number, Set.of()));
        return named;
    }

    /** The revisions of these documents that are in force at other times than before, by key. */
    private Map<String, HeldDocument> judgeAnew(Set<DocumentId> ids) {
        var changed = new LinkedHashMap<String, HeldDocument>();
        for (DocumentId id : ids) {
            List<HeldDocument> before = revisions(id);
            List<HeldDocument> after = inForce(id);
            for (int i = 0; i < before.size(); i++)
                if (!after.get(i).equals(before.get(i)))
                    changed.put(after.get(i).key(), after.get(i));
            byId.put(id, after);
        }
        return changed;
    }

    private List<HeldDocument> revisions(DocumentId id) {
        return byId.getOrDefault(id, List.of());
    }

    private void enter(HeldDocument document) {
        DocumentId id = document.header().id();
        var revisions = new ArrayList<>(revisions(id));
        revisions.removeIf(r -> r.key().equals(document.key()));
        revisions.add(document);
        revisions.sort(OLDEST_FIRST);
        byId.put(id, List.copyOf(revisions));
        likely.enter(document);
        for (String number : numbers(document))
            byNumber.computeIfAbsent(number, n -> new LinkedHashSet<>()).add(id);
        for (String number : ends(document))
            supersedersOf.computeIfAbsent(number, n -> new LinkedHashSet<>()).add(id);
    }

    /** Whether a directive of that number is held as such. */
    private boolean held(String number) {
        return !byNumber.getOrDefault(number(number), Set.of()).isEmpty();
    }

    /** The numbers of what a document ends: what a final one supersedes, what a notice of cancellation cancels. */
    private static Set<String> ends(HeldDocument document) {
        var header = document.header();
        var numbers = new LinkedHashSet<String>();
        if (header.status() == DocumentStatus.FINAL || header.status() == DocumentStatus.SUPERSEDED)
            header.supersedes().forEach(written -> {
                numbers.add(number(written));
                CalledNames.named(written).ifPresent(numbers::add);
            });
        header.facts(Fact.Kind.CANCELS).forEach(fact -> numbers.add(number(fact.value())));
        return numbers;
    }

    private List<HeldDocument> inForce(DocumentId id) {
        var out = new ArrayList<HeldDocument>();
        List<HeldDocument> revisions = revisions(id);
        for (int i = 0; i < revisions.size(); i++)
            out.add(judge(revisions.get(i), revisions.subList(i + 1, revisions.size())));
        return List.copyOf(out);
    }

    private HeldDocument judge(HeldDocument document, List<HeldDocument> later) {
        return switch (document.header().status()) {
            case PROPOSED -> with(document, Optional.empty(), Optional.empty(), proposed(later));
            case WITHDRAWN -> with(document, Optional.empty(), Optional.empty(), withdrawn(document));
            case SUPERSEDED -> with(document, Optional.empty(), Optional.empty(), "superseded, as it says itself");
            case DELETED -> with(document, Optional.empty(), Optional.empty(), "deleted by its issuer");
            case FINAL, CORRECTION -> ended(document, later);
        };
    }

    private static String withdrawn(HeldDocument document) {
        return document.header()
                .facts(Fact.Kind.CANCELS)
                .findFirst()
                .map(fact -> "cancels AD " + fact.value() + ", binds nobody itself")
                .orElse("withdrawn");
    }

    private static String proposed(List<HeldDocument> later) {
        boolean withdrawn = later.stream().anyMatch(l -> l.header().status() == DocumentStatus.WITHDRAWN);
        return withdrawn ? "proposed only, and withdrawn" : "proposed only";
    }

    /** Its own number, and for a correction the number of what it corrects. */
    private static Set<String> numbers(HeldDocument document) {
        var numbers = new LinkedHashSet<String>();
        numbers.add(number(document.header().id().value()));
        numbers.addAll(CalledNames.of(document.header()));
        if (document.header().status() == DocumentStatus.CORRECTION)
            document.header().facts(Fact.Kind.CORRECTS).forEach(fact -> numbers.add(number(fact.value())));
        return numbers;
    }

    private HeldDocument ended(HeldDocument document, List<HeldDocument> later) {
        LocalDate from = from(document);
        Optional<LocalDate> until = Optional.empty();
        String why = "";
        for (HeldDocument next : later) {
            if (!endsEarlier(next.header().status())) continue;
            until = Optional.of(from(next).isBefore(from) ? from : from(next));
            why = (next.header().status() == DocumentStatus.DELETED ? "deleted" : "superseded")
                    + by(RevisionNames.of(List.of(next, document)).of(next), next, document);
            break;
        }
        DocumentId id = document.header().id();
        Set<String> numbers = numbers(document);
        var others = new LinkedHashSet<DocumentId>();
        for (String number : numbers) others.addAll(supersedersOf.getOrDefault(number, Set.of()));
        for (DocumentId other : others) {
            if (other.equals(id)) continue;
            for (HeldDocument superseder : revisions(other)) {
                List<String> meant =
                        ends(superseder).stream().filter(numbers::contains).toList();
                if (meant.isEmpty()) continue;
                // A name is given anew, a number is not: what was issued later under that name is another matter.
                if (meant.stream().allMatch(CalledNames::isName) && laterThan(document, superseder)) continue;
                LocalDate day = from(superseder).isBefore(from) ? from : from(superseder);
                if (until.isPresent() && !day.isBefore(until.get())) continue;
                until = Optional.of(day);
                boolean cancelled = superseder.header().status() == DocumentStatus.WITHDRAWN;
                why = (cancelled ? "cancelled" : "superseded") + by(other.value(), superseder, document);
            }
        }
        Optional<LocalDate> over = document.header().expires().map(last -> last.plusDays(1));
        if (over.isPresent() && (until.isEmpty() || over.get().isBefore(until.get()))) {
            until = Optional.of(over.get().isBefore(from) ? from : over.get());
            why = "expired by its own words";
        }
        return with(document, Optional.of(from), until, until.isPresent() ? why : doubt(document));
    }

    private String doubt(HeldDocument document) {
        return likely.replacing(document, this::held)
                .map(successor ->
                        HeldDocument.PERHAPS + by(successor.header().id().value(), successor, document))
                .orElse("");
    }

    private static boolean endsEarlier(DocumentStatus status) {
        return switch (status) {
            case FINAL, SUPERSEDED, DELETED -> true;
            case PROPOSED, CORRECTION, WITHDRAWN -> false;
        };
    }

    /** Whoever may see the one may not see the other: then that it no longer holds is said, and not through what. */
    private static String by(String name, HeldDocument superseder, HeldDocument document) {
        Marking own = document.header().marking();
        return own.and(superseder.header().marking()).equals(own) ? " by " + name : "";
    }

    private static boolean laterThan(HeldDocument document, HeldDocument superseder) {
        return superseder
                .header()
                .binding()
                .filter(day -> from(document).isAfter(day))
                .isPresent();
    }

    private static LocalDate from(HeldDocument document) {
        return document.header().binding().orElse(HeldDocument.SINCE_EVER);
    }

    private static HeldDocument with(HeldDocument d, Optional<LocalDate> from, Optional<LocalDate> until, String why) {
        return d.inForce(from, until, why);
    }

    private static boolean sameFile(HeldDocument a, HeldDocument b) {
        return a.source().equals(b.source())
                && a.header().id().equals(b.header().id());
    }

    /** A number as people compare it: {@code AD 2019-12-05}, {@code 2019-12-05} and {@code 2019‑12‑05} are one. */
    private static String number(String written) {
        String bare = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        bare = REVISION_BEHIND.matcher(bare).replaceFirst("");
        var behind = NUMBER_BEHIND_LETTERS.matcher(bare);
        return behind.matches() ? String.valueOf(behind.group(1)) : bare;
    }
}
