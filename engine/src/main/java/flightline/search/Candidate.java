package flightline.search;

/**
 * An entry that may answer, with everything that ranks it.
 *
 * @param doc Lucene's number of the entry
 * @param lexical BM25 score, 0 without a shared word
 * @param likeness cosine of the two vectors, -1 to 1
 * @param codes how many identifiers of the question stand in it
 * @param lexicalRank 1-based rank by words, 0 where it was not found by them
 * @param semanticRank 1-based rank by meaning, 0 where it was not found by it
 */
record Candidate(int doc, double lexical, double likeness, double codes, int lexicalRank, int semanticRank) {}
