package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Marking;
import flightline.policy.Principal;
import flightline.policy.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who asks, read and written. */
public final class PrincipalJson {
    private static final List<String> MEMBERS =
            List.of("name", "organisation", "roles", "clearances", "nationality", "purpose", "groups");
    private static final List<String> OF_AN_ORGANISATION = List.of("name", "kind", "country");
    private static final Set<String> KINDS = Set.of("", "civil", "government", "contractor");
    private static final Pattern COUNTRY = Pattern.compile("(?:[A-Za-z]{2,3})?");

    /** Characters; the name stands in each entry of the log. */
    private static final int LONGEST = 200;

    private PrincipalJson() {}

    /** Who somebody says that they are. A member that nobody knows would be passed over unseen: a clearance misspelt, or a role. */
    public static Principal given(JsonNode node) {
        Principal who = read(node);
        known("", node, MEMBERS);
        known("organisation.", node.path("organisation"), OF_AN_ORGANISATION);
        return who;
    }

    private static void known(String above, JsonNode node, List<String> members) {
        node.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name))
                throw new BadRequest("a principal has no '" + above + name + "'; "
                        + (above.isEmpty() ? "it" : "its organisation") + " may hold " + members);
        });
    }

    /**
     * Who was kept. Throws {@link BadRequest} naming the field and what it may hold; for what comes from outside see {@link
     * #given}.
     */
    public static Principal read(JsonNode node) {
        if (!node.isObject()) throw new BadRequest("a principal must be a JSON object, got " + node.getNodeType());
        String name = word(node, "name", "name");
        if (name.isBlank()) throw new BadRequest("a principal needs a 'name'");
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
            throw new BadRequest("'name' must have at most " + LONGEST + " characters and no control characters");
        JsonNode organisation = node.path("organisation");
        if (!organisation.isObject() && !organisation.isMissingNode() && !organisation.isNull())
            throw new BadRequest("organisation must be a JSON object, got " + organisation.getNodeType());
        String kind = word(organisation, "kind", "organisation.kind");
        if (!KINDS.contains(kind))
            throw new BadRequest("organisation.kind must be civil, government or contractor, got '" + kind + "'");
        List<String> roles = new ArrayList<>();
        // Who asks and says no more is somebody who works here; who says that they have no role has none.
        if (!node.has("roles")) roles.add(Role.TECHNICIAN.word());
        for (JsonNode role : list(node, "roles")) {
            if (!Role.words().contains(role.asText()))
                throw new BadRequest(
                        "roles may hold " + Role.words().stream().sorted().toList() + ", got '" + role.asText() + "'");
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
                        word(organisation, "name", "organisation.name"),
                        kind,
                        country(organisation, "country", "organisation.country")),
                roles,
                clearances,
                country(node, "nationality", "nationality"),
                word(node, "purpose", "purpose"),
                groups);
    }

    /** The same again, with what is empty left out. */
    public static ObjectNode of(Principal who) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", who.name());
        var organisation = who.organisation();
        if (!(organisation.name() + organisation.kind() + organisation.country()).isEmpty())
            node.putObject("organisation")
                    .put("name", organisation.name())
                    .put("kind", organisation.kind())
                    .put("country", organisation.country());
        ArrayNode roles = node.putArray("roles");
        who.roles().forEach(roles::add);
        ArrayNode clearances = node.putArray("clearances");
        who.clearances().stream().map(Marking::label).sorted().forEach(clearances::add);
        ArrayNode groups = node.putArray("groups");
        who.groups().stream().sorted().forEach(groups::add);
        if (!who.nationality().isEmpty()) node.put("nationality", who.nationality());
        if (!who.purpose().isEmpty()) node.put("purpose", who.purpose());
        return node;
    }

    private static String word(JsonNode node, String field, String place) {
        JsonNode value = node.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull())
            throw new BadRequest("'" + place + "' must be a string, got " + value);
        return value.asText("").strip();
    }

    private static String country(JsonNode node, String field, String place) {
        String code = word(node, field, place);
        if (!COUNTRY.matcher(code).matches())
            throw new BadRequest("'" + place + "' must be an ISO 3166 code such as US or USA, got '" + code + "'");
        return code;
    }

    /** A single word where a list belongs would be passed over unseen. */
    private static JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (!list.isArray() && !list.isMissingNode() && !list.isNull())
            throw new BadRequest("'" + name + "' must be a list, got " + list.getNodeType());
        for (JsonNode one : list)
            if (!one.isTextual()) throw new BadRequest("'" + name + "' may hold strings only, got " + one);
        return list;
    }
}
