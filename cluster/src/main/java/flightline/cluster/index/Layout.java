package flightline.cluster.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How entries are laid out in the cluster: an object each for exact values, words and numbers, whatever their names are. */
final class Layout {
    /** Grows with every change that an older program could not read. */
    static final int FORMAT = 1;

    static final String NAME = "name";
    static final String BORN = "born";
    static final String DIED = "died";
    static final String BY = "by";
    static final String LABELS = "l";
    static final String WORDS = "w";
    static final String NUMBERS = "n";
    static final String SOUGHT = "sought";
    static final String MEANING = "v";
    static final String STORED = "stored";
    static final String STATE = "state";

    /** Of an entry that is in force until it is taken away. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int LONGEST_WORD = 300;

    private Layout() {}

    /**
     * The index as it is made.
     *
     * @param dimension length of the vectors
     */
    static ObjectNode index(int shards, int dimension) {
        var body = JsonNodeFactory.instance.objectNode();
        var index = body.putObject("settings").putObject("index");
        index.put("number_of_shards", shards);
        index.put("auto_expand_replicas", "0-1");
        index.put("knn", true);
        // The writer says when; a page of hits must not change under a reader before that.
        index.put("refresh_interval", "-1");
        // What is erased must not stay in files because it is little.
        index.putObject("merge").putObject("policy").put("expunge_deletes_allowed", 0);
        // The default of a thousand fields is far away; the names of ours are few and known.
        similarity(index);
        analysis(index.putObject("analysis"));
        mappings(body.putObject("mappings"), dimension);
        return body;
    }

    /** The index of who writes: a document for each part, which is never searched. */
    static ObjectNode writers() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("settings").putObject("index").put("number_of_shards", 1).put("auto_expand_replicas", "0-1");
        var mappings = body.putObject("mappings").put("dynamic", "strict");
        mappings.putObject("properties").putObject(STATE).put("type", "object").put("enabled", false);
        return body;
    }

    /**
     * Chooses candidates as BM25 would, with the rarity of a word handed in by who asks: the cluster's own figures count what
     * the asker may not see.
     */
    private static void similarity(ObjectNode index) {
        var script = index.putObject("similarity")
                .putObject("told")
                .put("type", "scripted")
                .putObject("script");
        script.put(
                "source",
                "double f = doc.freq; return query.boost * f * 3.0 / (f + 4.0 * (0.25 + 0.75 * doc.length / 300.0));");
    }

    private static void analysis(ObjectNode analysis) {
        analysis.putObject("filter")
                .putObject("counted")
                .put("type", "delimited_term_freq")
                .put("delimiter", String.valueOf(Spelling.MARK));
        analysis.putObject("tokenizer")
                .putObject("blanks")
                .put("type", "whitespace")
                .put("max_token_length", LONGEST_WORD);
        var analyzers = analysis.putObject("analyzer");
        analyzers.putObject("plain").put("type", "custom").put("tokenizer", "blanks");
        analyzers
                .putObject("counted")
                .put("type", "custom")
                .put("tokenizer", "blanks")
                .putArray("filter")
                .add("counted");
    }

    private static void mappings(ObjectNode mappings, int dimension) {
        mappings.put("dynamic", "strict");
        var templates = mappings.putArray("dynamic_templates");
        template(templates.addObject(), "labels", LABELS).put("type", "keyword");
        template(templates.addObject(), "words", WORDS)
                .put("type", "text")
                .put("analyzer", "plain")
                .put("norms", false)
                .put("index_options", "docs");
        template(templates.addObject(), "numbers", NUMBERS).put("type", "long");
        var fields = mappings.putObject("properties");
        fields.putObject(NAME).put("type", "keyword");
        fields.putObject(BORN).put("type", "long");
        fields.putObject(DIED).put("type", "long");
        fields.putObject(BY).put("type", "keyword");
        for (String each : new String[] {LABELS, WORDS, NUMBERS})
            fields.putObject(each).put("type", "object").put("dynamic", true);
        fields.putObject(SOUGHT)
                .put("type", "text")
                .put("analyzer", "counted")
                .put("search_analyzer", "plain")
                .put("index_options", "freqs")
                .put("similarity", "told");
        var meaning = fields.putObject(MEANING)
                .put("type", "knn_vector")
                .put("dimension", dimension)
                .put("space_type", "innerproduct");
        var method = meaning.putObject("method").put("name", "hnsw").put("engine", "lucene");
        method.putObject("parameters").put("m", 16).put("ef_construction", 100);
        fields.putObject(STORED).put("type", "binary");
        fields.putObject(STATE).put("type", "object").put("enabled", false);
    }

    private static ObjectNode template(ObjectNode into, String name, String object) {
        return into.putObject(name).put("path_match", object + ".*").putObject("mapping");
    }
}
