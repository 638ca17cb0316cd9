/**
 * What a document is: its identity, revision, effectivity, marking and status, its blocks, and the passages and places that a citation points to.
 *
 * <p>In: nothing. Out: the values every other room speaks in. Touches the JDK only, does no I/O.
 *
 * <p>One rule runs through it all: a document has one <em>source text</em>, and every block, passage and quotation is a
 * half-open range {@code [start, end)} of UTF-16 units in it. What is quoted is cut from the source, never written anew.
 */
@NullMarked
package flightline.corpus;

import org.jspecify.annotations.NullMarked;
