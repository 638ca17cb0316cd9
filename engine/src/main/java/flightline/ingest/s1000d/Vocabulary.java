package flightline.ingest.s1000d;

import java.util.Set;

/** Sorts the elements of the standard by the part they play in running text. */
final class Vocabulary {
    /** Stands within a line of text. */
    static final Set<String> INLINE = Set.of(
            "emphasis",
            "internalRef",
            "dmRef",
            "pmRef",
            "externalPubRef",
            "reftp",
            "acronym",
            "acronymTerm",
            "abbreviation",
            "subScript",
            "superScript",
            "verbatimText",
            "quantity",
            "changeInline",
            "change",
            "inlineSignificantData",
            "indexFlag",
            "footnoteRef",
            "footnote",
            "functionalItemRef",
            "circuitBreakerRef",
            "controlIndicatorRef",
            "zoneRef",
            "accessPointRef",
            "toolRef",
            "supplyRef",
            "functionalPhysicalAreaRef",
            "symbol",
            "variableRef",
            "captionGroup",
            "caption",
            "inlineapplics");

    /** Holds a line of text, or a few. */
    static final Set<String> PARAGRAPH =
            Set.of("para", "simplePara", "notePara", "warningAndCautionPara", "paraBasic", "attentionListItemPara");

    /** Only groups; its content reads as if it were not there. */
    static final Set<String> TRANSPARENT = Set.of("challengeAndResponse", "challenge", "response", "crewProcedureName");

    static final Set<String> LISTS =
            Set.of("randomList", "sequentialList", "definitionList", "attentionRandomList", "attentionSequentialList");

    static final Set<String> STEPS = Set.of("proceduralStep", "crewDrillStep", "checkListStep");

    /** A number is given once to all that stand in such a group, for only one of them holds at a time. */
    static final Set<String> STEP_ALTERNATIVES = Set.of("proceduralStepAlts", "crewDrillStepAlts");

    static final Set<String> SAFETY = Set.of("warning", "caution", "note");

    static final Set<String> PICTURES = Set.of("graphic", "multimediaObject");

    static final Set<String> REFERENCES = Set.of("dmRef", "pmRef", "externalPubRef", "reftp", "internalRef");

    /** Reads as a code, a number or a name, which must not run into the words beside it. */
    static final Set<String> NAMED = Set.of(
            "dmRef",
            "pmRef",
            "internalRef",
            "functionalItemRef",
            "circuitBreakerRef",
            "controlIndicatorRef",
            "zoneRef",
            "accessPointRef",
            "toolRef",
            "supplyRef",
            "partRef",
            "functionalPhysicalAreaRef",
            "variableRef");

    /** Running text or structure: an element that has one of these below it is no mere record of fields. */
    static final Set<String> PROSE = Set.of(
            "para",
            "title",
            "table",
            "figure",
            "multimedia",
            "randomList",
            "sequentialList",
            "definitionList",
            "proceduralStep",
            "crewDrillStep",
            "checkListStep",
            "levelledPara",
            "description",
            "warning",
            "caution",
            "note",
            "isolationStep",
            "isolationProcedureEnd",
            "detectedFault",
            "observedFault",
            "correlatedFault",
            "isolatedFault",
            "faultIsolationProcedure",
            "catalogSeqNumber",
            "productCrossRefTable",
            "productAttributeList",
            "condTypeList",
            "condList",
            "warningSpec",
            "cautionSpec",
            "dmlEntry",
            "closeRqmts",
            "preliminaryRqmts",
            "mainProcedure",
            "pmEntry");

    private Vocabulary() {}

    static boolean isBlock(String name) {
        return LISTS.contains(name)
                || STEPS.contains(name)
                || SAFETY.contains(name)
                || PROSE.contains(name)
                || PARAGRAPH.contains(name);
    }
}
