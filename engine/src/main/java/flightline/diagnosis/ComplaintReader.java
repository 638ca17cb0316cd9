package flightline.diagnosis;

import flightline.terms.Mention;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads a complaint: writes its shorthand out and picks up the codes and numbers that it names. */
public final class ComplaintReader {
    private final TextNormaliser normaliser;
    private final TermReader terms;

    public ComplaintReader(TextNormaliser normaliser, TermReader terms) {
        this.normaliser = normaliser;
        this.terms = terms;
    }

    public Complaint read(String text) {
        var ata = new LinkedHashSet<String>();
        var faults = new LinkedHashSet<String>();
        var parts = new LinkedHashSet<String>();
        List<Mention> mentions = new ArrayList<>(terms.read(text));
        for (Mention mention : mentions) {
            switch (mention) {
                case Mention.AtaReference reference -> ata.add(reference.code().dashed());
                case Mention.ManualReference reference -> reference.ata().ifPresent(code -> ata.add(code.dashed()));
                case Mention.FaultCode fault -> faults.add(fault.code());
                case Mention.CrewMessage message -> faults.add(message.message());
                case Mention.PartNumber part -> parts.add(part.number());
                case Mention.SerialNumber serial -> {}
                case Mention.Bulletin bulletin -> {}
                case Mention.Directive directive -> {}
                case Mention.Quantity quantity -> {}
                case Mention.Registration registration -> {}
                case Mention.Position position -> {}
                case Mention.FlightPhase phase -> {}
                case Mention.Negation negation -> {}
            }
        }
        return new Complaint(text, normaliser.text(text), List.copyOf(ata), List.copyOf(faults), List.copyOf(parts));
    }
}
