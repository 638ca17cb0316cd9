package flightline.policy;

import flightline.corpus.Clearance;
import flightline.corpus.Marking;

/** What the policies in force let somebody see. */
record PolicyClearance(Access access, Principal asker) implements Clearance {
    @Override
    public boolean covers(Marking marking) {
        return access.sees(asker, marking);
    }
}
