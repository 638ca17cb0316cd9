package flightline.cluster.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands.
 *
 * @param work what is to be done, JSON
 * @param state {@code waiting}, {@code running}, {@code done}, {@code stopped} or {@code failed}
 * @param result JSON, absent while there is none
 * @param why it failed, else empty
 * @param stop whether somebody asked for its end
 * @param claims how often a node has taken it up
 * @param changes grows with each change
 */
public record JobRow(
        long id,
        String kind,
        String who,
        String work,
        String state,
        long done,
        long total,
        String doing,
        Optional<String> result,
        String why,
        boolean stop,
        int claims,
        Instant begun,
        Optional<Instant> ended,
        long changes) {
    public boolean over() {
        return ended.isPresent();
    }
}
