package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.diagnosis.Attempt;
import flightline.diagnosis.Complaint;
import flightline.terms.Mention;
import flightline.terms.Phrase;
import java.util.List;
import java.util.Locale;

/** What was read in a complaint beyond its codes, as JSON. */
final class ComplaintJson {
    private ComplaintJson() {}

    static void add(ObjectNode node, Complaint complaint) {
        node.put("observed", complaint.observed());
        ArrayNode positions = node.putArray("positions");
        complaint.positions().forEach(positions::add);
        ArrayNode phases = node.putArray("phases");
        complaint.phases().forEach(phase -> phases.add(phase.name().toLowerCase(Locale.ROOT)));
        ArrayNode quantities = node.putArray("quantities");
        for (Mention.Quantity quantity : complaint.quantities()) {
            ObjectNode one = quantities.addObject();
            one.put("value", quantity.value());
            one.put("unit", quantity.unit());
            one.put("start", quantity.start());
            one.put("end", quantity.end());
        }
        phrases(node.putArray("absent"), complaint.absent());
        ArrayNode tried = node.putArray("tried");
        for (Attempt attempt : complaint.tried()) {
            ObjectNode one = tried.addObject();
            one.put("action", attempt.action());
            one.put("part", attempt.part());
            one.put("outcome", attempt.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            one.put("text", attempt.text());
            one.put("start", attempt.start());
            one.put("end", attempt.end());
        }
        phrases(node.putArray("products"), complaint.products());
        phrases(node.putArray("conditions"), complaint.conditions());
    }

    private static void phrases(ArrayNode array, List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            ObjectNode one = array.addObject();
            one.put("text", phrase.text());
            one.put("start", phrase.start());
            one.put("end", phrase.end());
        }
    }
}
