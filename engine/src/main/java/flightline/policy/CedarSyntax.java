package flightline.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** In which line of a file the first thing stands that cannot be read. Cedar's reader of whole files tells what, not where; its validation does. */
final class CedarSyntax {
    private static final String ANY_POLICY = "permit (principal, action, resource);";
    private static final String ANY_SCHEMA = "entity Any; action \"any\" appliesTo { principal: Any, resource: Any };";

    private final BasicAuthorizationEngine engine;

    CedarSyntax(BasicAuthorizationEngine engine) {
        this.engine = engine;
    }

    /** 1-based line of a file of policies; absent where it can be read, or the place cannot be told. */
    OptionalInt lineInPolicies(String text) {
        int before = 0;
        for (String policy : policies(text)) {
            if (!readable(policy)) return line(text, before, start(ANY_SCHEMA, policy));
            before += policy.getBytes(StandardCharsets.UTF_8).length;
        }
        return OptionalInt.empty();
    }

    /** The same of a schema. */
    OptionalInt lineInSchema(String text) {
        return line(text, 0, start(text, ANY_POLICY));
    }

    private static boolean readable(String policy) {
        try {
            var ignored = PolicySet.parsePolicies(policy);
            return true;
        } catch (AuthException e) {
            return false;
        }
    }

    /** Each with what stands before it; a semicolon that is in no text and no comment ends one. */
    private static List<String> policies(String text) {
        var all = new ArrayList<String>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') i++;
                else if (c == '"') quoted = false;
            } else if (c == '"') quoted = true;
            else if (text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (c == ';') {
                all.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        all.add(text.substring(from));
        return all;
    }

    /** Bytes before it, in UTF-8. */
    private OptionalInt start(String schema, String policy) {
        try {
            ValidationResponse said = engine.validate(
                    new ValidationRequest(new Schema(schema), new PolicySet(Set.of(new Policy(policy, "tried")))));
            Optional<DetailedError> error =
                    said.errors.stream().flatMap(List::stream).findFirst();
            return error.stream()
                    .flatMap(one -> one.sourceLocations.stream())
                    .mapToInt(place -> place.start)
                    .findFirst();
        } catch (AuthException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt line(String text, int before, OptionalInt start) {
        if (start.isEmpty()) return OptionalInt.empty();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int line = 1;
        for (int i = 0; i < Math.min(bytes.length, before + start.getAsInt()); i++) if (bytes[i] == '\n') line++;
        return OptionalInt.of(line);
    }
}
