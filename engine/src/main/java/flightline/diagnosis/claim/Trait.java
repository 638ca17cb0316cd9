package flightline.diagnosis.claim;

import java.util.Optional;

/** One side of what a sentence says, compared with its source. */
interface Trait {
    Optional<Fault> fault(Alignment alignment);
}
