package flightline.ingest.marking;

import flightline.corpus.Marking;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sentence by which a document says of itself that the law restricts who may have it. */
final class Legend {
    private static final String ITSELF =
            "\\bth(?:is|ese|e following) (?:document|documents|publication|manual|data|technical data|drawing|information|material|module|data module|page|item|file|report)s?\\b";
    private static final String HELD =
            "[^.]{0,160}\\b(?:controlled|subject|restricted|restricts|governed|regulated|export[- ]controlled)\\b[^.]{0,160}";
    private static final Pattern ITAR = Pattern.compile("(?is)" + ITSELF + HELD
            + "(?:\\bitar\\b|international traffic in arms|arms export control act|22 (?:u\\.?s\\.?c|c\\.?f\\.?r))");
    private static final Pattern EAR = Pattern.compile("(?is)" + ITSELF + HELD
            + "(?:\\bears?\\b(?! canal)|export administration (?:act|regulations)|15 c\\.?f\\.?r)");
    private static final Pattern DENIED = Pattern.compile(
            "(?is)\\b(?:not|no|neither|nor|without|does not contain|free of)\\b[^.]{0,80}\\b(?:itar|ear|export|technical data|controlled|subject)\\b");

    private Legend() {}

    /** Empty where it is about something else, or says that nothing is restricted. */
    static Optional<Marking> read(String text) {
        if (text.length() > 1500 || DENIED.matcher(text).find()) return Optional.empty();
        Optional<Marking> itar = ITAR.matcher(text).find() ? Optional.of(new Marking("ITAR")) : Optional.empty();
        Optional<Marking> ear = EAR.matcher(text).find() ? Optional.of(new Marking("EAR")) : Optional.empty();
        return itar.isPresent() && ear.isPresent() ? Optional.of(itar.get().and(ear.get())) : itar.or(() -> ear);
    }
}
