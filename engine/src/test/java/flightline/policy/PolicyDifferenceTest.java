package flightline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Marking;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our whole evaluation, Cedar in it, against {@link PlainRules} on random requests: not one may be judged otherwise. */
final class PolicyDifferenceTest {
    private static final long SEED = 20261128;
    private static final int ROUNDS = 20;
    private static final int REQUESTS = 5_000;
    /** New ones each round, so that within a round most questions come back and are remembered. */
    private static final int POOL = 25;

    private static final String OWN = """
            exceptions:
              - { id: range, kinds: [government], countries: [US, GB], organisations: [Depot], clauses: [AU-2.a],
                  why: range safety, until: 2026-12-15, grantedBy: the security officer }
              - { id: yard, kinds: [contractor], countries: [CA], clauses: [AU-2.a],
                  why: museum pieces, until: withdrawn, grantedBy: the security officer }
            """;

    private static final List<String> ROLES = List.of(
            "technician",
            "engineer",
            "librarian",
            "analyst",
            "security-officer",
            "administrator",
            "pilot",
            "Technician");
    private static final List<String> KINDS = List.of("", "civil", "government", "contractor");
    private static final List<String> COUNTRIES = List.of("", "US", "USA", "gb", "GBR", "CA", "FR", "DEU", "XX", "NZ");
    private static final List<String> NAMES = List.of("", "Depot", "DEPOT", "Hangar 7");
    private static final List<String> PARTS = List.of(
            "RESTRICTED",
            "CONFIDENTIAL",
            "SECRET",
            "TOP SECRET",
            "NATO SECRET",
            "NATO RESTRICTED",
            "CUI",
            "SP-CTI",
            "NOFORN",
            "ITAR",
            "EAR",
            "REL TO USA, GBR",
            "REL TO FVEY",
            "REL TO US AND CA; FRA",
            "REL TO NOBODY",
            "GROUP PUMPS",
            "GROUP LONG NAME",
            "ACME PROPRIETARY",
            "UNCLASSIFIED");
    private static final List<String> GROUPS = List.of("pumps", "PUMPS", " long   name", "seals");

    @TempDir
    private Path temp;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private LocalDate today = LocalDate.EPOCH;

    private record Case(List<String> clauses, boolean never, boolean foreign) {}

    @Test
    void hundredThousandRandomRequests_areJudgedAlikeByBoth() throws IOException {
        Path own = Files.writeString(temp.resolve("exceptions.yaml"), OWN);
        List<Rulebook> books =
                List.of(Rulebook.shipped().withExceptions(own), withdrawn().withExceptions(own));
        List<Gate> gates = books.stream()
                .map(r -> new Gate(
                        r, new HashingEmbedder(), () -> today.atTime(12, 0).toInstant(ZoneOffset.UTC)))
                .toList();
        var outcomes = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean announced = round % 2 == 0;
            Rulebook rules = books.get(round % 2);
            Gate gate = gates.get(round % 2);
            List<Principal> askers = pool(this::asker);
            List<Marking> markings = pool(this::marking);
            List<Case> cases = pool(() -> request(rules.recognition()));
            for (int i = 0; i < REQUESTS; i++) {
                Principal asker = pick(askers);
                Marking marking = pick(markings);
                Act act = pick(List.of(Act.values()));
                Case one = pick(cases);
                today = pick(List.of(LocalDate.of(2026, 12, 15), LocalDate.of(2026, 12, 16)));
                String whole = asker + " " + marking + " " + act + " " + one + " " + today;
                String judged = word(gate.judge(asker, found(rules, one), one.never, one.foreign));
                assertThat(judged)
                        .as(whole)
                        .isEqualTo(PlainRules.decides(asker, one.clauses, one.never, one.foreign, announced, today));
                boolean sees = rules.access().sees(asker, marking);
                assertThat(sees).as(whole).isEqualTo(PlainRules.sees(asker, marking.label()));
                boolean may = rules.access().may(asker, act);
                assertThat(may).as(whole).isEqualTo(PlainRules.may(asker, act));
                for (String outcome :
                        List.of(judged.startsWith("refuse AU") ? "refuse" : judged, "sees " + sees, "may " + may))
                    outcomes.merge(outcome, 1, Integer::sum);
            }
        }
        assertThat(outcomes.keySet())
                .containsExactlyInAnyOrder(
                        "refuse",
                        "refuse ROLE",
                        "allow ",
                        "allow llama-2024-11-04",
                        "allow range",
                        "allow yard",
                        "out-of-scope ",
                        "sees true",
                        "sees false",
                        "may true",
                        "may false");
    }

    /** The rules that ship, without the licensor's exception: else nobody needs one of their own. */
    private static Rulebook withdrawn() {
        PolicyBundle shipped = PolicyBundle.shipped();
        var texts = new HashMap<>(shipped.texts());
        texts.computeIfPresent(
                PolicyBundle.ACCEPTABLE_USE,
                (name, text) -> text.replace("[\"government\", \"contractor\"].contains", "[\"nobody\"].contains"));
        return Rulebook.of(new PolicyBundle(shipped.manifest(), texts), Optional.empty());
    }

    private static List<Recognition.Found> found(Rulebook rules, Case one) {
        return one.clauses.stream()
                .map(c -> new Recognition.Found(rules.recognition().clause(c), 1, List.of()))
                .toList();
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var scope) -> "allow " + scope.exemption();
            case Decision.Refused(var clause, var category, var why) -> "refuse " + clause;
            case Decision.OutOfScope(var why) -> "out-of-scope ";
        };
    }

    private Case request(AcceptableUse use) {
        var clauses = new ArrayList<String>();
        for (int n = random.nextInt(4); n > 0; n--) {
            String clause =
                    random.nextInt(3) == 0 ? "AU-2.a" : pick(use.clauses()).clause();
            if (!clauses.contains(clause)) clauses.add(clause);
        }
        return new Case(clauses, random.nextInt(4) == 0, random.nextInt(3) == 0);
    }

    private Principal asker() {
        var held = new HashSet<Marking>();
        for (int n = random.nextInt(4); n > 0; n--) held.add(marking());
        return new Principal(
                "a",
                new Principal.Organisation(pick(NAMES), pick(KINDS), pick(COUNTRIES)),
                some(ROLES, 3),
                held,
                pick(COUNTRIES),
                "",
                new HashSet<>(some(GROUPS, 2)));
    }

    private Marking marking() {
        List<String> parts = some(PARTS, 3);
        return parts.isEmpty() ? Marking.UNMARKED : new Marking(String.join("//", parts));
    }

    private List<String> some(List<String> all, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> pick(all))
                .toList();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> pool(Supplier<T> one) {
        return IntStream.range(0, POOL).mapToObj(i -> one.get()).toList();
    }
}
