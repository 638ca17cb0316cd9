/**
 * Finds passages and past records.
 *
 * <p>In: {@link flightline.search.RevisionSwap}s and records to keep; {@link flightline.search.EvidenceQuery} and
 * {@link flightline.search.RecordQuery} to answer. Out: {@link flightline.search.Evidence} and
 * {@link flightline.search.Precedent}s, best first, with reasons.
 *
 * <p>There are two kinds of each index: one in a folder, and one over a {@link flightline.search.Depot}, which lies on other machines and
 * is asked for candidates and counts; what ranks them is the same.
 *
 * <p>The only room that touches Lucene and the index folders; Lucene's types and document numbers never leave it. The
 * scope of a question (marking, effectivity, revision in force) is a filter inside the query, so what is out of scope is
 * never ranked, counted or seen.
 */
@NullMarked
package flightline.search;

import org.jspecify.annotations.NullMarked;
