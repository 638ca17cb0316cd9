package flightline.diagnosis.memory;

/**
 * What two entries of one aircraft have in common, in the numbers that {@link LinkRule} weighs.
 *
 * @param chance natural logarithm of how many entries between the two would be as alike by accident, judged by how common
 *     such a complaint is in the whole library
 * @param contradicts 1 where both name a side or a number and none is the same, else 0
 * @param meets 1 where both name the same side or number, else 0
 * @param refers 1 where the later names the earlier, or the reference that it was put off under, else 0
 * @param months days between the two, in units of 30
 * @param systems 0 to 1: how far the systems that both may belong to agree, by what like complaints were coded
 * @param parts 0 to 1: the same of the parts that like complaints were cured with
 * @param again 1 where the later says that it came again, else 0
 * @param routine 1 where either is planned work, wear or damage from outside, else 0
 * @param code 1 for the same system, 0.3 for the same chapter, -1 for another chapter, 0 where one is not coded
 * @param part 1 where both worked on the same part, or one speaks of the other's, else 0
 * @param words 0 to 1: likeness of all words, rare ones counting more
 */
public record Traits(
        double chance,
        double contradicts,
        double meets,
        double refers,
        double months,
        double systems,
        double parts,
        double again,
        double routine,
        double code,
        double part,
        double words) {
    /** In the order of the components. */
    public double[] values() {
        return new double[] {
            chance, contradicts, meets, refers, months, systems, parts, again, routine, code, part, words
        };
    }
}
