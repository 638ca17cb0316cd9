package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.Marking;
import flightline.policy.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads who asks. */
public final class PrincipalJson {
    private static final Set<String> KINDS = Set.of("", "civil", "government", "contractor");
    private static final Set<String> ROLES =
            Set.of("technician", "engineer", "librarian", "analyst", "security-officer", "administrator");

    private PrincipalJson() {}

    /** Throws {@link BadRequest} naming the field and what it may hold. */
    public static Principal read(JsonNode node) {
        if (!node.isObject()) throw new BadRequest("a principal must be a JSON object, got " + node.getNodeType());
        String name = node.path("name").asText("");
        if (name.isBlank()) throw new BadRequest("a principal needs a 'name'");
        JsonNode organisation = node.path("organisation");
        String kind = organisation.path("kind").asText("");
        if (!KINDS.contains(kind))
            throw new BadRequest("organisation.kind must be civil, government or contractor, got '" + kind + "'");
        List<String> roles = new ArrayList<>();
        for (JsonNode role : list(node, "roles")) {
            if (!ROLES.contains(role.asText()))
                throw new BadRequest(
                        "roles may hold " + ROLES.stream().sorted().toList() + ", got '" + role.asText() + "'");
            roles.add(role.asText());
        }
        var clearances = new HashSet<Marking>();
        for (JsonNode clearance : list(node, "clearances"))
            if (!clearance.asText().isBlank()) clearances.add(new Marking(clearance.asText()));
        var groups = new HashSet<String>();
        for (JsonNode group : list(node, "groups")) if (!group.asText().isBlank()) groups.add(group.asText());
        return new Principal(
                name,
                new Principal.Organisation(
                        organisation.path("name").asText(""),
                        kind,
                        organisation.path("country").asText("")),
                roles,
                clearances,
                node.path("nationality").asText(""),
                node.path("purpose").asText(""),
                groups);
    }

    /** A single word where a list belongs would be passed over unseen. */
    private static JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (!list.isArray() && !list.isMissingNode() && !list.isNull())
            throw new BadRequest("'" + name + "' must be a list, got " + list.getNodeType());
        return list;
    }
}
