package flightline.eval.reading;

import flightline.terms.Abbreviations;
import flightline.terms.Mention;
import flightline.terms.NormalisedText;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The product's own reading of a MaintNorm text, token by token, as it ships. What the product recognises as a number, an
 * identifier or a date is given as the mask that MaintNorm puts there.
 */
final class ProductNormaliser {
    private final TextNormaliser normaliser = new TextNormaliser(Abbreviations.standard());
    private final TermReader terms = new TermReader();

    List<String> normalise(List<MaintNorm.Token> text) {
        String whole = String.join(" ", text.stream().map(MaintNorm.Token::raw).toList());
        NormalisedText normalised = normaliser.normalise(whole);
        List<Mention> mentions = terms.read(whole);
        var given = new ArrayList<String>();
        int start = 0;
        for (MaintNorm.Token token : text) {
            int end = start + token.raw().length();
            given.add(mask(token.raw(), start, mentions, piece(normalised, start, end)));
            start = end + 1;
        }
        return given;
    }

    /** The normalised words that came from these letters of the original. */
    private static String piece(NormalisedText normalised, int start, int end) {
        var piece = new StringBuilder();
        for (int i = 0; i < normalised.text().length(); i++) {
            int origin = normalised.originalOffset(i);
            if (origin >= start && origin < end) piece.append(normalised.text().charAt(i));
        }
        return piece.toString().strip();
    }

    private static String mask(String raw, int start, List<Mention> mentions, String words) {
        String lower = raw.toLowerCase(Locale.ROOT);
        if (lower.matches("\\d+(?:[.,]\\d+)*")) return "<num>";
        for (Mention mention : mentions) {
            if (mention.start() > start || mention.end() < start + raw.length()) continue;
            switch (mention) {
                case Mention.PartNumber number -> {
                    return "<id>";
                }
                case Mention.SerialNumber number -> {
                    return "<id>";
                }
                case Mention.Registration mark -> {
                    return "<id>";
                }
                case Mention.Quantity quantity -> {
                    return "<num> " + quantity.unit();
                }
                case Mention.ManualReference other -> {}
                case Mention.AtaReference other -> {}
                case Mention.Bulletin other -> {}
                case Mention.Directive other -> {}
                case Mention.FaultCode other -> {}
                case Mention.CrewMessage other -> {}
                case Mention.Position other -> {}
                case Mention.FlightPhase other -> {}
                case Mention.Negation other -> {}
            }
        }
        if (lower.matches("(?=.*[a-z])(?=.*\\d)[a-z\\d-]+")) return "<id>";
        return words;
    }
}
