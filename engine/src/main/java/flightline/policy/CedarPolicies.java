package flightline.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The policies of a bundle as Cedar holds them. Every policy bears the id that stands in its file, so that a ruling names it. */
final class CedarPolicies {
    /** What the policies speak of. Apart, because the first of these loads the native library, and where it is unpacked must be said before. */
    private static final class Names {
        static final EntityTypeName PERSON = type("Person");
        static final EntityTypeName ROLE = type("Role");
        static final EntityTypeName ACTION = type("Action");
        static final EntityUID ASKER = PERSON.of("asker");
        static final EntityUID LIBRARY = type("Library").of("held");
        static final EntityUID MATERIAL = type("Material").of("it");
        static final EntityUID ASK = ACTION.of("ask");
        static final EntityUID SEE = ACTION.of("see");
    }

    private final BasicAuthorizationEngine engine;
    private final PolicySet policies;
    private final Schema schema;
    private final Map<String, Map<String, String>> annotations;
    private final Map<String, String> files;

    private CedarPolicies(
            BasicAuthorizationEngine engine,
            PolicySet policies,
            Schema schema,
            Map<String, Map<String, String>> annotations,
            Map<String, String> files) {
        this.engine = engine;
        this.policies = policies;
        this.schema = schema;
        this.annotations = annotations;
        this.files = files;
    }

    /**
     * Throws {@link PolicyFault} naming the file that cannot be read.
     *
     * @param schemaText in Cedar's own form
     * @param texts policies by the name of their file
     * @param library where the native library is unpacked
     */
    static CedarPolicies of(String schemaText, Map<String, String> texts, Optional<Path> library) {
        BasicAuthorizationEngine engine = CedarLibrary.load(library);
        var annotations = new TreeMap<String, Map<String, String>>();
        var files = new TreeMap<String, String>();
        var all = new HashSet<Policy>();
        for (var file : texts.entrySet())
            try {
                for (Policy read : PolicySet.parsePolicies(file.getValue()).policies) {
                    Map<String, String> notes = read.getAnnotations();
                    String id = notes.getOrDefault("id", "");
                    if (id.isBlank())
                        throw new PolicyFault(file.getKey() + ": a policy has no @id: " + firstLine(read.policySrc));
                    if (annotations.put(id, Map.copyOf(notes)) != null)
                        throw new PolicyFault(file.getKey() + ": the id '" + id + "' is there twice");
                    files.put(id, file.getKey());
                    all.add(new Policy(read.policySrc, id));
                }
            } catch (AuthException e) {
                throw new PolicyFault(
                        placed(file.getKey(), new CedarSyntax(engine).lineInPolicies(file.getValue())) + plain(e), e);
            }
        try {
            Schema schema = Schema.parse(Schema.JsonOrCedar.Cedar, schemaText);
            var policies = new PolicySet(all);
            policies.cache();
            schema.cache();
            return new CedarPolicies(engine, policies, schema, annotations, files);
        } catch (AuthException e) {
            throw new PolicyFault(
                    placed(PolicyBundle.SCHEMA, new CedarSyntax(engine).lineInSchema(schemaText)) + plain(e), e);
        } catch (CacheException e) {
            throw new PolicyFault("the policies cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static String placed(String file, OptionalInt line) {
        return file + (line.isPresent() ? " line " + line.getAsInt() : "") + ": ";
    }

    /** What the policies say against the schema, one line a fault; empty where they fit it. */
    List<String> faults() {
        var found = new ArrayList<String>();
        try {
            ValidationResponse answer = engine.validate(new ValidationRequest(schema, policies));
            answer.errors.ifPresent(errors -> errors.forEach(e -> found.add(e.message)));
            answer.success.ifPresent(read -> read.validationErrors.forEach(
                    e -> found.add("policy '" + e.getPolicyId() + "': " + message(e.getError()))));
        } catch (AuthException e) {
            found.add(plain(e));
        }
        return found;
    }

    /** What is noted beside each policy, by the policy's id. */
    Map<String, Map<String, String>> annotations() {
        return annotations;
    }

    /** Ids of the policies of a file. */
    List<String> idsOf(String file) {
        return files.entrySet().stream()
                .filter(e -> e.getValue().equals(file))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Throws {@link PolicyFault} where a policy cannot be evaluated: Cedar would pass such a one over, a forbidding one too. */
    Ruling rule(Question question) {
        Entity asker = person(question.asker());
        return switch (question) {
            case Question.Ask ask ->
                rule(
                        Names.ASK,
                        Names.LIBRARY,
                        Map.of(
                                "clauses", set(ask.clauses()),
                                "neverExcepted", new PrimBool(ask.neverExcepted()),
                                "exempted", set(ask.exempted())),
                        Set.of(asker));
            case Question.See see -> rule(Names.SEE, Names.MATERIAL, Map.of(), Set.of(asker, material(see.material())));
            case Question.Do act -> rule(Names.ACTION.of(act.act().word()), Names.LIBRARY, Map.of(), Set.of(asker));
        };
    }

    private Ruling rule(EntityUID action, EntityUID resource, Map<String, Value> context, Set<Entity> entities) {
        try {
            var request = new AuthorizationRequest(
                    Names.ASKER, action, resource, Optional.of(context), Optional.of(schema), true);
            AuthorizationResponse answer = engine.isAuthorized(request, policies, entities);
            AuthorizationSuccessResponse said =
                    answer.success.orElseThrow(() -> new PolicyFault("the policies cannot be asked: "
                            + answer.errors.map(Object::toString).orElse("no reason is given")));
            if (!said.getErrors().isEmpty())
                throw new PolicyFault(
                        "a policy cannot be evaluated: " + said.getErrors().getFirst());
            return new Ruling(said.isAllowed(), said.getReason());
        } catch (AuthException e) {
            throw new PolicyFault("the policies cannot be asked: " + plain(e), e);
        }
    }

    private static Entity person(AskerFacts facts) {
        var about = new HashMap<String, Value>();
        about.put("kind", new PrimString(facts.kind()));
        about.put("country", new PrimString(facts.country()));
        about.put("nationality", new PrimString(facts.nationality()));
        about.put("covered", set(facts.covered()));
        about.put("groups", set(facts.groups()));
        return new Entity(
                Names.ASKER, about, facts.roles().stream().map(Names.ROLE::of).collect(Collectors.toSet()));
    }

    private static Entity material(MaterialFacts facts) {
        return new Entity(
                Names.MATERIAL,
                Map.of(
                        "parts", set(facts.parts()),
                        "noforn", new PrimBool(facts.noforn()),
                        "limited", new PrimBool(facts.limited()),
                        "releasable", set(facts.releasable()),
                        "export", set(facts.export()),
                        "groups", set(facts.groups())),
                Set.of());
    }

    private static Value set(Set<String> words) {
        return new CedarList(words.stream().sorted().<Value>map(PrimString::new).toList());
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    private static String message(DetailedError error) {
        return error.help.map(help -> error.message + " (" + help + ")").orElse(error.message);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Without the layers that the message came through. */
    private static String plain(AuthException e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^(?:Auth Exception: )?(?:Internal error: )?(?:Internal JNI Error: )?", "")
                .strip();
    }
}
