/**
 * Measures what reading office files loses. In: public texts, from which LibreOffice makes office files, and what that
 * program itself takes for their text. Out: counts of words for {@code eval/results/office.md}.
 */
@NullMarked
package flightline.eval.office;

import org.jspecify.annotations.NullMarked;
