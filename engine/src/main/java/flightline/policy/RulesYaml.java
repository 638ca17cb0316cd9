package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.stream.Collectors;

/** How the YAML files of the rules are read, and what is said of a fault in one. */
final class RulesYaml {
    static final ObjectMapper MAPPER =
            new ObjectMapper(new YAMLFactory()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private RulesYaml() {}

    /** What is wrong, and where as far as the reader knows. */
    static String why(JsonProcessingException e) {
        String line = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        if (!(e instanceof JsonMappingException mapping)) return e.getOriginalMessage() + line;
        String field = mapping.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
        return e.getOriginalMessage() + line + (field.isEmpty() ? "" : " in " + field);
    }
}
