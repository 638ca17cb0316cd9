package flightline.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import flightline.drafting.datamodule.ModuleRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that data modules keep: the public ones do, a broken one does not. */
final class ModuleRulesTest {
    private static final String MODULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <dmodule><identAndStatusSection><dmAddress><dmIdent>
            <dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="28" subSystemCode="2" subSubSystemCode="1" assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="520" infoCodeVariant="A" itemLocationCode="A"/>
            <language countryIsoCode="US" languageIsoCode="en"/><issueInfo issueNumber="000" inWork="01"/></dmIdent>
            <dmAddressItems><issueDate day="01" month="07" year="2026"/><dmTitle><techName>Boost pump</techName></dmTitle></dmAddressItems></dmAddress>
            <dmStatus issueType="new"><security securityClassification="01"/><responsiblePartnerCompany><enterpriseName>X</enterpriseName></responsiblePartnerCompany>
            <originator><enterpriseName>X</enterpriseName></originator><applic><displayText><simplePara>All</simplePara></displayText></applic>
            <brexDmRef><dmRef><dmRefIdent><dmCode modelIdentCode="S1000D" systemDiffCode="F" systemCode="04" subSystemCode="1" subSubSystemCode="0" assyCode="0301" disassyCode="00" disassyCodeVariant="A" infoCode="022" infoCodeVariant="A" itemLocationCode="D"/></dmRefIdent></dmRef></brexDmRef>
            <qualityAssurance><unverified/></qualityAssurance></dmStatus></identAndStatusSection>
            <content><referencedApplicGroup><applic id="app-1"><displayText><simplePara>MSN 1</simplePara></displayText></applic></referencedApplicGroup>
            <procedure><preliminaryRqmts><reqCondGroup><noConds/></reqCondGroup><reqSupportEquips><noSupportEquips/></reqSupportEquips>
            <reqSupplies><noSupplies/></reqSupplies><reqSpares><noSpares/></reqSpares><reqSafety><noSafety/></reqSafety></preliminaryRqmts>
            <mainProcedure><proceduralStep id="s1"><warning><warningAndCautionPara>Fuel burns.</warningAndCautionPara></warning><para>Drain the tank.</para></proceduralStep>
            <proceduralStep id="s2" applicRefId="app-1"><para>See <internalRef internalRefId="s1"/>.</para></proceduralStep></mainProcedure>
            <closeRqmts><reqCondGroup><noConds/></reqCondGroup></closeRqmts></procedure></content></dmodule>
            """;

    @Test
    void module_thatKeepsThem_hasNoFault() {
        assertThat(ModuleRules.faults(MODULE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<reqSafety><noSafety/></reqSafety> | '' | reqSafety",
                "<closeRqmts><reqCondGroup><noConds/></reqCondGroup></closeRqmts> | '' | closeRqmts",
                "<issueInfo issueNumber=\"000\" inWork=\"01\"/> | '' | issueInfo",
                "issueNumber=\"000\" | issueNumber=\"0\" | issueNumber",
                "infoCode=\"520\" | infoCode=\"52\" | infoCode",
                "itemLocationCode=\"A\"/> | /> | itemLocationCode",
                "month=\"07\" | month=\"13\" | month",
                "id=\"s2\" | id=\"s1\" | s1",
                "applicRefId=\"app-1\" | applicRefId=\"app-9\" | app-9",
                "internalRefId=\"s1\" | internalRefId=\"s9\" | s9",
                "<warningAndCautionPara>Fuel burns.</warningAndCautionPara> | '' | warning",
                "<para>Drain the tank.</para> | Drain the tank. | proceduralStep",
                "<para>Drain the tank.</para> | <para><bolt>Drain</bolt></para> | bolt",
                "<para>Drain the tank.</para> | <proceduralStep/> | proceduralStep",
                "<reqSupplies><noSupplies/></reqSupplies><reqSpares><noSpares/></reqSpares> | <reqSpares><noSpares/></reqSpares><reqSupplies><noSupplies/></reqSupplies> | reqSpares",
                "<applic id=\"app-1\"> | <applic> | id",
                "issueType=\"new\" | '' | issueType",
                "<content> | <content><mainProcedure/> | mainProcedure",
                "</dmodule> | '' | entity",
            })
    void fault_putIntoIt_isFound_withItsLine(String from, String to, String named) {
        String broken = MODULE.replace(from.strip(), to.strip());

        assertThat(broken).isNotEqualTo(MODULE);
        assertThat(ModuleRules.faults(broken)).isNotEmpty().allMatch(fault -> fault.startsWith("line "));
        assertThat(String.join("\n", ModuleRules.faults(broken))).contains(named.strip());
    }

    @Test
    void reference_toAFileElsewhere_isNotFollowed() {
        String reaching = MODULE.replace(
                "<dmodule>", "<!DOCTYPE dmodule [<!ENTITY out SYSTEM \"file:///etc/hostname\">]><dmodule>");

        assertThat(ModuleRules.faults(reaching.replace("Drain the tank.", "&out;")))
                .anyMatch(fault -> fault.contains("accessExternalDTD") || fault.contains("not allowed"));
    }

    /** Modules of the standard's makers with a procedure or a description, of issues 4.0 and 4.1. */
    @Test
    void publicModules_keepThem() throws Exception {
        Path samples = Path.of(System.getProperty("flightline.root", "..")).resolve("../shared/data/s1000d-bike");
        assumeThat(samples).as("the sample data set is not here").isDirectory();
        Pattern content = Pattern.compile("<content>.*<(procedure|description)[ >].*</content>", Pattern.DOTALL);
        var faults = new ArrayList<String>();
        int modules = 0;
        List<Path> files;
        try (var all = Files.walk(samples)) {
            files = all.filter(file ->
                            file.toString().toUpperCase(java.util.Locale.ROOT).endsWith(".XML"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String xml = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
            if (!content.matcher(xml).find() || xml.contains("<learning")) continue;
            modules++;
            for (String fault : ModuleRules.faults(xml)) faults.add(file.getFileName() + " " + fault);
        }
        assertThat(faults).isEmpty();
        assertThat(modules).isEqualTo(67);
    }
}
