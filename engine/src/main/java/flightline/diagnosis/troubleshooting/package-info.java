/**
 * Decision-theoretic troubleshooting: what to check or repair next, by how likely each cause is believed, what each check
 * takes, and what it would rule out.
 *
 * <p>In: beliefs in causes, trials with their outcomes and costs, isolation trees. Out: beliefs after an answer, the expected
 * cost of a strategy, the trial to do next. Pure arithmetic over the corpus's types: no I/O, no clock, no chance.
 *
 * <p>After D. Heckerman, J. Breese and K. Rommelse, "Decision-theoretic troubleshooting", Communications of the ACM 38(3),
 * 1995: repairs go in the order of likelihood by cost, and a test is worth making when what it takes is less than what
 * knowing its result saves.
 */
@NullMarked
package flightline.diagnosis.troubleshooting;

import org.jspecify.annotations.NullMarked;
