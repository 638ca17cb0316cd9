package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.HeldDocument;
import flightline.flow.Mandate;
import java.time.LocalDate;
import java.util.List;

/** Which bulletins a directive names, and which directives name a bulletin. */
public final class MandatesJson {
    private MandatesJson() {}

    static ArrayNode of(List<Mandate> mandates, LocalDate day) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Mandate mandate : mandates) {
            ObjectNode node = all.addObject();
            node.put("directive", mandate.directive().header().id().value());
            node.put("standing", mandate.directive().standing(day));
            node.put("bulletin", mandate.bulletin());
            node.put("required", mandate.required());
            node.put("citation", DirectivesJson.citation(mandate.directive(), mandate.place()));
            ArrayNode held = node.putArray("held");
            for (HeldDocument bulletin : mandate.held())
                held.addObject()
                        .put("document", bulletin.header().id().value())
                        .put("revision", bulletin.header().revision().display())
                        .put("standing", bulletin.standing(day));
        }
        return all;
    }
}
