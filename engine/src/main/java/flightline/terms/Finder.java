package flightline.terms;

import java.util.List;

/** Finds one kind of mention. */
interface Finder {
    /** What was found, in any order. */
    List<Mention> find(String text);
}
