/** What a model's reply is read as, whole and while it comes. */
@NullMarked
package flightline.diagnosis.dictation;

import org.jspecify.annotations.NullMarked;
