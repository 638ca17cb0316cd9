package flightline.ingest.marking;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkingReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUI | CUI",
                "CUI//SP-CTI | CUI//SP-CTI",
                "CUI//SP-EXPT/SP-CTI//NOFORN | CUI//NOFORN//SP-CTI//SP-EXPT",
                "CONTROLLED | CUI",
                "SECRET | SECRET",
                "*** TOP SECRET//SI//NOFORN *** | TOP SECRET//NOFORN//SI",
                "- RESTRICTED - | RESTRICTED",
                "NATO CONFIDENTIAL | NATO CONFIDENTIAL",
                "COSMIC TOP SECRET | COSMIC TOP SECRET",
                "UNCLASSIFIED//FOUO | FOUO",
                "For Official Use Only | FOUO",
                "OFFICIAL-SENSITIVE | OFFICIAL-SENSITIVE",
                "Larkfield Aircraft Company Confidential | COMPANY CONFIDENTIAL",
                "COMMERCIAL IN CONFIDENCE | COMPANY CONFIDENTIAL",
                "PROPRIETARY INFORMATION | PROPRIETARY",
                "Distribution Statement D. Distribution authorized to the Department of Defense only. | DISTRIBUTION D",
                "ECCN: 9E991 | ECCN 9E991",
            })
    void banner_atTheHeadOfPages_marks(String line, String label) {
        assertThat(marked(Map.of(1, List.of(line)))).isEqualTo(new Marking(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNCLASSIFIED",
                "Unclassified",
                "Secret",
                "The confidential report",
                "Confidential reports are filed",
                "CONFIDENTIAL REPORTS",
                "RESTRICTED AREAS",
                "CUI Controlled Unclassified Information",
                "Controlled airspace",
                "Distribution Statement A. Approved for public release; distribution is unlimited.",
                "distribution statement D is used where the requirement is joint",
                "Aircraft Maintenance Manual",
                "ECCN and export",
                "Proprietary hardware is described in chapter 3",
            })
    void aboutMarkings_orNone_marksNothing(String line) {
        assertThat(marked(Map.of(1, List.of(line)))).isEqualTo(Marking.UNMARKED);
        assertThat(inText(line + ".")).isEqualTo(Marking.UNMARKED);
    }

    @Test
    void banner_onOnePageInTheMiddle_isAQuotation() {
        assertThat(marked(Map.of(7, List.of("SECRET")))).isEqualTo(Marking.UNMARKED);
        assertThat(marked(Map.of(7, List.of("SECRET"), 8, List.of("SECRET")))).isEqualTo(new Marking("SECRET"));
    }

    @Test
    void ofSeveral_theStrictestWins_andTheIncomparableStayTogether() {
        assertThat(marked(Map.of(1, List.of("CONFIDENTIAL"), 2, List.of("SECRET"), 3, List.of("SECRET", "CUI")))
                        .label())
                .isEqualTo("SECRET");
        assertThat(marked(Map.of(1, List.of("CONFIDENTIAL", "CUI"))).label()).isEqualTo("CONFIDENTIAL//CUI");
    }

    @Test
    void legend_ofTheDocumentItself_marks() {
        assertThat(inText(
                        "WARNING - This document contains technical data whose export is restricted by the Arms Export"
                                + " Control Act (Title 22, U.S.C., Sec 2751, et seq.)."))
                .isEqualTo(new Marking("ITAR"));
        assertThat(
                        inText(
                                "This technical data is controlled under the Export Administration Regulations (EAR), ECCN 9E991."))
                .isEqualTo(new Marking("EAR"));
        assertThat(inText("This document is not subject to the International Traffic in Arms Regulations (ITAR)."))
                .isEqualTo(Marking.UNMARKED);
        assertThat(inText("The ITAR controls the export of defense articles.")).isEqualTo(Marking.UNMARKED);
        assertThat(MarkingReading.ofStatement("Fictitious aircraft: no export control applies."))
                .isEqualTo(Marking.UNMARKED);
    }

    @Test
    void field_ofTheTitleBlock_marks() {
        assertThat(inText("Classification: RESTRICTED")).isEqualTo(new Marking("RESTRICTED"));
        assertThat(inText("Marking: Unclassified. Operators' use")).isEqualTo(Marking.UNMARKED);
        assertThat(inText("Classification: by weight and size")).isEqualTo(Marking.UNMARKED);
    }

    @Test
    void portionMarks_severalOfThem_mark() {
        assertThat(inText("(U) The pump is red.", "(S//NF) The pump is secret."))
                .isEqualTo(new Marking("SECRET//NOFORN"));
        assertThat(inText("(TS) The timestamp is in UTC.")).isEqualTo(Marking.UNMARKED);
        assertThat(inText("(A) First.", "(B) Second.", "(C) Third.", "(S) Last."))
                .isEqualTo(Marking.UNMARKED);
    }

    @Test
    void banner_firstOrLastLineOfAText_marks() {
        assertThat(inText("COMPANY CONFIDENTIAL", "Close the valve.")).isEqualTo(new Marking("COMPANY CONFIDENTIAL"));
        assertThat(inText("One.", "Two.", "Three.", "SECRET", "Five.", "Six.", "Seven."))
                .isEqualTo(Marking.UNMARKED);
    }

    @Test
    void ownMarking_isOnlyRaised() {
        var document = document(List.of("Close the valve."));
        var restricted = document.headed(document.header().marked(new Marking("RESTRICTED")));
        assertThat(MarkingReading.of(restricted, Map.of(1, List.of("SECRET")))
                        .header()
                        .marking())
                .isEqualTo(new Marking("SECRET"));
        assertThat(MarkingReading.of(restricted, Map.of(1, List.of("UNCLASSIFIED")))
                        .header()
                        .marking())
                .isEqualTo(new Marking("RESTRICTED"));
    }

    private static Marking marked(Map<Integer, List<String>> margins) {
        return MarkingReading.of(document(List.of("a", "b", "Close the valve.", "c", "d")), margins)
                .header()
                .marking();
    }

    private static Marking inText(String... paragraphs) {
        return MarkingReading.of(document(List.of(paragraphs)), Map.of())
                .header()
                .marking();
    }

    private static StructuredDocument document(List<String> paragraphs) {
        var source = new SourceTextWriter();
        var blocks = new ArrayList<PlacedBlock>();
        for (String text : paragraphs)
            blocks.add(new PlacedBlock(List.of(), Applicability.ALL, new Block.Paragraph(text, source.write(text))));
        var header = new DocumentHeader(
                new DocumentId("X"),
                "X",
                Revision.unstated(),
                DocumentKind.REFERENCE,
                DocumentStatus.FINAL,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                List.of(),
                "Markdown",
                0);
        return new StructuredDocument(header, source.toString(), blocks);
    }
}
