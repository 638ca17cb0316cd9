/**
 * The trade's words: abbreviations, ATA codes, and what stands in a sentence of a hangar (part numbers, references,
 * quantities, sides, phases, negations).
 *
 * <p>In: text. Out: {@link flightline.terms.Mention}s with their offsets, {@link flightline.terms.NormalisedText},
 * expansions and titles. Touches the JDK and two word lists that this package carries; knows no other room.
 */
@NullMarked
package flightline.terms;

import org.jspecify.annotations.NullMarked;
