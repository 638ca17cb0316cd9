/**
 * Keeps original bytes, addressed by their hash, and the structured documents read from them; what is written down of runs,
 * troubleshooting sessions, dialogues, feedback, trials and removals; language models, rules and what was learned, each with
 * the former ones; and all of it together as a backup.
 *
 * <p>In: a file's bytes, the documents read, books' entries. Out: the same again. Originals, graphics and models lie in the data
 * folder, sealed where the {@code vault} is locked; everything else lies where {@code state} keeps values. Every file appears
 * whole or not at all. What is derived can be thrown away and made again.
 */
@NullMarked
package flightline.archive;

import org.jspecify.annotations.NullMarked;
