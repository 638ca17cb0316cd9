package flightline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house, each under its name. Packages are matched by their last part, so that planted faults can lie elsewhere. */
final class Rules {
    /** What each room may speak to besides itself and the JDK. Sub-packages belong to their room. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("corpus", Set.of()),
            Map.entry("terms", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("vault", Set.of()),
            Map.entry("state", Set.of("corpus", "vault")),
            Map.entry("ooxml", Set.of()),
            Map.entry("archive", Set.of("corpus", "state", "vault")),
            Map.entry("diff", Set.of("corpus")),
            Map.entry("audit", Set.of("corpus", "vault")),
            Map.entry("policy", Set.of("corpus", "model", "terms", "vault")),
            Map.entry("evaluation", Set.of("corpus")),
            Map.entry("learning", Set.of()),
            Map.entry("dialogue", Set.of("corpus", "terms")),
            Map.entry("ingest", Set.of("corpus", "terms", "ooxml")),
            Map.entry("records", Set.of("corpus", "terms", "ooxml")),
            Map.entry("search", Set.of("corpus", "terms", "model", "vault")),
            Map.entry("drafting", Set.of("corpus", "terms", "search", "records", "model")),
            Map.entry("fleet", Set.of("corpus", "terms")),
            Map.entry("diagnosis", Set.of("corpus", "terms", "search", "records", "model", "learning")),
            Map.entry(
                    "flow",
                    Set.of(
                            "corpus",
                            "terms",
                            "model",
                            "archive",
                            "state",
                            "vault",
                            "audit",
                            "policy",
                            "diff",
                            "evaluation",
                            "learning",
                            "ingest",
                            "records",
                            "search",
                            "dialogue",
                            "drafting",
                            "diagnosis",
                            "fleet")));

    /** Libraries and the only packages that may touch them, parted by blanks. */
    private static final Map<String, String> CONFINED = Map.ofEntries(
            Map.entry("org.apache.lucene", "flightline.search"),
            Map.entry("com.google.crypto.tink", "flightline.vault"),
            Map.entry("org.apache.pdfbox", "flightline.ingest.pdf flightline.drafting.print"),
            Map.entry("com.openhtmltopdf", "flightline.drafting.print"),
            Map.entry(
                    "org.apache.poi",
                    "flightline.ooxml flightline.ingest.office flightline.drafting.print flightline.records.rows"),
            Map.entry("org.openxmlformats", "flightline.ingest.office flightline.drafting.print"),
            Map.entry("org.apache.xmlbeans", "flightline.ingest.office flightline.drafting.print"),
            Map.entry("org.apache.james.mime4j", "flightline.ingest.mail"),
            Map.entry("org.apache.commons.compress", "flightline.ingest.bundle flightline.app.release"),
            Map.entry("org.jsoup", "flightline.ingest.text"),
            Map.entry("org.commonmark", "flightline.ingest.text"),
            Map.entry("com.github.difflib", "flightline.diff"),
            Map.entry("com.cedarpolicy", "flightline.policy"),
            Map.entry("com.google.common", "flightline.policy"),
            Map.entry("org.duckdb", "flightline.fleet"),
            Map.entry("java.sql", "flightline.fleet flightline.records.rows flightline.cluster.state"),
            Map.entry("org.opensearch", "flightline.cluster.index"),
            Map.entry("org.apache.hc", "flightline.cluster.index"),
            Map.entry("org.postgresql", "flightline.cluster.state"),
            Map.entry("com.zaxxer", "flightline.cluster.state"),
            Map.entry("org.flywaydb", "flightline.cluster.state"),
            Map.entry("de.siegmar.fastcsv", "flightline.records"),
            Map.entry("io.helidon", "flightline.app.http"),
            Map.entry("gg.jte", "flightline.app.http"),
            Map.entry("io.modelcontextprotocol", "flightline.app.mcp"),
            Map.entry("reactor", "flightline.app.mcp"),
            Map.entry("io.micrometer", "flightline.app.observe"),
            Map.entry("io.opentelemetry", "flightline.app.observe"),
            Map.entry("tools.jackson", "flightline.app.mcp"),
            Map.entry("ai.onnxruntime", "flightline.llama.embedding"),
            Map.entry("org.jline", "flightline.app.cli"),
            Map.entry("com.nimbusds", "flightline.app.identity"),
            Map.entry("org.bouncycastle", "flightline.app.identity"),
            Map.entry("java.lang.foreign", "flightline.llama.runtime"),
            Map.entry("picocli", "flightline.app.cli"));

    private static final String SAYS_LITTLE = ".*(Manager|Helper|Util|Utils|Processor|Impl|Common|Misc)";

    private Rules() {}

    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        ARROWS.forEach((room, allowed) -> rules.put("arrows from " + room, arrows(room, allowed)));
        rules.put(
                "engine knows no other module",
                noClasses()
                        .that()
                        .resideInAnyPackage(engine())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..flightline.app..", "..flightline.llama..", "..flightline.cluster..")
                        .because("the engine is leaned on, it leans on nobody"));
        rules.put("no cycles", slices().matching("..flightline.(**)").should().beFreeOfCycles());
        CONFINED.forEach((library, home) -> rules.put("confined: " + library, confined(library, home)));
        rules.put(
                "corpus, terms and model need only the JDK",
                noClasses()
                        .that()
                        .resideInAnyPackage("..flightline.corpus..", "..flightline.terms..", "..flightline.model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.fasterxml..", "org.apache..")
                        .because("every other room speaks in their types"));
        rules.put(
                "diagnosis does no I/O",
                noClasses()
                        .that()
                        .resideInAPackage("..flightline.diagnosis..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.io..", "java.nio..", "java.net..")
                        .because("thinking is a function of the evidence"));
        rules.put(
                "drafting does no I/O",
                noClasses()
                        .that()
                        .resideInAPackage("..flightline.drafting..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.nio.file..", "java.net..")
                        .because("a paper is a function of its sources; where it is written is for others to decide"));
        rules.put(
                "requests come from those who have somebody to ask",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..flightline.llama.egress..",
                                "..flightline.llama.served..",
                                "..flightline.llama.fetch..",
                                "..flightline.app.identity..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net.http..")
                        .because("nothing leaves the machine unless an administrator said so"));
        rules.put(
                "who somebody is does not hang on how they ask",
                noClasses()
                        .that()
                        .resideInAPackage("..flightline.app.identity..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "..flightline.app.http..", "..flightline.app.cli..", "..flightline.app.wiring..")
                        .because("the server asks it, and so may others"));
        rules.put("one way out", oneWayOut());
        rules.put(
                "names",
                noClasses()
                        .should()
                        .haveNameMatching(SAYS_LITTLE)
                        .because("a name from the hangar says what the thing is"));
        rules.put("clock", ambient());
        rules.put("statics", fields().should(beConstantWhenStatic()));
        rules.put(
                "printing",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..flightline.app.cli..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("only the command line prints"));
        rules.put(
                "door signs",
                classes().that().resideInAPackage("..flightline..").should(stand()));
        return rules;
    }

    /** Whatever opens a connection or looks a name up by itself. Listening is the business of the HTTP room. */
    private static ArchRule oneWayOut() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..flightline.llama.egress..", "..flightline.app.http..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\.HttpClient|Socket|ServerSocket|DatagramSocket|MulticastSocket"
                        + "|URLConnection|HttpURLConnection|JarURLConnection|InetAddress|InetSocketAddress)(\\$.*)?"
                        + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel"
                        + "|java\\.rmi\\..*|javax\\.(naming|rmi)\\..*"
                        // Whom to trust opens nothing; what is made of it does.
                        + "|javax\\.net\\.((Server)?SocketFactory|ssl\\.(SSL(Server)?Socket.*|HttpsURLConnection))")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection", java.net.Proxy.class)
                .orShould()
                .callMethod(java.net.URL.class, "getContent")
                .because("whether somebody may be called is decided in flightline.llama.egress alone");
    }

    private static String[] engine() {
        return ARROWS.keySet().stream()
                .map(room -> "..flightline." + room + "..")
                .toArray(String[]::new);
    }

    private static ArchRule arrows(String room, Set<String> allowed) {
        var forbidden = new ArrayList<>(List.of("..flightline.app.."));
        for (String other : ARROWS.keySet())
            if (!other.equals(room) && !allowed.contains(other)) forbidden.add("..flightline." + other + "..");
        return noClasses()
                .that()
                .resideInAPackage("..flightline." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.toArray(String[]::new))
                .because(room + " may speak to "
                        + (allowed.isEmpty()
                                ? "nobody"
                                : String.join(", ", allowed.stream().sorted().toList())))
                .allowEmptyShould(true);
    }

    private static ArchRule confined(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(home.split(" ", -1))
                        .map(one -> ".." + one + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because(library + " is the business of " + home + " alone");
    }

    /** Time, chance, locale, environment: handed in, read only where the program begins. */
    private static ArchRule ambient() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .because("same input, same seed, same answer");
    }

    private static ArchCondition<JavaField> beConstantWhenStatic() {
        return new ArchCondition<>("be final when static") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
                boolean changeable = field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.FINAL);
                boolean threadLocal = field.getRawType().isAssignableTo(ThreadLocal.class);
                if (!synthetic && (changeable || threadLocal))
                    events.add(SimpleConditionEvent.violated(
                            field, field.getFullName() + " is state that belongs to nobody"));
            }
        };
    }

    private static ArchCondition<JavaClass> stand() {
        return new ArchCondition<>("stand in a package with a null-marked door sign") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                boolean marked = one.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                if (!marked)
                    events.add(SimpleConditionEvent.violated(
                            one, one.getPackageName() + " has no null-marked package-info"));
            }
        };
    }

    static List<String> names() {
        return List.copyOf(all().keySet());
    }
}
