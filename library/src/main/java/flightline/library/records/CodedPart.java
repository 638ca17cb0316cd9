package flightline.library.records;

/** The part columns of one record; each empty where nobody filled it in. */
record CodedPart(String removed, String name, String condition, String installed) {}
