package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.SafetyKind;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeaderTest {
    private static final String EMPTY = "<description><para>Text.</para></description>";

    @Test
    void dataModule_address_becomesIdRevisionTitleAndAta() {
        var header = Bench.withContent(EMPTY).header();
        assertThat(header.id().value()).isEqualTo("DMC-LT46-A-32-41-00-00A-520A-A");
        assertThat(header.revision().label()).isEqualTo("003-00");
        assertThat(header.revision().issued()).contains(LocalDate.of(2024, 5, 17));
        assertThat(header.title()).isEqualTo("Main wheel - Remove procedures");
        assertThat(header.kind()).isEqualTo(DocumentKind.DATA_MODULE);
        assertThat(header.status()).isEqualTo(DocumentStatus.FINAL);
        assertThat(header.marking()).isEqualTo(Marking.UNMARKED);
        assertThat(header.ata()).containsExactly("32-41");
        assertThat(header.format()).isEqualTo("S1000D 4.1");
    }

    @Test
    void learnCode_isPartOfTheId() {
        var xml = Bench.module(EMPTY)
                .replace("itemLocationCode=\"A\"", "itemLocationCode=\"A\" learnCode=\"T45\" learnEventCode=\"C\"");
        assertThat(Bench.document(xml).header().id().value()).isEqualTo("DMC-LT46-A-32-41-00-00A-520A-A-T45C");
    }

    @Test
    void extendedModule_namesItsProducerFirst() {
        var xml = Bench.module(EMPTY)
                .replace("<dmIdent>", "<dmIdent><identExtension extensionProducer=\"OP1\" extensionCode=\"X7\"/>");
        assertThat(Bench.document(xml).header().id().value()).isEqualTo("DME-OP1-X7-LT46-A-32-41-00-00A-520A-A");
    }

    @Test
    void systemCodeThatIsNoChapter_givesNoAta() {
        var xml = Bench.module(EMPTY).replace("systemCode=\"32\"", "systemCode=\"D00\"");
        assertThat(Bench.document(xml).header().ata()).isEmpty();
    }

    @Test
    void issueTypeDeleted_isStatusDeleted() {
        var header = Bench.document(Bench.module("deleted", "01", "", EMPTY)).header();
        assertThat(header.status()).isEqualTo(DocumentStatus.DELETED);
    }

    @Test
    void classification_above01_isMarked_andThePartThatIsHigherWins() {
        assertThat(Bench.document(Bench.module("new", "02", "", EMPTY)).header().marking())
                .isEqualTo(new Marking("CLASS 02"));
        var higherPart =
                "<description><levelledPara securityClassification=\"03\"><para>x</para></levelledPara></description>";
        assertThat(Bench.document(Bench.module("new", "02", "", higherPart))
                        .header()
                        .marking())
                .isEqualTo(new Marking("CLASS 03"));
    }

    @Test
    void impossibleDate_isLeftOutAndTold() {
        var parsed = Bench.parsed(Bench.module(EMPTY).replace("month=\"05\"", "month=\"13\""));
        assertThat(parsed.documents().getFirst().header().revision().issued()).isEmpty();
        assertThat(parsed.notes())
                .singleElement()
                .asString()
                .contains("2024-13-17")
                .contains("line 7");
    }

    @Test
    void computedApplicability_nestedEvaluations_hold() {
        var status = """
                <applic><displayText><simplePara>Series 300 from 1041, or 200</simplePara></displayText>
                <evaluate andOr="or">
                <evaluate andOr="and"><assert applicPropertyIdent="model" applicPropertyType="prodattr" applicPropertyValues="LT46-300"/>
                <assert applicPropertyIdent="serialno" applicPropertyType="prodattr" applicPropertyValues="1041~1060|1099"/></evaluate>
                <assert applicPropertyIdent="model" applicPropertyType="prodattr" applicPropertyValues="LT46-200"/>
                </evaluate></applic>""";
        var applicability = Bench.document(Bench.module("new", "01", status, EMPTY))
                .header()
                .applicability();
        assertThat(verdict(applicability, "lt46-300", "1050")).isEqualTo(Applicability.Verdict.YES);
        assertThat(verdict(applicability, "lt46-300", "1099")).isEqualTo(Applicability.Verdict.YES);
        assertThat(verdict(applicability, "lt46-300", "1040")).isEqualTo(Applicability.Verdict.NO);
        assertThat(verdict(applicability, "lt46-200", "1040")).isEqualTo(Applicability.Verdict.YES);
        assertThat(applicability.appliesTo(Configuration.UNKNOWN)).isEqualTo(Applicability.Verdict.UNKNOWN);
    }

    private static Applicability.Verdict verdict(Applicability applicability, String model, String serial) {
        return applicability.appliesTo(
                new Configuration(Map.of(Configuration.MODEL, model, Configuration.SERIAL, serial)));
    }

    @Test
    void applicabilityThatIsOnlyDisplayed_isKeptAsANoteAtTheHead() {
        var status = "<applic><displayText><simplePara>Aircraft with ski kit</simplePara></displayText></applic>";
        var document = Bench.document(Bench.module("new", "01", status, EMPTY));
        assertThat(document.header().applicability()).isEqualTo(new Applicability.Unread("Aircraft with ski kit"));
        assertThat(document.blocks().getFirst().block()).isInstanceOfSatisfying(Block.Safety.class, note -> {
            assertThat(note.kind()).isEqualTo(SafetyKind.NOTE);
            assertThat(note.general()).isTrue();
            assertThat(note.text()).isEqualTo("Applicability: Aircraft with ski kit");
        });
    }

    @Test
    void applicabilityDisplayedAsAll_leavesNoNote() {
        var status = "<applic><displayText><simplePara>All</simplePara></displayText></applic>";
        var document = Bench.document(Bench.module("new", "01", status, EMPTY));
        assertThat(document.blocks())
                .singleElement()
                .satisfies(p -> assertThat(p.block().text()).isEqualTo("Text."));
    }

    @Test
    void supersededModule_isNamedOnlyWhereTheReasonSaysSo() {
        var status =
                "<reasonForUpdate><simplePara>Supersedes DMC-LT46-A-32-41-00-00A-520B-A and corrects torque.</simplePara></reasonForUpdate>";
        assertThat(Bench.document(Bench.module("changed", "01", status, EMPTY))
                        .header()
                        .supersedes())
                .containsExactly("DMC-LT46-A-32-41-00-00A-520B-A");
        var other = "<reasonForUpdate><simplePara>Torque replaces tension in step 4.</simplePara></reasonForUpdate>";
        assertThat(Bench.document(Bench.module("changed", "01", other, EMPTY))
                        .header()
                        .supersedes())
                .isEmpty();
    }

    @Test
    void publicationModule_entriesBecomeListItemsUnderTheirTitles() {
        var document = Bench.document("""
                <pm><identAndStatusSection><pmAddress><pmIdent>
                <pmCode modelIdentCode="LT46" pmIssuer="OP1" pmNumber="AMM01" pmVolume="00"/>
                <issueInfo issueNumber="002" inWork="01"/></pmIdent>
                <pmAddressItems><issueDate year="2024" month="01" day="02"/><pmTitle>Maintenance manual</pmTitle></pmAddressItems></pmAddress>
                <pmStatus issueType="new"><security securityClassification="01"/></pmStatus></identAndStatusSection>
                <content><pmEntry><pmEntryTitle>Landing gear</pmEntryTitle><dmRef><dmRefIdent>
                <dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="32" subSystemCode="4" subSubSystemCode="1" assyCode="00"
                 disassyCode="00" disassyCodeVariant="A" infoCode="520" infoCodeVariant="A" itemLocationCode="A"/></dmRefIdent>
                <dmRefAddressItems><dmTitle><techName>Main wheel</techName></dmTitle></dmRefAddressItems></dmRef></pmEntry></content></pm>""");
        assertThat(document.header().id().value()).isEqualTo("PMC-LT46-OP1-AMM01-00");
        assertThat(document.header().kind()).isEqualTo(DocumentKind.PUBLICATION_MODULE);
        assertThat(document.header().revision().label()).isEqualTo("002-01");
        assertThat(document.blocks().getLast().path()).containsExactly("Landing gear");
        assertThat(document.blocks().getLast().block().text()).isEqualTo("DMC-LT46-A-32-41-00-00A-520A-A (Main wheel)");
    }

    @Test
    void moduleInAnotherLanguage_isADocumentOfItsOwn() {
        String english = Bench.module(EMPTY);
        for (String[] language : new String[][] {
            {"languageIsoCode=\"fr\" countryIsoCode=\"FR\"", "_fr-FR"},
            {"languageIsoCode=\"FR\" countryIsoCode=\"ca\"", "_fr-CA"},
            {"language=\"de\"", "_de"},
            {"languageIsoCode=\"sx\" countryIsoCode=\"GB\"", ""},
            {"languageIsoCode=\"en\" countryIsoCode=\"GB\"", ""}
        })
            assertThat(Bench.document(english.replace("languageIsoCode=\"en\" countryIsoCode=\"US\"", language[0]))
                            .header()
                            .id()
                            .value())
                    .isEqualTo("DMC-LT46-A-32-41-00-00A-520A-A" + language[1]);
    }

    @Test
    void issueInWork_isProposed_andTold() {
        var parsed = Bench.parsed(Bench.module("deleted", "01", "", EMPTY).replace("inWork=\"00\"", "inWork=\"02\""));
        assertThat(parsed.documents().getFirst().header().status()).isEqualTo(DocumentStatus.PROPOSED);
        assertThat(parsed.notes()).containsExactly("issue 003-02 is in work: held as proposed");
    }

    @Test
    void classificationOfDeletedContent_stillMarksTheModule() {
        var secret =
                "<description><para>x</para><para changeType=\"delete\" securityClassification=\"03\">y</para></description>";
        assertThat(Bench.document(Bench.module("new", "02", "", secret))
                        .header()
                        .marking())
                .isEqualTo(new Marking("CLASS 03"));
    }
}
