package flightline.records.training;

/** What tells who somebody is, or which airframe or unit it was. */
public enum Identifier {
    EMAIL,
    PHONE,
    PERSON,
    /** Of a licence, a stamp or an employee. */
    STAFF,
    TAIL,
    SERIAL
}
