/**
 * Keeps whole values under keys: what people and programs write down while the product works.
 *
 * <p>In: bytes under a key such as {@code sessions/s20261128-1.json}. Out: the same bytes, whole or not at all. A data folder is
 * one place for them; what keeps them for several machines lives outside the engine and obeys the same contract. It knows
 * nothing of what it keeps.
 */
@NullMarked
package flightline.state;

import org.jspecify.annotations.NullMarked;
