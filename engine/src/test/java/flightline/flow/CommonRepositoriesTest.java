package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.Block;
import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.corpus.Passage;
import flightline.corpus.SafetyKind;
import flightline.corpus.SafetyText;
import flightline.corpus.StructuredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that stand in a common information repository: before it comes, when it comes, when it changes, when it goes. */
final class CommonRepositoriesTest {
    private static final DocumentId TASK = new DocumentId("DMC-LT46-A-32-41-00-00A-520A-A");
    private static final DocumentId WARNINGS = new DocumentId("DMC-LT46-A-00-00-00-00A-0A4A-D");
    private static final String COLD = "Liquid nitrogen freezes skin. Wear gloves.";

    @TempDir
    Path folder;

    private Hangar hangar;

    @BeforeEach
    void open() {
        hangar = new Hangar(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void moduleBeforeItsRepository_isRightOnceTheRepositoryComes() throws IOException {
        var before = ingest(task());
        assertThat(notes(before))
                .anySatisfy(n -> assertThat(n)
                        .contains("warning W-17")
                        .contains("missing")
                        .contains(WARNINGS.value()));
        assertThat(safetyOfTheStep())
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("missing").contains("W-17"));

        var after = ingest(warnings("001", COLD));
        assertThat(after.renewed()).extracting(d -> d.header().id()).containsExactly(TASK);
        assertThat(safetyOfTheStep()).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(SafetyKind.WARNING);
            assertThat(s.text()).isEqualTo(COLD + " (W-17, " + WARNINGS + " 001-00)");
            assertThat(document()
                            .sourceText()
                            .substring(s.place().start(), s.place().end()))
                    .isEqualTo(s.text());
        });
        assertSound();
    }

    @Test
    void repositoryAndModuleInOneRun_leaveNoNoteOfWhatIsNoLongerMissing() throws IOException {
        // The task comes first, as its code does in a folder.
        Path both = Files.createDirectories(folder.resolve("both"));
        Files.writeString(both.resolve("a-task.xml"), task());
        Files.writeString(both.resolve("b-warnings.xml"), warnings("001", COLD));
        var report = run(both);
        assertThat(notes(report)).isEmpty();
        assertThat(safetyOfTheStep())
                .singleElement()
                .satisfies(s -> assertThat(s.text()).startsWith(COLD));
        assertThat(run(both).renewed()).isEmpty();
    }

    @Test
    void newIssueOfTheRepository_changesWhatRepeatsIt_andNothingTwice() throws IOException {
        ingest(warnings("001", COLD));
        ingest(task());
        ingest(warnings("002", "Liquid nitrogen freezes skin at once. Wear gloves and a shield."));
        assertThat(safetyOfTheStep())
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("and a shield").contains("002-00"));
        String digest = hangar.index.digest();
        assertThat(ingest(warnings("002", "Liquid nitrogen freezes skin at once. Wear gloves and a shield."))
                        .renewed())
                .isEmpty();
        assertThat(hangar.index.digest()).isEqualTo(digest);
        assertSound();
    }

    @Test
    void digest_doesNotDependOnTheOrderInWhichTheyCome() throws IOException {
        ingest(task());
        ingest(warnings("001", COLD));
        try (var other = new Hangar(folder.resolve("other"))) {
            var first = hangar;
            hangar = other;
            ingest(warnings("001", COLD));
            ingest(task());
            hangar = first;
            assertThat(other.index.digest()).isEqualTo(first.index.digest());
        }
    }

    @Test
    void repositoryTakenOut_takesItsWordsOutOfEveryModule() throws IOException {
        ingest(warnings("001", COLD));
        ingest(task());
        hangar.library().remove(WARNINGS, ANYBODY);
        assertThat(document().sourceText()).doesNotContain("nitrogen");
        assertThat(hangar.index.passages(key())).noneMatch(p -> p.toString().contains("nitrogen"));
        assertThat(safetyOfTheStep())
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("missing"));
        assertSound();
    }

    @Test
    void killedBetweenIndexAndArchive_theNextRunPutsBothRight() throws IOException {
        ingest(task());
        var old = document();
        var source = hangar.index.documents().getFirst().source();
        ingest(warnings("001", COLD));
        hangar.archive.replaceDocuments(source, List.of(old));
        assertThat(hangar.check().check(Progress.SILENT))
                .anyMatch(i -> !i.faults().isEmpty());
        assertThat(run(folder.resolve("task.xml")).renewed()).hasSize(1);
        assertSound();
    }

    @Test
    void warningThatTheRepositoryLacks_isAnnouncedWithTheReason() throws IOException {
        ingest(warnings("001", COLD).replace("W-17", "W-18"));
        var report = ingest(task());
        assertThat(notes(report)).singleElement().asString().contains(WARNINGS + " 001-00 has no warning W-17");
        assertThat(safetyOfTheStep()).hasSize(1);
    }

    @Test
    void wordsOfAMarkedRepository_markTheModule() throws IOException {
        ingest(task());
        ingest(warnings("001", COLD).replace("securityClassification=\"01\"", "securityClassification=\"02\""));
        assertThat(hangar.index.document(key()).orElseThrow().header().marking())
                .isNotEqualTo(Marking.UNMARKED);
        assertThat(hangar.show().show(TASK, "", 0, 4, Hangar.TODAY, ANYBODY)).isEmpty();
    }

    @Test
    void toolsOfARepository_areCalledByTheirNames() throws IOException {
        ingest(task());
        ingest(module("00", "0A5A", "001", """
                <commonRepository><toolRepository><toolSpec><toolIdent toolNumber="LT-4410"/>
                <itemIdentData><shortName>Wheel dolly</shortName></itemIdentData></toolSpec></toolRepository></commonRepository>"""));
        assertThat(document().blocks())
                .extracting(p -> p.block().text())
                .contains("LT-4410 (Wheel dolly)", "Lift the wheel with LT-4410 (Wheel dolly).");
    }

    @Test
    void references_areResolvedOrListed_andFollowedFromThePassage() throws IOException {
        ingest(task());
        ingest(warnings("001", COLD));
        Path picture = folder.resolve("ICN-LT46-A-324100-A-00000-00001-A-001-01.PNG");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0});
        run(picture);
        var all = hangar.references()
                .follow(Optional.of(TASK), Hangar.TODAY, ANYBODY)
                .orElseThrow();
        assertThat(all)
                .extracting(Followed::kind, Followed::resolved)
                .contains(
                        tuple("data module", true),
                        tuple("data module", false),
                        tuple("graphic", true),
                        tuple("internal", true),
                        tuple("internal", false),
                        tuple("external", false),
                        tuple("tool", false));
        assertThat(all)
                .filteredOn(f -> !f.resolved())
                .allSatisfy(f -> assertThat(f.why()).isNotEmpty());
        var text = document().sourceText();
        assertThat(all)
                .filteredOn(f -> f.target().equals("DMC-LT46-A-32-41-00-00A-720A-A"))
                .singleElement()
                .satisfies(f -> assertThat(text.substring(
                                f.at().orElseThrow().start(),
                                f.at().orElseThrow().end()))
                        .isEqualTo("DMC-LT46-A-32-41-00-00A-720A-A"));
        var figure = document().blocks().stream()
                .map(p -> p.block())
                .filter(Block.Figure.class::isInstance)
                .findFirst()
                .orElseThrow()
                .place();
        var shown = hangar.show()
                .show(TASK, "", figure.start(), figure.end(), Hangar.TODAY, ANYBODY)
                .orElseThrow();
        assertThat(shown.references())
                .singleElement()
                .satisfies(f -> assertThat(f.graphic())
                        .hasValueSatisfying(g -> assertThat(Path.of(g.place())).exists()));
        assertThat(hangar.library().export(folder.resolve("out"), ANYBODY))
                .extracting(f -> f.getFileName().toString())
                .contains(picture.getFileName().toString());
        hangar.library().remove(TASK, ANYBODY);
        assertThat(hangar.archive.graphics().find("ICN-LT46-A-324100-A-00000-00001-A-001-01"))
                .isEmpty();
    }

    @Test
    void translation_standsBesideItsModule_andRefersToItsOwnLanguage() throws IOException {
        String french = "<dmIdent><language languageIsoCode=\"fr\" countryIsoCode=\"FR\"/>";
        ingest(task());
        ingest(warnings("001", COLD));
        ingest(task().replace("<dmIdent>", french));
        var translation = new DocumentId(TASK + "_fr-FR");
        assertThat(hangar.index.revisions(TASK)).singleElement().matches(d -> d.inForceOn(Hangar.TODAY));
        assertThat(hangar.index.revisions(translation)).singleElement().matches(d -> d.inForceOn(Hangar.TODAY));
        assertThat(leadsTo(translation)).contains(WARNINGS + "@001-00");
        ingest(warnings("001", "L'azote liquide gèle la peau.").replace("<dmIdent>", french));
        assertThat(leadsTo(translation)).contains(WARNINGS + "_fr-FR@001-00");
        assertThat(leadsTo(TASK)).contains(WARNINGS + "@001-00").doesNotContain(WARNINGS + "_fr-FR@001-00");
        var words = hangar.archive
                .document(hangar.index.revisions(translation).getLast().source(), translation)
                .orElseThrow()
                .sourceText();
        assertThat(words).contains("L'azote liquide").doesNotContain("Liquid nitrogen");
    }

    @Test
    void issueInWork_endsNone_andIsNotInForce() throws IOException {
        ingest(task());
        ingest(task().replace("issueNumber=\"003\" inWork=\"00\"", "issueNumber=\"003\" inWork=\"01\"")
                .replace("Lift the wheel", "Drop the wheel"));
        assertThat(hangar.index.revisions(TASK))
                .extracting(
                        d -> d.header().revision().label(),
                        d -> d.inForceOn(Hangar.TODAY),
                        d -> d.standing(Hangar.TODAY))
                .containsExactly(
                        tuple(
                                "003-00",
                                true,
                                hangar.index.revisions(TASK).getFirst().standing(Hangar.TODAY)),
                        tuple("003-01", false, "proposed only"));
    }

    private List<String> leadsTo(DocumentId id) {
        return hangar.references().follow(Optional.of(id), Hangar.TODAY, ANYBODY).orElseThrow().stream()
                .filter(f -> f.kind().equals("data module"))
                .map(Followed::to)
                .toList();
    }

    private static String task() {
        return module("32", "520A", "003", """
                <refs><dmRef><dmRefIdent><dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="00" subSystemCode="0" subSubSystemCode="0"
                assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="0A4" infoCodeVariant="A" itemLocationCode="D"/></dmRefIdent></dmRef>
                <externalPubRef><externalPubRefIdent><externalPubTitle>Hangar rules</externalPubTitle></externalPubRefIdent></externalPubRef></refs>
                <warningsAndCautionsRef><warningRef id="w1" warningIdentNumber="W-17"><dmRef><dmRefIdent>
                <dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="00" subSystemCode="0" subSubSystemCode="0"
                assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="0A4" infoCodeVariant="A" itemLocationCode="D"/>
                </dmRefIdent></dmRef></warningRef></warningsAndCautionsRef>
                <procedure><preliminaryRqmts><reqSupportEquips><supportEquipDescrGroup>
                <supportEquipDescr><toolRef toolNumber="LT-4410"/></supportEquipDescr></supportEquipDescrGroup></reqSupportEquips></preliminaryRqmts>
                <mainProcedure><proceduralStep id="s1" warningRefs="w1"><para>Lift the wheel with <toolRef toolNumber="LT-4410"/>.</para></proceduralStep>
                <proceduralStep><para>Do <internalRef internalRefId="s1"/> again, see <internalRef internalRefId="gone"/>.</para></proceduralStep>
                <proceduralStep><para>Fit it as told in <dmRef><dmRefIdent><dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="32" subSystemCode="4" subSubSystemCode="1"
                assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="720" infoCodeVariant="A" itemLocationCode="A"/></dmRefIdent></dmRef>.</para></proceduralStep>
                <proceduralStep><figure><title>Wheel</title><graphic infoEntityIdent="ICN-LT46-A-324100-A-00000-00001-A-001-01"/></figure></proceduralStep>
                </mainProcedure></procedure>""");
    }

    private static String warnings(String issue, String words) {
        return module("00", "0A4A", issue, """
                <commonRepository><warningRepository><warningSpec><warningIdent warningIdentNumber="W-17"/>
                <warningAndCautionPara>%s</warningAndCautionPara></warningSpec></warningRepository></commonRepository>""".formatted(words));
    }

    private static String module(String system, String information, String issue, String content) {
        boolean task = system.equals("32");
        return """
            <dmodule xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:noNamespaceSchemaLocation="http://www.s1000d.org/S1000D_4-1/xml_schema_flat/proced.xsd">
            <identAndStatusSection><dmAddress><dmIdent>
            <dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="%s" subSystemCode="%s" subSubSystemCode="%s"
              assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="%s" infoCodeVariant="%s" itemLocationCode="%s"/>
            <issueInfo issueNumber="%s" inWork="00"/></dmIdent>
            <dmAddressItems><issueDate year="2025" month="05" day="%s"/>
            <dmTitle><techName>Main wheel</techName></dmTitle></dmAddressItems></dmAddress>
            <dmStatus issueType="new"><security securityClassification="01"/></dmStatus></identAndStatusSection>
            <content>%s</content></dmodule>
            """.formatted(
                        system,
                        task ? "4" : "0",
                        task ? "1" : "0",
                        information.substring(0, 3),
                        information.substring(3),
                        task ? "A" : "D",
                        issue,
                        issue.substring(1),
                        content);
    }

    private IngestReport ingest(String module) throws IOException {
        Path file = folder.resolve(module.contains("<procedure>") ? "task.xml" : "other.xml");
        Files.writeString(file, module);
        return run(file);
    }

    private IngestReport run(Path path) {
        return hangar.ingest()
                .run(
                        new IngestRequest(List.of(path), "main", Optional.empty(), false, ANYBODY),
                        Progress.SILENT,
                        () -> false);
    }

    private static List<String> notes(IngestReport report) {
        return report.files().stream().flatMap(f -> f.notes().stream()).toList();
    }

    private StructuredDocument document() {
        var held = hangar.index.document(key()).orElseThrow();
        return hangar.archive.document(held.source(), TASK).orElseThrow();
    }

    private String key() {
        return hangar.index.revisions(TASK).getLast().key();
    }

    private List<SafetyText> safetyOfTheStep() {
        return hangar.index.passages(key()).stream()
                .filter(p -> p.text().startsWith("Lift the wheel"))
                .map(Passage::safety)
                .findFirst()
                .orElseThrow();
    }

    private void assertSound() {
        assertThat(hangar.check().check(Progress.SILENT))
                .filteredOn(i -> !i.name().equals("disk"))
                .allMatch(i -> i.faults().isEmpty());
    }
}
