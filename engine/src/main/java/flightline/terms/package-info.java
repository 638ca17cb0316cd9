/**
 * The trade's words: abbreviations, spelling, ATA codes, and what stands in a sentence of a hangar (part numbers, references,
 * quantities, sides, phases, negations, what is not there, parts and conditions).
 *
 * <p>In: text. Out: {@link flightline.terms.Mention}s, {@link flightline.terms.Phrase}s and {@link flightline.terms.Tagger}
 * spans with their offsets, {@link flightline.terms.NormalisedText}, expansions, titles, and what the trade says of each
 * system ({@link flightline.terms.TradeBook}). Touches the JDK, the word lists and the model that this package carries; knows
 * no other room.
 */
@NullMarked
package flightline.terms;

import org.jspecify.annotations.NullMarked;
