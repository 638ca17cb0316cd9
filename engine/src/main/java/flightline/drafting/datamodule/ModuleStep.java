package flightline.drafting.datamodule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step while it is put together: what warns of it, its words, what belongs to it, the steps within it. */
final class ModuleStep {
    /** A heading over steps. */
    final Optional<Traced> title;
    /** Absent where it only holds others. */
    final Optional<Traced> words;

    final List<Traced> dangers = new ArrayList<>();
    final List<Piece> pieces = new ArrayList<>();
    final List<ModuleStep> within = new ArrayList<>();

    private ModuleStep(Optional<Traced> title, Optional<Traced> words) {
        this.title = title;
        this.words = words;
    }

    /** Whether it has words of its own, which a note can be about. */
    boolean speaks() {
        return words.isPresent() || (!pieces.isEmpty() && pieces.getFirst() instanceof Piece.Para);
    }

    static ModuleStep titled(Traced heading) {
        return new ModuleStep(Optional.of(heading), Optional.empty());
    }

    static ModuleStep saying(Traced words) {
        return new ModuleStep(Optional.empty(), Optional.of(words));
    }

    static ModuleStep wordless() {
        return new ModuleStep(Optional.empty(), Optional.empty());
    }
}
