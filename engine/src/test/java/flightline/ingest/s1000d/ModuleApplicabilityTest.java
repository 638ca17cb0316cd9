package flightline.ingest.s1000d;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Configuration;
import flightline.ingest.CommonInformation;
import flightline.ingest.ParseOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For which products a module holds: computed, displayed, both, and where the two cannot both be true. */
final class ModuleApplicabilityTest {
    private static final String SERIAL =
            "<assert applicPropertyIdent=\"serialno\" applicPropertyType=\"prodattr\" applicPropertyValues=\"1001~1060|1099\"/>";

    private static Applicability of(String applic) {
        return parsed(applic).documents().getFirst().header().applicability();
    }

    private static ParseOutcome.Parsed parsed(String applic) {
        return Bench.parsed(Bench.module(
                "new", "01", "<applic>" + applic + "</applic>", "<description><para>Text.</para></description>"));
    }

    private static String shown(String words) {
        return "<displayText><simplePara>" + words + "</simplePara></displayText>";
    }

    private static Verdict verdict(Applicability applicability, String... properties) {
        return applicability.appliesTo(new Configuration(
                properties.length == 2
                        ? Map.of(properties[0], properties[1])
                        : Map.of(properties[0], properties[1], properties[2], properties[3])));
    }

    @Test
    void displayedAndComputed_areBothKept() {
        var applicability = of(shown("1001 to 1060 and 1099") + SERIAL);
        assertThat(applicability.display()).isEqualTo("1001 to 1060 and 1099");
        assertThat(verdict(applicability, "serialno", "1030")).isEqualTo(Verdict.YES);
        assertThat(verdict(applicability, "serialno", "1099")).isEqualTo(Verdict.YES);
        assertThat(verdict(applicability, "serialno", "1098")).isEqualTo(Verdict.NO);
    }

    @Test
    void displayedContradictsComputed_isUnknown_andTold() {
        for (String applic : new String[] {
            shown("All") + SERIAL,
            shown("1001 to 1074") + SERIAL,
            shown("PRE SB 32-017")
                    + "<assert applicPropertyIdent=\"SB32-017\" applicPropertyType=\"condition\" applicPropertyValues=\"POST\"/>"
        }) {
            var parsed = parsed(applic);
            var applicability = parsed.documents().getFirst().header().applicability();
            assertThat(applicability).isInstanceOf(Applicability.Unread.class);
            assertThat(applicability.display()).contains("displayed as").contains("computed as");
            assertThat(parsed.notes())
                    .singleElement()
                    .asString()
                    .startsWith("line ")
                    .contains("held for unknown");
        }
    }

    @Test
    void displayedAnotherValueOfTheSameProperty_isAContradiction() {
        var notes = Bench.parsed(Bench.module("""
                <referencedApplicGroup>
                <applic id="a"><displayText><simplePara>Series 200</simplePara></displayText>
                <assert applicPropertyIdent="variant" applicPropertyType="prodattr" applicPropertyValues="Amphibian"/></applic>
                <applic id="b"><displayText><simplePara>Amphibian</simplePara></displayText>
                <assert applicPropertyIdent="variant" applicPropertyType="prodattr" applicPropertyValues="Landplane"/></applic>
                </referencedApplicGroup><description><para applicRefId="b">Text.</para></description>""")).notes();
        assertThat(notes).singleElement().asString().contains("'Amphibian'").contains("landplane");
    }

    @Test
    void wordsThatSayItOtherwise_areNoContradiction() {
        assertThat(parsed(shown("Aircraft with the heavy gear") + SERIAL).notes())
                .isEmpty();
        assertThat(parsed(
                                shown("POST SB 1 AND PRE SB 9")
                                        + "<evaluate andOr=\"and\"><assert applicPropertyIdent=\"SB1\" applicPropertyType=\"condition\" applicPropertyValues=\"POST-001~POST-999\"/>"
                                        + "<assert applicPropertyIdent=\"SB9\" applicPropertyType=\"condition\" applicPropertyValues=\"PRE\"/></evaluate>")
                        .notes())
                .isEmpty();
    }

    @Test
    void evaluate_withoutAndOr_orAssertOnlyInWords_isNotGuessed() {
        assertThat(of("<evaluate>" + SERIAL + SERIAL + "</evaluate>")).isInstanceOf(Applicability.Unread.class);
        assertThat(of("<assert>with floats</assert>")).isEqualTo(new Applicability.Unread("with floats"));
        var half = of("<evaluate andOr=\"and\">" + SERIAL + "<assert>with floats</assert></evaluate>");
        assertThat(verdict(half, "serialno", "1005")).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(half, "serialno", "2000")).isEqualTo(Verdict.NO);
    }

    @Test
    void issue3_assertionsAndOperators_areComputed() {
        var applicability = OldModules.header("""
                <applic><displaytext><p>LT-46-300 from 1041</p></displaytext><evaluate operator="AND">
                <assert actidref="model" actreftype="prodattr" actvalues="LT-46-300"/>
                <assert actidref="serialno" actreftype="prodattr" actvalues="1041~1060"/></evaluate></applic>""").applicability();
        assertThat(applicability.display()).isEqualTo("LT-46-300 from 1041");
        assertThat(verdict(applicability, "model", "lt-46-300", "serialno", "1050"))
                .isEqualTo(Verdict.YES);
        assertThat(verdict(applicability, "model", "lt-46-200", "serialno", "1050"))
                .isEqualTo(Verdict.NO);
    }

    @Test
    void issue23_modelsWithVersionsAndRanks_areComputed() {
        var applicability = OldModules.header("""
                <applic><type>aeroplane</type><model model="LT46"><version version="300">
                <versrank><range from="001" to="010"/><single>020</single></versrank></version></model>
                <model model="LT48"/></applic>""").applicability();
        var aeroplane = Map.of("type", "aeroplane", "model", "lt46", "version", "300");
        assertThat(applicability.appliesTo(with(aeroplane, "5"))).isEqualTo(Verdict.YES);
        assertThat(applicability.appliesTo(with(aeroplane, "20"))).isEqualTo(Verdict.YES);
        assertThat(applicability.appliesTo(with(aeroplane, "11"))).isEqualTo(Verdict.NO);
        assertThat(verdict(applicability, "type", "aeroplane", "model", "lt48")).isEqualTo(Verdict.YES);
    }

    @Test
    void applicabilityOfARepository_decidesForTheElementThatRefersToIt() {
        var repository = Bench.document(Bench.module("""
                <referencedApplicGroup><applic id="early">%s</applic></referencedApplicGroup><commonRepository><applicRepository>
                <applicSpec applicMapRefId="early"><applicSpecIdent applicIdentValue="A-1"/></applicSpec></applicRepository></commonRepository>""".formatted(SERIAL)));
        var common = new CommonInformation(repository.links().entries());
        String module = Bench.module("""
                <referencedApplicGroupRef><applicRef id="a" applicIdentValue="A-1"/><applicRef id="b" applicIdentValue="A-2"/></referencedApplicGroupRef>
                <description><para applicRefId="a">Early ones.</para><para applicRefId="b">Others.</para></description>""").replace("infoCode=\"520\"", "infoCode=\"040\"");
        var parsed = (ParseOutcome.Parsed) Bench.read(module.getBytes(UTF_8), common);
        assertThat(parsed.documents().getFirst().blocks())
                .filteredOn(p -> p.block().text().equals("Early ones."))
                .singleElement()
                .satisfies(p -> {
                    assertThat(verdict(p.applicability(), "serialno", "1030")).isEqualTo(Verdict.YES);
                    assertThat(verdict(p.applicability(), "serialno", "1098")).isEqualTo(Verdict.NO);
                });
        assertThat(parsed.notes()).singleElement().asString().contains("applicability A-2");
    }

    private static Configuration with(Map<String, String> properties, String rank) {
        var all = new java.util.HashMap<>(properties);
        all.put("versrank", rank);
        return new Configuration(all);
    }
}
