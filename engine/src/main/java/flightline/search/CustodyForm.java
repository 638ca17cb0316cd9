package flightline.search;

import flightline.corpus.Custody;
import flightline.corpus.Suspicion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** How a file came in, as the catalogue stores it. */
final class CustodyForm {
    private CustodyForm() {}

    static void write(Custody custody, StoredWriter out) {
        out.text(custody.broughtBy()).number(custody.suspicions().size());
        for (Suspicion each : custody.suspicions())
            out.text(each.kind().name()).text(each.place()).text(each.detail());
        out.number(custody.approval().isPresent() ? 1 : 0);
        custody.approval()
                .ifPresent(a -> out.text(a.by()).text(a.at().toString()).text(a.reason()));
    }

    static Custody read(StoredReader in) {
        String broughtBy = in.text();
        var suspicions = new ArrayList<Suspicion>();
        for (int left = in.number(); left > 0; left--)
            suspicions.add(new Suspicion(Suspicion.Kind.valueOf(in.text()), in.text(), in.text()));
        Optional<Custody.Approval> approval = in.number() == 0
                ? Optional.empty()
                : Optional.of(new Custody.Approval(in.text(), Instant.parse(in.text()), in.text()));
        return new Custody(broughtBy, suspicions, approval);
    }

    /** With the time of approval left out. */
    static Custody timeless(Custody custody) {
        return new Custody(
                custody.broughtBy(),
                custody.suspicions(),
                custody.approval().map(a -> new Custody.Approval(a.by(), Instant.EPOCH, a.reason())));
    }
}
