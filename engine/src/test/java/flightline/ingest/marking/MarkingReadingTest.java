package flightline.ingest.marking;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Place;
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
                "SECRET//REL TO USA, GBR | SECRET//REL TO USA, GBR",
                "NATO UNCLASSIFIED RELEASABLE TO AUS | NATO UNCLASSIFIED//REL TO AUS",
                "UNCLASSIFIED//FOR OFFICIAL USE ONLY | FOUO",
                "SECRET NOFORN | SECRET//NOFORN",
                "SECRET Page 4 of 12 | SECRET",
                "SECRET//NOFORN TECHNICAL NOTE 2 | SECRET//NOFORN",
                "CONTROLLED UNCLASSIFIED INFORMATION (CUI) | CUI",
                "EXPORT CONTROLLED - ITAR | ITAR",
                "ITAR controlled technical data | ITAR",
                "WARNING: EXPORT CONTROLLED (EAR) | EAR",
                "EXPORT CONTROLLED | EXPORT CONTROLLED",
                "LARKFIELD AERO CONFIDENTIAL | COMPANY CONFIDENTIAL",
                "CONFIDENTIAL – LARKFIELD AERO | COMPANY CONFIDENTIAL",
                "LARKFIELD AERO – COMPANY CONFIDENTIAL | COMPANY CONFIDENTIAL",
                "Company Confidential - do not distribute | COMPANY CONFIDENTIAL",
                "© 2026 Larkfield Aero - Proprietary | PROPRIETARY",
                "Strictly Private and Confidential | COMPANY CONFIDENTIAL",
                "VERTRAULICH | COMPANY CONFIDENTIAL",
                "For internal use only | COMPANY CONFIDENTIAL",
            })
    void banner_atTheHeadOfPages_marks(String line, String label) {
        assertThat(marked(Map.of(1, List.of(line)))).isEqualTo(new Marking(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNCLASSIFIED",
                "Unclassified",
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
                "Confidential reporting",
                "CONFIDENTIAL - REPORTING OF OCCURRENCES",
                "KEEP THIS REPORT CONFIDENTIAL",
                "LARKFIELD AERO CONFIDENTIAL REPORTING SYSTEM",
                "How Reports Are Kept Confidential",
                "Secret / hidden panel",
                "Export of parts",
                "EAR PROTECTION",
                "INTERNAL USE ONLY AFTER INSPECTION",
            })
    void aboutMarkings_orNone_marksNothing(String line) {
        assertThat(marked(Map.of(1, List.of(line)))).isEqualTo(Marking.UNMARKED);
        assertThat(inText(line + ".")).isEqualTo(Marking.UNMARKED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Secret | SECRET",
                "Confidential | CONFIDENTIAL",
                "Nato Restricted | NATO RESTRICTED",
                "Top Secret//NOFORN | TOP SECRET//NOFORN",
                "secret   Page 3 of 9 | SECRET",
            })
    void levelInSmallLetters_marksWhereAMarkingStands(String line, String label) {
        assertThat(marked(Map.of(1, List.of(line)))).isEqualTo(new Marking(label));
        assertThat(marked(Map.of(4, List.of(line), 5, List.of(line)))).isEqualTo(new Marking(label));
        assertThat(inText(line, "Close the valve.", "Open the door.")).isEqualTo(new Marking(label));
        // The title of a part, and words in the middle of a text.
        assertThat(marked(Map.of(1, List.of(), 2, List.of(line), 3, List.of()))).isEqualTo(Marking.UNMARKED);
        assertThat(inText("One.", "Two.", line, "Three.", "Four.")).isEqualTo(Marking.UNMARKED);
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
        assertThat(marked(Map.of(1, List.of("TLP:GREEN", "TLP:AMBER", "VS-NfD", "PROTECTED A", "PROTECTED B")))
                        .label())
                .isEqualTo("VS-NFD//PROTECTED B//TLP:AMBER");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This document contains technical data subject to the International Traffic in Arms Regulations (ITAR). It may not be"
                        + " transferred to a foreign person without an export license. | ITAR",
                "This document contains technical data controlled under the ITAR. Transfer is not allowed without export authorization. | ITAR",
                "This technical data is controlled by the International Traffic in Arms Regulations and no transfer or export is permitted"
                        + " without a license. | ITAR",
                "This drawing may not be exported, as it is subject to the U.S. Export Administration Regulations. | EAR",
                "No part of this manual, which is subject to the ITAR, may be copied. | ITAR",
                "This technology is subject to the U.S. Export Administration Regulations (EAR). | EAR",
                "Contains technical data as defined in USML Category VIII(h). | ITAR",
                "Contains technical data subject to the ITAR and may not be exported. | ITAR",
                "Information contained herein is subject to the U.S. International Traffic in Arms Regulations. | ITAR",
                "This manual contains ITAR controlled technical data. | ITAR",
                "This document is not subject to the EAR but is controlled under the ITAR. | ITAR",
            })
    void legend_thatSaysWhatIsForbidden_marks(String legend, String label) {
        assertThat(inText("LT-46 HYDRAULIC PUMP", legend, "Close the valve.")).isEqualTo(new Marking(label));
        int cut = legend.indexOf(' ', 40);
        assertThat(marked(Map.of(1, List.of(legend.substring(0, cut), legend.substring(cut)))))
                .isEqualTo(new Marking(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This document does not contain technical data subject to the ITAR.",
                "Contains no technical data subject to the ITAR.",
                "The kit contains bolts subject to inspection under 22 CFR.",
                "This manual contains no information that is controlled under the ITAR or the EAR.",
                "None of the data in this manual is controlled by the International Traffic in Arms Regulations.",
                "This document is neither subject to the ITAR nor controlled under the EAR.",
                "This data is subject to neither the ITAR nor the EAR.",
                "This manual is no longer subject to the ITAR.",
                "This item must not be worn without ear protection and is subject to inspection.",
            })
    void legend_thatSaysThatNothingIsRestricted_marksNothing(String legend) {
        assertThat(inText("LT-46 HYDRAULIC PUMP", legend, "Close the valve.")).isEqualTo(Marking.UNMARKED);
    }

    @Test
    void legend_inABoxOfTheTitlePage_marks() {
        var row = List.of(List.of("This drawing is controlled under the ITAR."));
        assertThat(ofTable(List.of(), row)).isEqualTo(new Marking("ITAR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Classification: SECRET\nDate: 2026-01-05\nIssue 2",
                "Classification: SECRET Document Number: TN-3 Date: 2026-01-05",
                "classification: secret",
                "**Classification:** SECRET",
                ":Classification: SECRET",
                ":security-classification: SECRET",
                "| Classification | SECRET |",
                "Security classification: SECRET (until 2030)",
                "CLASSIFICATION:\nSECRET",
            })
    void field_howeverItIsWritten_marks(String field) {
        assertThat(inText("LT-46 HYDRAULIC PUMP", "One.", "Two.", field, "Three.", "Four.", "Five.", "Six."))
                .isEqualTo(new Marking("SECRET"));
    }

    @Test
    void field_inATable_marksFromItsHeaderRowToo() {
        assertThat(ofTable(List.of("Classification", "SECRET"), List.of(List.of("Revision", "2"))))
                .isEqualTo(new Marking("SECRET"));
        assertThat(ofTable(List.of("Number", "Classification"), List.of(List.of("TN-3", "CUI"))))
                .isEqualTo(new Marking("CUI"));
        assertThat(ofTable(List.of("Part", "Classification"), List.of(List.of("A", "CUI"), List.of("B", "none"))))
                .isEqualTo(Marking.UNMARKED);
    }

    @Test
    void banner_onALineOfItsOwn_marksThoughTextFollowsAtOnce() {
        assertThat(inText("SECRET\nTECHNICAL NOTE 40", "One.", "Two.", "Three.", "Four."))
                .isEqualTo(new Marking("SECRET"));
        assertThat(inText("SECRET//NOFORN\nTECHNICAL NOTE 2", "One.", "Two.", "Three.", "Four."))
                .isEqualTo(new Marking("SECRET//NOFORN"));
        assertThat(inText("SECRET          Copy 2", "One.", "Two.", "Three.", "Four."))
                .isEqualTo(new Marking("SECRET"));
        assertThat(inText("Note", "One.", "Two.", "Three.\nSECRET\nFour.", "Five.", "Six.", "Seven."))
                .isEqualTo(Marking.UNMARKED);
    }

    @Test
    void banner_aboveATable_marks() {
        var blocks = new ArrayList<Block>();
        var source = new SourceTextWriter();
        for (String name : List.of("Sheet 1", "Parts", "Filters", "Seals"))
            blocks.add(new Block.Heading(1, "", name, source.write(name)));
        var caption = source.write("CUI//SP-CTI");
        var row = source.write("P1\t2");
        blocks.add(new Block.Table(
                "CUI//SP-CTI",
                List.of(),
                List.of(new Block.Row(List.of("P1", "2"), "P1\t2", row)),
                "CUI//SP-CTI\nP1\t2",
                caption.through(row)));
        for (String name : List.of("Bolts", "Nuts", "Washers", "Rivets"))
            blocks.add(new Block.Heading(1, "", name, source.write(name)));
        assertThat(marking(source.toString(), blocks)).isEqualTo(new Marking("CUI//SP-CTI"));
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
        assertThat(inText("(C) The pump.", "(S) The seal.")).isEqualTo(Marking.UNMARKED);
        assertThat(inText("(U) The pump is red.", "(CUI) Its limit is 5.", "(S) Its weakness is known."))
                .isEqualTo(new Marking("SECRET//CUI"));
        assertThat(inText("1.2 (U) Overview\n1.3 (C) Limits")).isEqualTo(new Marking("CONFIDENTIAL"));
        assertThat(inText("(A) A.\n(B) B.\n(C) C.", "(R) R.\n(S) S.\n(T) T.\n(U) U."))
                .isEqualTo(Marking.UNMARKED);
    }

    @Test
    void portionMarks_thatAReaderTookForNumbersOfSteps_mark() {
        var source = new SourceTextWriter();
        var blocks = new ArrayList<Block>();
        for (String label : List.of("(U)", "(S)")) {
            String text = "The pump is described.";
            blocks.add(new Block.Step(label, 0, text, source.write(text)));
        }
        assertThat(marking(source.toString(), blocks)).isEqualTo(new Marking("SECRET"));
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

    private static Marking ofTable(List<String> header, List<List<String>> rows) {
        var source = new SourceTextWriter();
        var heading = new Block.Heading(1, "", "LT-46 pump", source.write("LT-46 pump"));
        int start = source.length() + 1;
        if (!header.isEmpty()) source.write(String.join("\t", header));
        var written = new ArrayList<Block.Row>();
        for (var cells : rows) {
            String text = String.join("\t", cells);
            written.add(new Block.Row(cells, text, source.write(text)));
        }
        String text = source.toString().substring(start);
        var table = new Block.Table("", header, written, text, Place.of(start, start + text.length()));
        return marking(source.toString(), List.of(heading, table));
    }

    private static Marking marking(String source, List<Block> blocks) {
        return MarkingReading.of(placed(source, blocks), Map.of()).header().marking();
    }

    private static StructuredDocument document(List<String> paragraphs) {
        var source = new SourceTextWriter();
        var blocks = new ArrayList<Block>();
        for (String text : paragraphs) blocks.add(new Block.Paragraph(text, source.write(text)));
        return placed(source.toString(), blocks);
    }

    private static StructuredDocument placed(String source, List<Block> blocks) {
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
        return new StructuredDocument(
                header,
                source,
                blocks.stream()
                        .map(block -> new PlacedBlock(List.of(), Applicability.ALL, block))
                        .toList());
    }
}
