package flightline.eval.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import gov.nist.secauto.metaschema.core.model.validation.IValidationFinding;
import gov.nist.secauto.metaschema.core.model.validation.JsonSchemaContentValidator;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component definition before OSCAL's own library: first its JSON schema, then the constraints that no schema holds. */
final class OscalTest {
    private static final Path DEFINITION =
            Path.of("..").toAbsolutePath().normalize().resolve(ControlPapers.DEFINITION);

    private static final OscalBindingContext OSCAL = OscalBindingContext.newInstance();

    private final JsonSchemaContentValidator schema = new JsonSchemaContentValidator(Objects.requireNonNull(
            OscalBindingContext.class.getResourceAsStream("/schema/json/oscal-component-definition_schema.json")));

    @TempDir
    Path folder;

    @Test
    void componentDefinition_isValid() throws IOException {
        assertThat(findings(DEFINITION)).isEmpty();
    }

    @Test
    void brokenDefinition_isFound() throws IOException {
        String sound = shortened();
        assertThat(findings(written(sound))).isEmpty();
        assertThat(findings(written(sound.replaceFirst("\"control-id\":\"[^\"]+\",", ""))))
                .as("a control without its id")
                .isNotEmpty();
        assertThat(findings(written(
                        sound.replaceFirst("\"href\":\"#[^\"]+\"", "\"href\":\"#" + StableId.of("nothing") + "\""))))
                .as("a link to a resource that is not there")
                .isNotEmpty();
        assertThat(findings(written(sound.replace("\"ns\":\"urn:flightline:oscal\",", ""))))
                .as("a property of ours under OSCAL's own name")
                .isNotEmpty();
    }

    /** With the first two controls only, since each look takes its time. */
    private static String shortened() throws IOException {
        JsonNode definition = new ObjectMapper().readTree(Files.readAllBytes(DEFINITION));
        var implementations = (ArrayNode) definition.at("/component-definition/components/0/control-implementations");
        implementations.remove(1);
        var controls = (ArrayNode) implementations.get(0).path("implemented-requirements");
        while (controls.size() > 2) controls.remove(2);
        return definition.toString();
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("definition.json"), text);
    }

    private List<String> findings(Path definition) throws IOException {
        var findings = new ArrayList<IValidationFinding>();
        try (InputStream json = Files.newInputStream(definition)) {
            findings.addAll(schema.validate(json, definition.toUri()).getFindings());
        }
        // What the schema refuses cannot be read for the second look.
        if (findings.isEmpty())
            findings.addAll(
                    OSCAL.validateWithConstraints(definition.toUri(), null).getFindings());
        return findings.stream()
                .map(one -> one.getSeverity() + " " + one.getPath() + ": " + one.getMessage())
                .toList();
    }
}
