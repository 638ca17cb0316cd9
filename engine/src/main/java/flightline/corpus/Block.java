package flightline.corpus;

import java.util.List;

/** A piece of a document as its author set it. Its {@code text} is the source text between its place's start and end, letter for letter. */
public sealed interface Block {
    String text();

    Place place();

    /**
     * A heading.
     *
     * @param level 1 for the document's main division, growing inwards
     * @param number as printed, for example {@code 32-41-00} or {@code 2.3}; empty where there is none
     */
    record Heading(int level, String number, String text, Place place) implements Block {}

    record Paragraph(String text, Place place) implements Block {}

    /**
     * An item of a list that is no procedure.
     *
     * @param depth 0 for the outermost list
     */
    record ListItem(String label, int depth, String text, Place place) implements Block {}

    /**
     * One action of a procedure.
     *
     * @param number as printed or counted, for example {@code (3)}, {@code 2.1} or {@code a}
     * @param depth 0 for a main step
     */
    record Step(String number, int depth, String text, Place place) implements Block {}

    /** A warning, caution or note; it belongs to what follows it, and to the whole procedure when {@link #general}. */
    record Safety(SafetyKind kind, boolean general, String text, Place place) implements Block {}

    /**
     * A table. In {@code text}, cells are parted by a tab and rows by a line feed.
     *
     * @param caption empty where there is none
     * @param header names of the columns, empty where the table has no header row
     * @param rows body rows, each with one cell per column
     */
    record Table(String caption, List<String> header, List<Row> rows, String text, Place place) implements Block {}

    /** A row of a table's body; {@code text} is the row in the source text, {@code cells} in the order of the columns. */
    record Row(List<String> cells, String text, Place place) {}

    /** A figure; {@code reference} names the graphic (an ICN or a file), {@code text} is its caption. */
    record Figure(String reference, String text, Place place) implements Block {}

    /**
     * A fault as a crew or a system reports it.
     *
     * @param code fault code or message, empty where there is none
     * @param isolation documents (data module codes) that isolate it
     */
    record Fault(String code, List<String> isolation, String text, Place place) implements Block {}

    /**
     * A step of a fault isolation procedure: what to do, the question it answers, and where each answer leads.
     *
     * @param id unique in the document
     * @param question empty for a step that only acts
     * @param text action and question together
     */
    record IsolationStep(String id, String question, List<Branch> branches, String text, Place place)
            implements Block {}

    /**
     * An answer to an isolation step's question.
     *
     * @param answer for example {@code Yes}
     * @param next id of the step or end that follows
     */
    record Branch(String answer, String next) {}

    /**
     * The end of a branch of fault isolation: the remedy.
     *
     * @param references documents (data module codes) that tell how
     */
    record IsolationEnd(String id, List<String> references, String text, Place place) implements Block {}

    /**
     * A line of an illustrated parts list.
     *
     * @param item figure and item number
     * @param quantity per next higher assembly, as printed
     */
    record Part(String item, String partNumber, String name, String quantity, String text, Place place)
            implements Block {}

    /**
     * A question that a course of training puts to its reader, with the answers to choose from. What it asks about and offers is not
     * all true, so it is kept and compared, and is no evidence for anything.
     */
    record Exercise(String text, Place place) implements Block {}
}
