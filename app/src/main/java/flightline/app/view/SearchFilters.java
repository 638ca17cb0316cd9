package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.search.EvidenceQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What narrows a search, as the command line, a line of a batch, HTTP and tools say it.
 *
 * @param conditions names and values as in {@link EvidenceQuery#FILTERS}, each of which may be asked
 * @param library only this collection; absent for all
 * @param allRevisions also superseded, proposed and withdrawn documents
 */
public record SearchFilters(Map<String, String> conditions, Optional<String> library, boolean allRevisions) {
    private static final String LIBRARY = "library";
    private static final int LONGEST = 80;

    public static final SearchFilters NONE = new SearchFilters(Map.of(), Optional.empty(), false);

    public SearchFilters {
        conditions = Map.copyOf(conditions);
    }

    /** What may be named. */
    public static List<String> names() {
        var names = new ArrayList<>(EvidenceQuery.FILTERS);
        names.add(LIBRARY);
        names.sort(null);
        return names;
    }

    /**
     * @param written each as {@code ata=32}
     * @throws BadRequest naming filter, value and rule
     */
    public static SearchFilters of(List<String> written, boolean allRevisions) {
        var said = new TreeMap<String, String>();
        for (String one : written) {
            int equals = one.indexOf('=');
            if (equals < 0) throw new BadRequest("a filter must look like ata=32, got '" + shown(one) + "'");
            put(said, one.substring(0, equals).strip(), one.substring(equals + 1));
        }
        return of(said, allRevisions);
    }

    /**
     * What a request says in {@code filter}, {@code library} and {@code allRevisions}.
     *
     * @param defaults gives each filter that the request does not name
     * @throws BadRequest naming filter, value and rule
     */
    public static SearchFilters read(JsonNode request, SearchFilters defaults) {
        var said = new TreeMap<String, String>();
        JsonNode filter = request.path("filter");
        if (!filter.isMissingNode() && !filter.isNull() && !filter.isObject())
            throw new BadRequest("'filter' must be an object, got " + filter.getNodeType());
        filter.properties().forEach(one -> put(said, one.getKey(), text("filter." + one.getKey(), one.getValue())));
        JsonNode library = request.path(LIBRARY);
        if (!library.isMissingNode() && !library.isNull()) {
            String name = text(LIBRARY, library);
            if (!name.isBlank()) put(said, LIBRARY, name);
        }
        JsonNode all = request.path("allRevisions");
        if (!all.isMissingNode() && !all.isNull() && !all.isBoolean())
            throw new BadRequest("'allRevisions' must be true or false, got " + all.getNodeType());
        return of(said, all.asBoolean(defaults.allRevisions)).over(defaults);
    }

    private static SearchFilters of(TreeMap<String, String> said, boolean allRevisions) {
        Optional<String> library = Optional.ofNullable(said.remove(LIBRARY));
        return new SearchFilters(said, library, allRevisions);
    }

    private SearchFilters over(SearchFilters defaults) {
        var all = new TreeMap<>(defaults.conditions);
        all.putAll(conditions);
        return new SearchFilters(all, library.or(defaults::library), allRevisions);
    }

    private static void put(TreeMap<String, String> said, String name, String value) {
        if (!names().contains(name))
            throw new BadRequest("a filter may name " + String.join(", ", names()) + ", got '" + shown(name) + "'");
        EvidenceQuery.rule(name, value).ifPresent(rule -> {
            throw new BadRequest("the filter '" + name + "' must be " + rule + ", got '" + shown(value) + "'");
        });
        String before = said.put(name, value.strip());
        if (before != null && !before.equalsIgnoreCase(value.strip()))
            throw new BadRequest("the filter '" + name + "' is given as '" + shown(before) + "' and as '" + shown(value)
                    + "', once is allowed");
    }

    private static String text(String field, JsonNode value) {
        if (value.isTextual()) return value.asText();
        throw new BadRequest("'" + shown(field) + "' must be a string, got " + value.getNodeType());
    }

    private static String shown(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
