package flightline.flow;

import flightline.diagnosis.LlamaWriter;
import flightline.diagnosis.dictation.Dictation;
import flightline.model.ModelIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who wrote the statements of an answer.
 *
 * @param model that was asked, whether or not its words were used; empty where none is installed or none was asked
 * @param byModel whether the statements are the model's, verified; otherwise they are the documents' own words
 * @param seed of the model's choices; 0 without a model
 * @param note what became of the model's words, for a technician; empty where there is nothing to say
 * @param dropped how many of the model's statements did not stand
 */
public record WrittenBy(Optional<ModelIdentity> model, boolean byModel, long seed, String note, int dropped) {
    /** The documents' own words, and no model asked. */
    public static final WrittenBy EXTRACTIVE = new WrittenBy(Optional.empty(), false, 0, "", 0);

    static WrittenBy of(LlamaWriter writer, LlamaWriter.Spoken spoken) {
        return new WrittenBy(
                Optional.of(writer.model()),
                spoken.byModel(),
                writer.seed(),
                spoken.note(),
                spoken.dropped().size());
    }

    /** The documents' own words, after all the model's words fell. */
    WrittenBy withheld(String why) {
        return new WrittenBy(
                model, false, seed, "The documents' own words are shown, for of the model's " + why + ".", dropped);
    }

    /** The contract's word for it. */
    public String writer() {
        return byModel ? "llama" : "extractive";
    }

    /** What the log keeps of it. */
    Map<String, String> details() {
        var details = new TreeMap<String, String>();
        details.put("writer", writer());
        model.ifPresent(asked -> {
            details.putAll(asked(asked, seed));
            details.put("modelStatementsDropped", Integer.toString(dropped));
            if (!note.isEmpty()) details.put("note", Trail.reason(note));
        });
        return details;
    }

    /** The same, and one fact more. */
    Map<String, String> with(String name, String value) {
        var details = new TreeMap<>(details());
        details.put(name, value);
        return details;
    }

    /** What the log keeps of a model that is asked to write. */
    static Map<String, String> asked(ModelIdentity model, long seed) {
        return Map.of(
                "model", model.name(),
                "runtime", model.runtime(),
                "modelSha256", model.sha256(),
                "seed", Long.toString(seed),
                "prompt", Dictation.VERSION);
    }
}
