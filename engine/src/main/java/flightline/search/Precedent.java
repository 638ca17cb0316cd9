package flightline.search;

import flightline.corpus.MaintenanceRecord;

/**
 * A record like the complaint.
 *
 * @param similarity 0 to 1, comparable between complaints: a fixed blend of {@code lexical} and {@code semantic}
 * @param lexical 0 to 1: share of the complaint's words, weighted by rarity, that the record has
 * @param semantic 0 to 1: likeness in meaning of the two complaints, 0 where that is no more than chance
 */
public record Precedent(MaintenanceRecord record, double similarity, double lexical, double semantic) {}
