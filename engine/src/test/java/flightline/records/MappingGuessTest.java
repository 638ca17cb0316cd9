package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.records.MappingGuess.Outcome;
import flightline.records.MappingGuess.Proposal;
import flightline.terms.TermReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingGuessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path temp = Path.of("unused");

    private final MappingGuess guess = new MappingGuess(new RecordReader(new TermReader(), new NarrativeCutter()));

    private Outcome of(String name, String text) throws IOException {
        return guess.of(Files.writeString(temp.resolve(name), text), TODAY);
    }

    private static Proposal proposal(Outcome outcome) {
        return ((Outcome.Proposed) outcome).proposal();
    }

    private static Map<TargetField, String> fields(Proposal proposal) {
        var mapping = ((MappingOutcome.Loaded) new RecordMappings().parse("proposed", proposal.yaml())).mapping();
        return mapping.fields().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> String.join("+", e.getValue().from())));
    }

    @Test
    void unknownExport_isReadByItsNamesAndValues() throws IOException {
        String rows = IntStream.range(10, 60)
                .mapToObj(i -> "WO-" + i + ";" + (i % 28 + 1) + "/03/2026;QQ-KA" + (char) ('A' + i % 6) + ";32-4"
                        + i % 3 + ";brake temperature high after landing;replaced the sensor;DM44-" + i + ";XNRH")
                .collect(Collectors.joining("\n"));
        Proposal found = proposal(of(
                "export.csv",
                "Line log of March\n\nWork Order;Raised;AC Reg;ATA Chapter;Defect Description;Corrective Action;P/N Off;Stn\n"
                        + rows.replaceAll("(?m);(\\d)/", ";0$1/")));

        assertThat(fields(found))
                .containsEntry(TargetField.ID, "Work Order")
                .containsEntry(TargetField.DATE, "Raised")
                .containsEntry(TargetField.AIRCRAFT, "AC Reg")
                .containsEntry(TargetField.ATA, "ATA Chapter")
                .containsEntry(TargetField.COMPLAINT, "Defect Description")
                .containsEntry(TargetField.ACTION, "Corrective Action");
        assertThat(found.fits()).as(found.bad().toString()).isTrue();
        assertThat(found.good()).isEqualTo(50);
        assertThat(found.unused()).contains("Stn");
        assertThat(found.yaml()).contains("dd/MM/yyyy", "# ");
    }

    /** As a sheet looks after ten years and four people. */
    @Test
    void columnOfDatesInSeveralForms_isTheDate_withAllOfThem() throws IOException {
        var found = proposal(of("log.csv", """
                Tail;Datum;Beanstandung
                D-AAAA;03.05.2024;Bremse heiss
                D-AAAB;3.5.24;Reifen verschlissen
                D-AAAC;2024/05/31;Leck am Zylinder
                D-AAAD;24.12.2025;Licht aus
                D-AAAE;2025-12-25;Licht flackert
                """));
        assertThat(fields(found)).containsEntry(TargetField.DATE, "Datum");
        assertThat(found.good()).as(found.yaml()).isEqualTo(5);
    }

    @Test
    void datesAsASpreadsheetExportsThem_areRead() throws IOException {
        var american = proposal(
                of(
                        "us.csv",
                        "tail,date,complaint\nN101AA,5/13/2024,brake hot\nN102AA,5/3/2024,fan loud\nN103AA,12/1/2023,tyre worn\n"));
        assertThat(american.good()).as(american.yaml()).isEqualTo(3);
        assertThat(american.yaml()).contains("M/d/yyyy").doesNotContain("could change places");
        var either = proposal(
                of("either.csv", "tail,date,complaint\nN101AA,5/3/2024,brake hot\nN102AA,5/4/2024,fan loud\n"));
        assertThat(either.yaml()).contains("could change places");
    }

    /** A quarter of the days are none, and the column is not called a date. */
    @Test
    void columnOfDays_isTheDate_byWhateverName_andALogWithoutOneIsTold() throws IOException {
        String rows = IntStream.range(10, 30)
                .mapToObj(i -> "W-" + i + "," + (i % 5 == 0 ? "2025-02-30" : "2025-02-1" + i % 10) + ",brake " + i
                        + " drags on taxi")
                .collect(Collectors.joining("\n"));

        Proposal days = proposal(of("days.csv", "wo,stamp,defect\n" + rows));
        assertThat(fields(days)).containsEntry(TargetField.DATE, "stamp");
        assertThat(days.yaml()).contains("80 % of the values are", "# aircraft: no column was told to be it");
        assertThat(proposal(of("none.csv", "wo,defect\nW-1,brake drags on taxi\nW-2,brake drags again"))
                        .yaml())
                .contains("# date: no column was told to be it; without it nothing can be told of periods");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auftrags-Nr.;Gemeldet am;Kennzeichen;ATA-Kapitel;Beanstandung;Maßnahme;Teile-Nr.;Behoben am",
                "Werkorder;Meldingsdatum;Registratie;ATA-hoofdstuk;Klacht;Uitgevoerde werkzaamheden;Onderdeelnummer;Gereed op",
                "Ordre de travail;Date du constat;Immatriculation;Chapitre ATA;Défaut;Travaux effectués;Référence pièce;Clôturé le",
                "Orden de trabajo;Fecha;Matrícula;Capítulo ATA;Avería;Acción correctiva;Número de parte;Cerrado",
                "Ordem de serviço;Data da ocorrência;Matrícula;Capítulo;Descrição;Ação corretiva;Número da peça;Fechada",
                "Ordine di lavoro;Data segnalazione;Marche;Capitolo ATA;Difetto;Azione correttiva;Codice parte;Chiuso"
            })
    void exportsOfOtherLanguages_areReadByTheirNames(String header) throws IOException {
        String rows = IntStream.range(10, 40)
                .mapToObj(i -> "A-" + i + ";" + (i % 9 + 10) + ".03.2026;QQ-KA" + (char) ('A' + i % 6) + ";32-4" + i % 3
                        + ";temperature des freins rest hoog;sensor replaced and tested;DM44-" + i + ";28.04.2026")
                .collect(Collectors.joining("\n"));
        Proposal found = proposal(of("export.csv", header + "\n" + rows));
        String[] columns = header.split(";");
        assertThat(found.fits()).as(found.bad().toString()).isTrue();
        assertThat(fields(found))
                .containsEntry(TargetField.ID, columns[0])
                .containsEntry(TargetField.DATE, columns[1])
                .containsEntry(TargetField.AIRCRAFT, columns[2])
                .containsEntry(TargetField.ATA, columns[3])
                .containsEntry(TargetField.COMPLAINT, columns[4])
                .containsEntry(TargetField.ACTION, columns[5])
                .containsEntry(TargetField.PART_NUMBER, columns[6]);
        assertThat(found.unused()).contains(columns[7]);
    }

    @Test
    void jsonLines_withOneText_giveANarrative() throws IOException {
        String lines = IntStream.range(0, 20)
                .mapToObj(i ->
                        "{\"id\": \"S" + i + "\", \"body\": \"during climb the left engine oil pressure came down to "
                                + i + " psi\", \"part_name\": \"pump\"}")
                .collect(Collectors.joining("\n"));
        assertThat(fields(proposal(of("export.jsonl", lines))))
                .containsEntry(TargetField.ID, "id")
                .containsEntry(TargetField.NARRATIVE, "body")
                .containsEntry(TargetField.PART, "part_name");
    }

    @Test
    void dayAndMonth_thatCouldChangePlaces_areSaid() throws IOException {
        String rows = IntStream.range(1, 12)
                .mapToObj(i -> "R" + i + ",0" + (i % 9 + 1) + "/04/2025,flap lever stiff on approach")
                .collect(Collectors.joining("\n"));
        assertThat(proposal(of("log.csv", "id,date,complaint\n" + rows)).yaml()).contains("could change places");
    }

    @Test
    void dayOnWhichItWasRaised_isTaken_thoughOneIsNone_andNotThatOnWhichItWasClosed() throws IOException {
        Proposal found = proposal(of("wo.csv", """
                WO,Opened,Tail#,Squawk,Corrective Action,Closed
                W1,03/04/24,N123AB,"landing light inop, right",replaced the bulb,03/05/24
                W2,12/25/23,N123AB,nose strut is flat again,serviced the strut,01/02/24
                W3,02/30/24,N77XY,alternator fails on taxi,replaced the alternator,03/02/24
                W4,11/30/23,N77XY,alternator fails on taxi again,replaced the regulator,12/01/23
                """));
        assertThat(fields(found)).containsEntry(TargetField.DATE, "Opened");
        assertThat(found.yaml()).contains("MM/dd/yy").doesNotContain("could change places");
        assertThat(found.bad().toString()).contains("02/30/24");
    }

    @Test
    void dayAndMonth_thatCouldChangePlaces_areSaidOfShortYearsToo() throws IOException {
        String rows = "S1,03/04/24,brake is hot after landing\nS2,05/06/24,light inop in row four\n";
        assertThat(proposal(of("log.csv", "id,date,complaint\n" + rows)).yaml()).contains("could change places");
    }

    @Test
    void columnsOfInitials_ofOneWord_andOfOneDigit_areKnown() throws IOException {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "W" + i + ",2025-03-1" + i % 10 + ",N10" + i % 4 + "AB,fluid at the case drain of pump "
                        + i + ",replaced," + (i % 3 == 0 ? "5" : "29") + ",PV3-2" + i)
                .collect(Collectors.joining("\n"));
        for (String number : List.of("P/N", "P/N Off", "p.n. off")) {
            Proposal found = proposal(of("log.csv", "W/O,date,A/C Reg,defect,Action,ATA," + number + "\n" + rows));
            assertThat(fields(found))
                    .containsEntry(TargetField.ID, "W/O")
                    .containsEntry(TargetField.AIRCRAFT, "A/C Reg")
                    .containsEntry(TargetField.ACTION, "Action")
                    .containsEntry(TargetField.ATA, "ATA")
                    .containsEntry(TargetField.PART_NUMBER, number);
            assertThat(found.yaml()).contains("5 is read as 05");
        }
    }

    @Test
    void columnWithoutAName_overTheNumbersOfRows_isPassedOver() throws IOException {
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> i + ",W" + i + ",2025-03-1" + i % 10 + ",flap lever stiff on approach")
                .collect(Collectors.joining("\n"));
        Proposal found = proposal(of("log.csv", ",id,date,complaint\n" + rows));
        assertThat(found.good()).isEqualTo(20);
        assertThat(fields(found)).containsEntry(TargetField.ID, "id").containsEntry(TargetField.COMPLAINT, "complaint");
        assertThat(found.unused()).isEmpty();
    }

    @Test
    void halfTheRows_isDoubtful() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> "R" + i + ",2026-03-01,flap lever stiff on approach" + (i % 2 == 0 ? "" : ",more,cells"))
                .collect(Collectors.joining("\n"));
        Proposal found = proposal(of("log.csv", "id,date,complaint\n" + rows));
        assertThat(found.fits()).isFalse();
        assertThat(found.bad()).isNotEmpty();
    }

    @Test
    void noText_orNoRows_isNotPossible() throws IOException {
        assertThat(of("n.csv", "a,b\n1,2\n3,4\n")).isInstanceOf(Outcome.NotPossible.class);
        assertThat(of("e.csv", "")).isInstanceOf(Outcome.NotPossible.class);
        assertThat(of("w.csv", "only words here\nand here\n")).isInstanceOf(Outcome.NotPossible.class);
    }

    @Test
    void wordsInTheFile_stayWords() throws IOException {
        String hostile = "\"x\"\"]\nname: evil\n#\",complaint\n";
        Outcome found = of("h.csv", hostile + "1,flap lever stiff on approach\n".repeat(5));
        if (found instanceof Outcome.Proposed(var proposal))
            assertThat(List.copyOf(fields(proposal).keySet())).contains(TargetField.COMPLAINT);
    }
}
