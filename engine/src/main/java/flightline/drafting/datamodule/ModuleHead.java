package flightline.drafting.datamodule;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentHeader;
import flightline.corpus.Marking;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** Sets what stands before the content: code, issue, title, class, for which aircraft. What the source does not say is a placeholder. */
record ModuleHead(DataModule module, XmlText out) {
    private static final String UNKNOWN = "PLACEHOLDER";

    /** The rules of exchange that the standard itself gives for its issue 4.1. */
    private static final String RULES = "S1000D-F-04-10-0301-00A-022A-D";

    void write(LocalDate on) {
        out.begin(
                "dmodule",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:noNamespaceSchemaLocation",
                "http://www.s1000d.org/S1000D_4-1/xml_schema_flat/proced.xsd");
        DocumentHeader from = module.source().held().header();
        out.instruction(
                "flightline-source",
                "document=\"" + from.id() + "\" revision=\""
                        + from.revision().display() + "\" sha256=\""
                        + module.source().held().source().hex() + "\"");
        for (Doubt doubt : module.doubts())
            if (doubt.at().isEmpty()) out.instruction("flightline-uncertain", doubt.why());
        out.begin("identAndStatusSection");
        address(on);
        status(from);
        out.end();
    }

    private void address(LocalDate on) {
        out.begin("dmAddress").begin("dmIdent");
        out.empty("dmCode", attributes(module.code()));
        out.empty("language", "countryIsoCode", "US", "languageIsoCode", "en");
        out.empty("issueInfo", "issueNumber", "000", "inWork", "01").end();
        out.begin("dmAddressItems");
        out.empty(
                "issueDate",
                "day",
                String.format(Locale.ROOT, "%02d", on.getDayOfMonth()),
                "month",
                String.format(Locale.ROOT, "%02d", on.getMonthValue()),
                "year",
                String.format(Locale.ROOT, "%04d", on.getYear()));
        out.begin("dmTitle").words("techName", module.name().strip()).end();
        out.end().end();
    }

    private void status(DocumentHeader from) {
        boolean marked = !from.marking().equals(Marking.UNMARKED);
        out.begin("dmStatus", "issueType", "new");
        out.empty("security", "securityClassification", marked ? "99" : "01");
        if (marked) {
            out.begin("dataRestrictions").begin("restrictionInstructions");
            out.words("dataHandling", from.marking().label()).end().end();
        }
        out.begin("responsiblePartnerCompany").words("enterpriseName", UNKNOWN).end();
        out.begin("originator").words("enterpriseName", UNKNOWN).end();
        out.begin("applic").begin("displayText");
        String aircraft = from.applicability().equals(Applicability.ALL)
                ? "All"
                : from.applicability().display();
        out.words("simplePara", aircraft).end().end();
        out.begin("brexDmRef").begin("dmRef").begin("dmRefIdent");
        out.empty("dmCode", attributes(ModuleCode.parse(RULES).orElseThrow()));
        out.end().end().end();
        out.begin("qualityAssurance").empty("unverified").end();
        out.end();
    }

    private static String[] attributes(ModuleCode code) {
        return code.attributes().entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }
}
