package flightline.ingest.sgml;

import flightline.ingest.xml.CharacterNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entities that a file declares itself, and what it may not do with them. */
final class SgmlEntities {
    private static final int REFERENCES = 10_000;
    private static final int CHARACTERS = 1_000_000;
    private static final int DEEPEST = 16;

    /** What a reference stands for. */
    sealed interface Meaning {
        /** Characters and nothing else. */
        record Characters(String text) implements Meaning {}

        /** Text that may hold tags. */
        record MarkedUp(String text) implements Meaning {}

        /** Something outside the file. */
        record Outside(String where) implements Meaning {}
    }

    private final Map<String, Meaning> general = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final Set<String> inside = new HashSet<>();
    private int references;
    private int characters;

    void declare(String name, Meaning meaning) {
        general.putIfAbsent(name, meaning);
    }

    void declareParameter(String name, String value) {
        parameters.putIfAbsent(name, value);
    }

    /** The value of a parameter entity; empty where the file does not declare it. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Entity names are told apart by case, as in ISO 8879's own sets. */
    Optional<Meaning> meaning(String name) {
        Optional<Meaning> declared = Optional.ofNullable(general.get(name));
        if (declared.isPresent()) return declared;
        return CharacterNames.named(name).map(Meaning.Characters::new);
    }

    /** Counts an expansion and refuses one too many, and one of an entity within itself. */
    void enter(String name, String text, SgmlPlace place) {
        if (!inside.add(name)) throw place.refusal("entity &" + name + "; refers to itself");
        references++;
        characters += text.length();
        if (references > REFERENCES || characters > CHARACTERS || inside.size() > DEEPEST)
            throw place.refusal("entities expand beyond " + REFERENCES + " references, " + CHARACTERS
                    + " characters or " + DEEPEST + " levels; refused as an entity bomb");
    }

    void leave(String name) {
        inside.remove(name);
    }
}
