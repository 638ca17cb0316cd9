package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.Map;

/**
 * Turns the short names of issues 2.3 and 3.0 into those of issue 4. It begins with the element that only the old issues
 * have ({@code idstatus}), since names such as {@code item} mean something else later. Not for reuse: one per file.
 */
final class ShortNames {
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("para0", "levelledPara"),
            Map.entry("levelledpara", "levelledPara"),
            Map.entry("subpara1", "levelledPara"),
            Map.entry("subpara2", "levelledPara"),
            Map.entry("subpara3", "levelledPara"),
            Map.entry("subpara4", "levelledPara"),
            Map.entry("descript", "description"),
            Map.entry("proced", "procedure"),
            Map.entry("mainfunc", "mainProcedure"),
            Map.entry("step1", "proceduralStep"),
            Map.entry("step2", "proceduralStep"),
            Map.entry("step3", "proceduralStep"),
            Map.entry("step4", "proceduralStep"),
            Map.entry("step5", "proceduralStep"),
            Map.entry("prelreqs", "preliminaryRqmts"),
            Map.entry("closereqs", "closeRqmts"),
            Map.entry("reqconds", "reqCondGroup"),
            Map.entry("noconds", "noConds"),
            Map.entry("reqpers", "reqPersons"),
            Map.entry("asrequir", "asRequired"),
            Map.entry("perscat", "personCategory"),
            Map.entry("perskill", "personSkill"),
            Map.entry("esttime", "estimatedTime"),
            Map.entry("supequip", "reqSupportEquips"),
            Map.entry("nosupeq", "noSupportEquips"),
            Map.entry("supeqli", "supportEquipDescrGroup"),
            Map.entry("supequi", "supportEquipDescr"),
            Map.entry("supplies", "reqSupplies"),
            Map.entry("nosupply", "noSupplies"),
            Map.entry("supplyli", "supplyDescrGroup"),
            Map.entry("supply", "supplyDescr"),
            Map.entry("spares", "reqSpares"),
            Map.entry("nospares", "noSpares"),
            Map.entry("sparesli", "spareDescrGroup"),
            Map.entry("spare", "spareDescr"),
            Map.entry("safety", "reqSafety"),
            Map.entry("nosafety", "noSafety"),
            Map.entry("safecond", "safetyRqmts"),
            Map.entry("nomen", "name"),
            Map.entry("identno", "identNumber"),
            Map.entry("mfc", "manufacturerCode"),
            Map.entry("pnr", "partNumber"),
            Map.entry("qty", "reqQuantity"),
            Map.entry("seqlist", "sequentialList"),
            Map.entry("randlist", "randomList"),
            Map.entry("deflist", "definitionList"),
            Map.entry("item", "listItem"),
            Map.entry("term", "listItemTerm"),
            Map.entry("def", "listItemDefinition"),
            Map.entry("refdm", "dmRef"),
            Map.entry("xref", "internalRef"),
            Map.entry("subscrpt", "subScript"),
            Map.entry("supscrpt", "superScript"),
            Map.entry("acroterm", "acronymTerm"),
            Map.entry("acrodef", "acronymDefinition"),
            Map.entry("ftnote", "footnote"),
            Map.entry("ipc", "illustratedPartsCatalog"),
            Map.entry("csn", "catalogSeqNumber"),
            Map.entry("isn", "itemSeqNumber"),
            Map.entry("qna", "quantityPerNextHigherAssy"),
            Map.entry("dfp", "descrForPart"),
            Map.entry("afr", "faultReporting"),
            Map.entry("afi", "faultIsolation"),
            Map.entry("dfault", "detectedFault"),
            Map.entry("ofault", "observedFault"),
            Map.entry("cfault", "correlatedFault"),
            Map.entry("ifault", "isolatedFault"),
            Map.entry("describe", "faultDescr"),
            Map.entry("afi-proc", "faultIsolationProcedure"),
            Map.entry("isoproc", "isolationProcedure"),
            Map.entry("isolatep", "isolationMainProcedure"),
            Map.entry("isostep", "isolationStep"),
            Map.entry("isoend", "isolationProcedureEnd"),
            Map.entry("question", "isolationStepQuestion"),
            Map.entry("answer", "isolationStepAnswer"),
            Map.entry("yes", "yesAnswer"),
            Map.entry("no", "noAnswer"),
            Map.entry("inapplics", "referencedApplicGroup"),
            Map.entry("inapplic", "applic"),
            Map.entry("acrw", "crew"),
            Map.entry("frc", "crewRefCard"),
            Map.entry("descacrw", "descrCrew"),
            Map.entry("drill", "crewDrill"),
            Map.entry("subdrill", "subCrewDrill"),
            Map.entry("chalresp", "challengeAndResponse"),
            Map.entry("challeng", "challenge"),
            Map.entry("respons", "response"),
            Map.entry("casecond", "caseCond"),
            Map.entry("elseif", "elseIf"),
            Map.entry("schedule", "maintPlanning"),
            Map.entry("definspec", "inspectionDefinition"),
            Map.entry("deftask", "taskDefinition"),
            Map.entry("taskdesc", "taskDescr"),
            Map.entry("wrngdata", "wiringData"),
            Map.entry("wrngflds", "wiringFields"),
            Map.entry("wires", "wireGroup"),
            Map.entry("wireid", "wireNumber"),
            Map.entry("fdesc", "descr"),
            Map.entry("detect", "detectionInfo"),
            Map.entry("delruitem", "detectedLruItem"),
            Map.entry("lruitem", "lruItem"),
            Map.entry("disolate", "isolateDetectedFault"),
            Map.entry("isolate", "isolationInfo"),
            Map.entry("locandrep", "locateAndRepair"),
            Map.entry("lrlruitem", "locateAndRepairLruItem"),
            Map.entry("msgdesc", "bitMessage"),
            Map.entry("closetxt", "closeRqmts"),
            Map.entry("closeup", "closeRqmts"),
            Map.entry("yesno", "yesNoAnswer"),
            Map.entry("sel-list", "listOfChoices"),
            Map.entry("reqcond", "reqCond"),
            Map.entry("reqcondm", "reqCondDm"),
            Map.entry("reqcontp", "reqCondExternalPub"),
            Map.entry("p", "simplePara"),
            Map.entry("act", "applicCrossRefTable"),
            Map.entry("cct", "condCrossRefTable"),
            Map.entry("pct", "productCrossRefTable"),
            Map.entry("prodattr", "productAttribute"),
            Map.entry("enum", "enumeration"),
            Map.entry("condtype", "condType"),
            Map.entry("dm-seq", "dmSeq"),
            Map.entry("dm-node", "dmNode"),
            Map.entry("techrep", "techRepository"),
            Map.entry("pmentry", "pmEntry"),
            Map.entry("reftp", "externalPubRef"),
            Map.entry("pubcode", "externalPubCode"),
            Map.entry("pubtitle", "externalPubTitle"),
            Map.entry("brexref", "brexDmRef"),
            Map.entry("actref", "applicCrossRefTableRef"),
            Map.entry("displaytext", "displayText"));

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("xrefid", "internalRefId"),
            Map.entry("refapplic", "applicRefId"),
            Map.entry("refid", "nextActionRefId"),
            Map.entry("boardno", "infoEntityIdent"),
            Map.entry("fltcode", "faultCode"),
            Map.entry("fcode", "faultCode"),
            Map.entry("actidref", "applicPropertyIdent"),
            Map.entry("actreftype", "applicPropertyType"),
            Map.entry("actvalues", "applicPropertyValues"),
            Map.entry("actvalue", "applicPropertyValue"),
            Map.entry("operator", "andOr"),
            Map.entry("uom", "unitOfMeasure"),
            Map.entry("isn", "itemSeqNumberValue"),
            Map.entry("change", "changeType"),
            Map.entry("mark", "changeMark"),
            Map.entry("memorize", "memorizeStepsFlag"),
            Map.entry("taskid", "taskIdent"),
            Map.entry("rfc", "reasonForUpdateRefIds"),
            Map.entry("category", "personCategoryCode"));

    private boolean old;

    /** The tree under its long names; the same tree where it has no short ones. */
    static XmlElement lengthened(XmlElement root) {
        if (root.find("idstatus").isEmpty()) return root;
        var names = new ShortNames();
        return root.renamed(names::element, names::attribute);
    }

    private String element(String name) {
        if (name.equals("idstatus")) old = true;
        // A step of a drill has no level; one of a list of steps has.
        if (old && name.equals("step")) return "crewDrillStep";
        return old ? ELEMENTS.getOrDefault(name, name) : name;
    }

    private String attribute(String name) {
        return old ? ATTRIBUTES.getOrDefault(name, name) : name;
    }
}
