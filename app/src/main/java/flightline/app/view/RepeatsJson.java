package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.Repeats;
import flightline.diagnosis.memory.Chain;
import flightline.diagnosis.memory.Occurrence;
import java.util.Locale;

/** What is remembered of the aircraft, in an answer. */
final class RepeatsJson {
    private RepeatsJson() {}

    /** Adds {@code repeats}, empty where there are none, and {@code repeatsNote} where there is something to know of it. */
    static void into(ObjectNode node, Repeats repeats) {
        ArrayNode all = node.putArray("repeats");
        repeats.recall().chain().ifPresent(chain -> chain(all.addObject(), chain, repeats));
        if (!repeats.recall().note().isEmpty())
            node.put("repeatsNote", repeats.recall().note());
    }

    private static void chain(ObjectNode one, Chain chain, Repeats repeats) {
        one.put("aircraft", chain.aircraft());
        one.put("times", chain.times());
        one.put("days", chain.days());
        one.put("open", chain.open());
        one.put("sure", AnswerJson.thousandth(chain.sure()));
        ArrayNode before = one.putArray("before");
        for (int i = 0; i < chain.before().size(); i++) {
            Occurrence time = chain.before().get(i);
            MaintenanceRecord record = time.record();
            ObjectNode entry = before.addObject();
            entry.put("id", repeats.ids().get(i));
            entry.put("record", record.id().value());
            entry.put("date", time.day().toString());
            AnswerJson.strings(entry.putArray("ata"), record.ata());
            entry.put("otherCode", time.otherCode());
            entry.put("complaint", record.complaint());
            entry.put("action", record.action());
            entry.put("part", record.part());
            entry.put("done", time.done().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            entry.put("cameBackAfterDays", time.held());
            entry.put("sure", AnswerJson.thousandth(time.sure()));
            AnswerJson.strings(entry.putArray("why"), time.why());
        }
    }
}
