package flightline.app.wiring;

import flightline.flow.Witness;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who are told how answers come out: nobody on the command line, whoever counts and times where it serves. Safe for several threads. */
public final class Witnesses implements Witness {
    private final List<Witness> all = new CopyOnWriteArrayList<>();

    public void add(Witness witness) {
        all.add(witness);
    }

    @Override
    public void saw(Seen seen) {
        for (Witness witness : all) witness.saw(seen);
    }
}
