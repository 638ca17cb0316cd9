package flightline.flow;

import flightline.corpus.Citation;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.LiveVerifier;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.Said;
import flightline.diagnosis.Verification;
import flightline.diagnosis.VerifiedBrief;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows an answer while it is written: its extracts, then each statement of the model that stands. */
record Onlooker(Early early, BriefVerifier verifier, Function<Citation, Optional<String>> sources, LocalDate on) {
    /** Shows the extracts, which must be in the log by now; returns who is to be told of each statement that stands. */
    Consumer<Said> shown(VerifiedBrief extracts) {
        early.sees(new Early.Sight.Extracts(extracts));
        var live = new LiveVerifier(verifier, sources, on, extracts.findings().citations());
        return said -> live.next(said).ifPresent(brief -> early.sees(new Early.Sight.Written(brief)));
    }

    /** Numbers that were given out, which an answer keeps whether or not anybody looked on. */
    static List<Numbered> known(Verification extracts) {
        return switch (extracts) {
            case Verification.Verified(var brief) -> brief.findings().citations();
            case Verification.Unsupported unsupported -> List.of();
        };
    }
}
