package flightline.flow;

import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which published notices of directives are likely to be the ones that later notices replace.
 *
 * <p>The register's abstracts do not tell their directive's number, so that "this supersedes AD 2022-27-07, which applied to …
 * and required …" names nothing that is held. But such a number tells the two weeks in which it was given, and the sentence
 * tells makers, models and actions: the one notice of that time which has nearly all of these words, and clearly more than
 * any other, is meant. That is likely, not certain, so it is told and ends nothing.
 */
final class LikelyReplaced {
    /** A year and one of its 26 periods of two weeks. */
    private static final Pattern GIVEN = Pattern.compile("((?:19|20)\\d{2})-(\\d{2})-\\d{2}(?:R\\d+)?");

    private static final int PERIOD = 14;
    /** Days before the period begins and behind it within which a notice is published. */
    private static final int EARLIEST = -25;

    private static final int LATEST = 80;
    private static final double NEARLY_ALL = 0.78;
    private static final double CLEARLY = 0.1;
    private static final int FEWEST_WORDS = 6;

    /** A notice without its directive's number goes by the register's. */
    private static final String REGISTER = "FR ";

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9/-]*");
    private static final Pattern BROKEN = Pattern.compile("(?<=[0-9A-Z])-\\s+(?=[0-9A-Z])");
    private static final Set<String> EVERYWHERE = Set.of(
            ("the of a an and or to in for on with by is are was be this that ad ads as from its at any certain which all has have"
                            + " been also applied applies required requires require faa model models airplanes helicopters series"
                            + " adopting new airworthiness directive directives superseding prompted report reports")
                    .split(" "));

    private final Map<DocumentId, Notice> notices = new LinkedHashMap<>();
    private final Map<DocumentId, List<Open>> open = new LinkedHashMap<>();

    /** A final directive that does not tell its number. */
    private record Notice(HeldDocument document, LocalDate published, String make, Set<String> words) {}

    /** A number that a final directive replaces, with what it tells of it. */
    private record Open(
            HeldDocument by, LocalDate published, String number, LocalDate from, String make, Set<String> words) {
        boolean covers(Notice notice) {
            return notice.published().isBefore(published)
                    && !notice.published().isBefore(from.plusDays(EARLIEST))
                    && !notice.published().isAfter(from.plusDays(LATEST))
                    && (make.isEmpty() || notice.make().isEmpty() || make.equals(notice.make()));
        }

        double share(Notice notice) {
            return words.stream().filter(notice.words()::contains).count() / (double) words.size();
        }
    }

    void enter(HeldDocument document) {
        DocumentHeader header = document.header();
        remove(header.id());
        if (header.kind() != DocumentKind.DIRECTIVE || header.status() != DocumentStatus.FINAL) return;
        Optional<LocalDate> published = header.revision().issued();
        if (published.isEmpty()) return;
        notice(document).ifPresent(notice -> notices.put(header.id(), notice));
        List<Open> replaced = header.facts(Fact.Kind.SUPERSEDES)
                .flatMap(fact -> open(document, published.get(), fact.value()).stream())
                .toList();
        if (!replaced.isEmpty()) open.put(header.id(), replaced);
    }

    private static Optional<Notice> notice(HeldDocument document) {
        DocumentHeader header = document.header();
        Optional<LocalDate> published = header.revision().issued();
        boolean unnumbered = header.kind() == DocumentKind.DIRECTIVE
                && header.status() == DocumentStatus.FINAL
                && published.isPresent()
                && header.id().value().startsWith(REGISTER);
        return unnumbered
                ? Optional.of(new Notice(document, published.get(), make(header), told(header)))
                : Optional.empty();
    }

    private static String number(DocumentHeader header) {
        return header.id().value().replaceFirst("^AD ", "");
    }

    private static String make(DocumentHeader header) {
        return header.facts(Fact.Kind.MAKE)
                .findFirst()
                .map(Fact::value)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    void remove(DocumentId id) {
        notices.remove(id);
        open.remove(id);
    }

    private static Optional<Open> open(HeldDocument document, LocalDate published, String number) {
        Matcher given = GIVEN.matcher(number);
        Set<String> words = words(document.header()
                .facts(Fact.Kind.FORMERLY)
                .map(Fact::value)
                .filter(value -> value.startsWith(number + " "))
                .map(value -> value.substring(number.length())));
        if (!given.matches() || words.size() < FEWEST_WORDS) return Optional.empty();
        LocalDate from = LocalDate.of(Integer.parseInt(given.group(1)), 1, 1)
                .plusDays(PERIOD * (Long.parseLong(given.group(2)) - 1));
        return Optional.of(new Open(document, published, number, from, make(document.header()), words));
    }

    /** What it holds for and requires, and what it says that those before it did. */
    private static Set<String> told(DocumentHeader header) {
        return words(Stream.of(Fact.Kind.PRODUCTS, Fact.Kind.ACTION, Fact.Kind.FORMERLY)
                .flatMap(header::facts)
                .map(Fact::value));
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.flatMap(text -> WORD.matcher(
                                BROKEN.matcher(text).replaceAll("-").toLowerCase(Locale.ROOT))
                        .results())
                .map(found -> found.group().replaceFirst("-+$", ""))
                .filter(word -> !EVERYWHERE.contains(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The directive that is likely to have replaced a document; the earliest, where several are.
     *
     * @param held whether the directive of a number is held under it, so that nothing need be guessed
     */
    Optional<HeldDocument> replacing(HeldDocument document, Predicate<String> held) {
        Notice notice = notices.get(document.header().id());
        if (notice == null) return Optional.empty();
        return covering(notice)
                .filter(one -> meant(one, held).filter(notice::equals).isPresent())
                .min(Comparator.comparing(Open::published)
                        .thenComparing(one -> one.by().header().id().value()))
                .map(Open::by);
    }

    /** Documents of which something else may be told once this one comes or goes. */
    Set<DocumentId> near(HeldDocument document, Predicate<String> held) {
        var ids = new LinkedHashSet<DocumentId>();
        DocumentId id = document.header().id();
        String own = number(document.header());
        Stream.of(
                        open.getOrDefault(id, List.of()).stream(),
                        notice(document).stream().flatMap(this::covering),
                        all().filter(one -> own.equals(one.number())))
                .flatMap(asked -> asked)
                .flatMap(one -> meant(one, held).stream())
                .forEach(found -> ids.add(found.document().header().id()));
        return ids;
    }

    private Stream<Open> all() {
        return open.values().stream().flatMap(List::stream);
    }

    private Stream<Open> covering(Notice notice) {
        return all().filter(one -> one.covers(notice));
    }

    private Optional<Notice> meant(Open one, Predicate<String> held) {
        if (held.test(one.number())) return Optional.empty();
        double best = 0;
        double second = 0;
        Optional<Notice> likeliest = Optional.empty();
        for (Notice notice : notices.values()) {
            if (!one.covers(notice)) continue;
            double share = one.share(notice);
            if (share > best) {
                second = best;
                best = share;
                likeliest = Optional.of(notice);
            } else second = Math.max(second, share);
        }
        return best >= NEARLY_ALL && best - second >= CLEARLY ? likeliest : Optional.empty();
    }
}
