package flightline.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Citation;
import flightline.corpus.Configuration;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaperVerifierTest {
    private static final LocalDate ON = LocalDate.of(2026, 3, 1);
    private static final String WARNING = "The gear can move and kill you.";
    private static final String STEP = "Torque the nut to 11 N·m.";

    private final Procedure procedure = procedure();
    private final Paper card = WorkCard.of(
            new Diagnosis("", "no green light", "", "", "", List.of(), List.of()),
            List.of(procedure),
            List.of(),
            Configuration.UNKNOWN,
            Optional.empty(),
            ON,
            Marking.UNMARKED);

    @Test
    void verify_paperAsItWasDrawn_stands() {
        assertThat(new PaperVerifier().verify(card, grounds())).isInstanceOf(Proof.Verified.class);
    }

    @Test
    void verify_warningLeftOut_isUnsupported() {
        assertThat(why(without(Line.Danger.class)))
                .contains("a warning of AMM-32")
                .contains("missing");
    }

    @Test
    void verify_stepLeftOut_isUnsupported() {
        assertThat(why(without(Line.Step.class))).contains("a step of AMM-32").contains("missing");
    }

    @Test
    void verify_warningBehindItsStep_isUnsupported() {
        assertThat(why(changed(card.sections().stream()
                        .map(section ->
                                new Section(section.heading(), section.lines().reversed()))
                        .toList())))
                .contains("another order");
    }

    @Test
    void verify_numberOfOurs_isUnsupported() {
        assertThat(why(with(Line.Remark.plain(new Words.Ours("Torque it to 12 N·m.")))))
                .contains("a number of ours");
    }

    @Test
    void verify_quoteThatIsNotInItsSource_isUnsupported() {
        Citation cited = procedure.cite(procedure.blocks().getLast(), Configuration.UNKNOWN, ON);

        assertThat(why(with(Line.Remark.plain(new Words.Quoted("Torque the nut to 12 N·m.", cited)))))
                .contains("does not stand in AMM-32");
    }

    @Test
    void verify_quoteOfAnotherPlace_isUnsupported() {
        Citation cited = procedure.cite(
                procedure.blocks().getLast(), Place.of(0, 12), "another text", Configuration.UNKNOWN, ON);

        assertThat(why(with(Line.Remark.plain(Words.Quoted.all(cited))))).contains("the source text at AMM-32");
    }

    @Test
    void verify_wordsThatNobodyGave_isUnsupported() {
        assertThat(why(with(Line.Remark.plain(new Words.Given("no red light")))))
                .contains("not given like this");
    }

    @Test
    void verify_sumOfANumberThatStandsNowhere_isUnsupported() {
        var sum = new Reckoning.Sum(new BigDecimal("1200"), new BigDecimal("300"), "FH");

        assertThat(why(with(Line.Remark.plain(new Words.Reckoned(sum, List.of(new Words.Given("no green light")))))))
                .contains("1500 FH")
                .contains("stands in none of its sources");
    }

    @Test
    void verify_fieldOfTheFormLeftOut_isUnsupported_whicheverItIs_andIsNamedWithItsPlace() {
        Paper report = DifficultyReport.of(
                new Diagnosis("", "no green light", "", "", "", List.of(), List.of()),
                DifficultyReport.Confirmed.NOTHING,
                Optional.empty(),
                "",
                "",
                ON,
                Marking.UNMARKED);
        var complaintAlone =
                new Grounds(citation -> Optional.empty(), List.of(), List.of(), List.of("no green light"), List.of());
        assertThat(new PaperVerifier().verify(report, complaintAlone)).isInstanceOf(Proof.Verified.class);
        int fields = 0;
        for (Section section : report.sections())
            for (Line line : section.lines())
                if (line instanceof Line.Field field) {
                    assertThat(why(lacking(report, section, field)))
                            .startsWith("service difficulty report, section '"
                                    + section.heading().getFirst().text() + "': the field '" + field.label()
                                    + "' is missing; every field of the form stands");
                    fields++;
                }
        assertThat(fields).isEqualTo(29);
    }

    @Test
    void verify_blockToSign_section_orNoticeLeftOut_isUnsupported() {
        assertThat(why(without(Line.SignOff.class)))
                .startsWith("work card, section 'Sign-off': the field 'block to sign' is missing");
        assertThat(why(changed(card.sections().subList(0, card.sections().size() - 1))))
                .startsWith("work card: the section 'Sign-off' is missing");
        assertThat(why(new Paper(
                        card.kind(), card.marking(), card.drafted(), card.facts(), List.of(), card.sections())))
                .startsWith("work card: the notice 'This draft advises.");
        assertThat(why(new Paper(
                        card.kind(), card.marking(), card.drafted(), List.of(), card.notices(), card.sections())))
                .startsWith("work card, at its head: the field 'Aircraft' is missing");
    }

    private static Paper lacking(Paper paper, Section section, Line.Field field) {
        var sections = new ArrayList<>(paper.sections());
        sections.set(
                sections.indexOf(section),
                new Section(
                        section.heading(),
                        section.lines().stream()
                                .filter(line -> !line.equals(field))
                                .toList()));
        return new Paper(paper.kind(), paper.marking(), paper.drafted(), paper.facts(), paper.notices(), sections);
    }

    private String why(Paper paper) {
        Proof proof = new PaperVerifier().verify(paper, grounds());
        assertThat(proof).isInstanceOf(Proof.Unsupported.class);
        return ((Proof.Unsupported) proof).why();
    }

    private Grounds grounds() {
        return grounds(procedure);
    }

    private static Grounds grounds(Procedure of) {
        return new Grounds(
                citation -> Optional.of(of.document().sourceText()),
                List.of(of.held()),
                List.of(),
                List.of("no green light"),
                List.of(of));
    }

    private Paper with(Line line) {
        var sections = new ArrayList<>(card.sections());
        sections.add(Section.of("More", List.of(line)));
        return changed(sections);
    }

    private Paper without(Class<? extends Line> kind) {
        return changed(card.sections().stream()
                .map(section -> new Section(
                        section.heading(),
                        section.lines().stream()
                                .filter(line -> !kind.isInstance(line))
                                .toList()))
                .toList());
    }

    private Paper changed(List<Section> sections) {
        return new Paper(card.kind(), card.marking(), card.drafted(), card.facts(), card.notices(), sections);
    }

    /** Words of cells, and a row as it is written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "DM4410-1# 12 N·m, dry# | **DM4410-1** | [12 N·m](torque.md), `dry` |# true",
                "DM4410-1# 12 & 14# | DM4410-1 | 12 &amp; 14 |# false",
                "DM4410-1# 13 N·m# | **DM4410-1** | 12 N·m |# false"
            })
    void tableOfAProcedure_isSetInCells_whereTheirWordsStandInTheSource_elseAsItIsWritten(
            String part, String torque, String row, boolean cells) {
        var source = new SourceTextWriter();
        var place = source.write(row);
        var table = placed(new Block.Table(
                "", List.of("Part", "Torque"), List.of(new Block.Row(List.of(part, torque), row, place)), row, place));
        Procedure withTable = procedure(source, List.of(table));
        Paper drawn = WorkCard.of(
                new Diagnosis("", "no green light", "", "", "", List.of(), List.of()),
                List.of(withTable),
                List.of(),
                Configuration.UNKNOWN,
                Optional.empty(),
                ON,
                Marking.UNMARKED);

        assertThat(new PaperVerifier().verify(drawn, grounds(withTable))).isInstanceOf(Proof.Verified.class);
        assertThat(drawn.sections().stream().flatMap(section -> section.lines().stream()))
                .anyMatch(line -> cells
                        ? line instanceof Line.Grid
                        : line instanceof Line.Remark
                                && line.words().getFirst().text().equals(row));
    }

    private static Procedure procedure() {
        var source = new SourceTextWriter();
        return procedure(
                source,
                List.of(
                        placed(new Block.Safety(SafetyKind.WARNING, false, WARNING, source.write(WARNING))),
                        placed(new Block.Step("1", 0, STEP, source.write(STEP)))));
    }

    private static Procedure procedure(SourceTextWriter source, List<PlacedBlock> blocks) {
        HeldDocument held = Shelved.manual("AMM-32", "Downlock sensor", "Markdown");
        var document = new StructuredDocument(held.header(), source.toString(), blocks);
        return new Procedure(held, document, blocks);
    }

    private static PlacedBlock placed(Block block) {
        return new PlacedBlock(List.of("Installation"), Applicability.ALL, block);
    }
}
