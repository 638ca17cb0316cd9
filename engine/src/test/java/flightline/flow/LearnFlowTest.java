package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearnFlowTest {
    private static final List<String> WHERE = List.of("left", "right", "forward", "aft", "centre");
    private static final List<String> WHEN = List.of("on taxi", "in cruise", "on approach", "after landing");

    @TempDir
    private Path folder;

    @Test
    void enoughRecords_makeTheDiagnosisCalibrated_andTheFewDoNot() {
        try (var hangar = new Hangar(folder)) {
            hangar.records.add(records(40));
            LearnFlow.Report few = hangar.learn().run(Principal.localUser(), Progress.SILENT, () -> false);
            assertThat(few.lessons())
                    .allSatisfy(lesson -> assertThat(lesson.why()).contains("150 are needed"));
            assertThat(hangar.learn().isDue(1)).isTrue();
            assertThat(hangar.learn().isDue(0)).isFalse();
            assertThat(ranked(hangar, "brake drags on taxi", Set.of()).ranked().calibrated())
                    .isFalse();

            hangar.records.add(records(240));
            LearnFlow.Report report = hangar.learn().run(Principal.localUser(), Progress.SILENT, () -> false);
            assertThat(report.lessons())
                    .allSatisfy(lesson -> assertThat(lesson.learned()).isTrue());
            assertThat(hangar.learn().isDue(11)).as("11 more than 240").isFalse();
            assertThat(hangar.learn().isDue(12)).isTrue();
            var findings = ranked(hangar, "brake drags on taxi", Set.of());
            assertThat(findings.ranked().calibrated()).isTrue();
            assertThat(findings.systems().getFirst().code()).isEqualTo("3242");
            assertThat(findings.ranked().chapters().getFirst().code()).isEqualTo("32");
            assertThat(findings.causes().getFirst().part()).isEqualTo("brake");
            assertThat(findings.systems().stream()
                            .mapToDouble(system -> system.probability())
                            .sum())
                    .isLessThanOrEqualTo(1.0000001);
        }
    }

    @Test
    void whatWasLearned_isThereAfterReopening_andADamagedFileIsNoneAndIsNamed() throws IOException {
        try (var hangar = new Hangar(folder)) {
            hangar.records.add(records(240));
            hangar.learn().run(Principal.localUser(), Progress.SILENT, () -> false);
        }
        try (var hangar = new Hangar(folder)) {
            assertThat(ranked(hangar, "no fuel flow in cruise", Set.of())
                            .ranked()
                            .calibrated())
                    .isTrue();
            Path file = folder.resolve("systems.model");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
            assertThat(ranked(hangar, "no fuel flow in cruise", Set.of())
                            .ranked()
                            .calibrated())
                    .isFalse();
            assertThat(hangar.lessons.systems().trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("systems.model"));
        }
    }

    @Test
    void recordsLeftOut_areNotKnownToTheModelThatAnswers() {
        try (var hangar = new Hangar(folder)) {
            hangar.records.add(records(240));
            hangar.learn().run(Principal.localUser(), Progress.SILENT, () -> false);
            assertThat(ranked(hangar, "brake drags", Set.of(new RecordId("n7")))
                            .ranked()
                            .calibrated())
                    .isTrue();
            Set<RecordId> all =
                    records(240).stream().map(MaintenanceRecord::id).collect(java.util.stream.Collectors.toSet());
            assertThat(ranked(hangar, "brake drags", all).ranked().calibrated())
                    .as("no model is left that saw none of them")
                    .isFalse();
        }
    }

    /** A model gives its probabilities to anything: a letter alone would be some system's with nine tenths. */
    @Test
    void complaintThatSaysNothing_isRankedByNothing() {
        try (var hangar = new Hangar(folder)) {
            hangar.records.add(records(240));
            hangar.learn().run(Hangar.ANYBODY, Progress.SILENT, () -> false);
            for (String nothing : List.of("x", "12345", "?", "the", "3", "x x x", "E-1"))
                assertThat(hangar.diagnose().diagnose(Hangar.request(nothing)))
                        .as(nothing)
                        .isInstanceOfSatisfying(Answer.NotEnoughEvidence.class, lacking -> {
                            assertThat(lacking.why()).startsWith("The complaint says nothing of what is wrong");
                            assertThat(lacking.leads().systems()).isEmpty();
                            assertThat(lacking.leads().precedents()).isEmpty();
                        });
            assertThat(hangar.diagnose().diagnose(Hangar.request("brake")).outcome())
                    .isEqualTo("brief");
        }
    }

    @Test
    void markedRecords_teachNothing() {
        try (var hangar = new Hangar(folder)) {
            hangar.records.add(records(200).stream()
                    .map(record -> record.marked(new Marking("CUI")))
                    .toList());
            var report = hangar.learn().run(Hangar.ANYBODY, Progress.SILENT, () -> false);
            assertThat(report.lessons()).allMatch(lesson -> !lesson.learned() && lesson.examples() == 0);
        }
    }

    private static flightline.diagnosis.Findings ranked(Hangar hangar, String text, Set<RecordId> without) {
        return hangar.diagnose()
                .rank(
                        new Request(
                                "q",
                                text,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Hangar.TODAY,
                                5,
                                without,
                                Principal.localUser()),
                        flightline.policy.Scope.UNMARKED);
    }

    private static List<MaintenanceRecord> records(int many) {
        var records = new ArrayList<MaintenanceRecord>();
        for (int i = 0; i < many; i++) {
            String place = WHERE.get(i % 5) + " " + WHEN.get(i / 5 % 4) + " item "
                    + Integer.toString(i, 26).replaceAll("\\d", "q");
            records.add(
                    switch (i % 3) {
                        case 0 -> record(i, "brake drags, wheel hot " + place, "brake", "32-42");
                        case 1 -> record(i, "no fuel flow, engine surge " + place, "fuel pump", "28-22");
                        default -> record(i, "hydraulic pressure low, leak " + place, "hydraulic pump", "29-11");
                    });
        }
        return records;
    }

    private static MaintenanceRecord record(int i, String complaint, String part, String ata) {
        return new MaintenanceRecord(
                new RecordId("n" + i),
                Optional.empty(),
                "",
                "",
                "",
                complaint,
                "Replaced the " + part + ".",
                complaint + " Replaced the " + part + ".",
                part,
                "",
                "",
                List.of(ata),
                List.of(),
                "records.csv:" + (i + 2),
                Map.of());
    }
}
