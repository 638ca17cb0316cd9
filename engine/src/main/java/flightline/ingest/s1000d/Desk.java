package flightline.ingest.s1000d;

import flightline.ingest.xml.BlockWriter;
import java.util.List;

/**
 * What every writer of blocks works with while one module is read.
 *
 * @param ownCode the module's own identity
 * @param ranges takes where in the source text each element was written
 * @param notes takes what a librarian should know, each with its line
 */
record Desk(
        String ownCode,
        BlockWriter out,
        Numbers numbers,
        InlineText words,
        FieldText fields,
        Flow flow,
        ApplicabilityReader applicability,
        SharedWords shared,
        Ranges ranges,
        List<String> notes) {}
