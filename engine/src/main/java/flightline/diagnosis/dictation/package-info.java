/**
 * What is said to a language model and what it may answer: evidence as numbered passages, and a reply in one strict form.
 *
 * <p>In: a question, numbered passages, a model. Out: drafted statements, none of them checked, or the plain reason why there
 * are none; each statement can be had as soon as it is written. Knows nothing of documents, citations or briefs; whoever uses a draft checks it.
 */
@NullMarked
package flightline.diagnosis.dictation;

import org.jspecify.annotations.NullMarked;
