package flightline.drafting.datamodule;

import java.util.Optional;

/**
 * What a person has to decide before the module is used.
 *
 * @param at the words of the source that it is about, absent where it is about the whole module
 */
public record Doubt(String why, Optional<Traced> at) {
    static Doubt whole(String why) {
        return new Doubt(why, Optional.empty());
    }

    static Doubt of(String why, Traced at) {
        return new Doubt(why, Optional.of(at));
    }
}
