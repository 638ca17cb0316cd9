package flightline.diagnosis;

import flightline.terms.AbsenceFinder;
import flightline.terms.AtaTable;
import flightline.terms.Courtesy;
import flightline.terms.Mention;
import flightline.terms.NormalisedText;
import flightline.terms.Phrase;
import flightline.terms.SpanKind;
import flightline.terms.Tagger;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a complaint: writes its shorthand out and picks up what it names, denies and says was already done. */
public final class ComplaintReader {
    private final TextNormaliser normaliser;
    private final TermReader terms;
    private final Tagger tagger;
    private final AtaTable table = AtaTable.standard();
    private final AbsenceFinder absences = AbsenceFinder.standard();
    private final AttemptReader attempts = new AttemptReader();

    /** With the model of spans that ships with the product. */
    public ComplaintReader(TextNormaliser normaliser, TermReader terms) {
        this(normaliser, terms, Tagger.standard());
    }

    public ComplaintReader(TextNormaliser normaliser, TermReader terms, Tagger tagger) {
        this.normaliser = normaliser;
        this.terms = terms;
        this.tagger = tagger;
    }

    public Complaint read(String text) {
        Optional<NamedSystem> system = NamedSystem.in(text, table);
        var named = new Named();
        system.ifPresent(one -> named.ata.add(one.dashed()));
        if (system.isEmpty()) terms.read(text).forEach(named::add);
        NormalisedText normalised = normaliser.normalise(text);
        // "l eng" and "clb" are a side and a phase once they are written out.
        terms.read(normalised.text()).forEach(named::addPlace);
        List<Phrase> absent = absences.find(text);
        String rest = AbsenceFinder.without(text, absent);
        List<Tagger.Span> spans = tagger.spans(rest);
        String matter = normalised(system.map(NamedSystem::title).orElse(text));
        String observed = absent.isEmpty() ? matter : normalised(rest);
        return new Complaint(
                text,
                matter,
                // A complaint that only denies is still all there is to go by.
                observed.isBlank() ? matter : observed,
                List.copyOf(named.ata),
                List.copyOf(named.faults),
                List.copyOf(named.parts),
                List.copyOf(named.positions),
                List.copyOf(named.phases),
                named.quantities,
                absent,
                attempts.read(normalised),
                phrases(spans, SpanKind.PROD),
                phrases(spans, SpanKind.PCON),
                system);
    }

    /** {@link Complaint#normalised()} alone, much quicker. */
    public String normalised(String text) {
        return normaliser.text(Courtesy.without(text));
    }

    private static List<Phrase> phrases(List<Tagger.Span> spans, SpanKind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .map(Tagger.Span::phrase)
                .toList();
    }

    /** What the complaint names, each once, in the order in which it stands. */
    private static final class Named {
        private final Set<String> ata = new LinkedHashSet<>();
        private final Set<String> faults = new LinkedHashSet<>();
        private final Set<String> parts = new LinkedHashSet<>();
        private final Set<String> positions = new LinkedHashSet<>();
        private final Set<Mention.Phase> phases = new LinkedHashSet<>();
        private final List<Mention.Quantity> quantities = new ArrayList<>();

        void addPlace(Mention mention) {
            if (mention instanceof Mention.Position position) positions.add(position.display());
            if (mention instanceof Mention.FlightPhase phase) phases.add(phase.phase());
        }

        void add(Mention mention) {
            switch (mention) {
                case Mention.AtaReference reference -> ata.add(reference.code().dashed());
                case Mention.ManualReference reference -> reference.ata().ifPresent(code -> ata.add(code.dashed()));
                case Mention.FaultCode fault -> faults.add(fault.code());
                case Mention.CrewMessage message -> faults.add(message.message());
                case Mention.PartNumber part -> parts.add(part.number());
                case Mention.Quantity quantity -> quantities.add(quantity);
                case Mention.Position position -> {}
                case Mention.FlightPhase phase -> {}
                case Mention.SerialNumber serial -> {}
                case Mention.Bulletin bulletin -> {}
                case Mention.Directive directive -> {}
                case Mention.Registration registration -> {}
                case Mention.Negation negation -> {}
            }
        }
    }
}
