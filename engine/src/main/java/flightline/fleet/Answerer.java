package flightline.fleet;

/** Answers the questions of one form. */
interface Answerer {
    FleetAnswer answer(Question question, ClearedRecords records);
}
