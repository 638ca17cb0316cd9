package flightline.flow;

import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.Step;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.Finding;
import flightline.diagnosis.troubleshooting.Outcome;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A closed session as a maintenance record. It quotes no document, but names causes that documents and records named, so it is
 * marked with all that its answers were drawn from.
 */
final class SessionRecord {
    private SessionRecord() {}

    static MaintenanceRecord of(Session session, String cause, String action, LocalDate closed) {
        List<String> sound = parts(session, cause, false);
        List<String> noCure = parts(session, cause, true);
        String checked = (sound.isEmpty() ? "" : " Checked and found good: " + String.join(", ", sound) + ".")
                + (noCure.isEmpty() ? "" : " Repaired without effect: " + String.join(", ", noCure) + ".");
        String done = action.isEmpty() ? "Cause: " + cause + "." : action;
        Map<String, String> other = new LinkedHashMap<>();
        other.put("session", session.id());
        if (!sound.isEmpty()) other.put("found good", String.join("; ", sound));
        if (!noCure.isEmpty()) other.put("did not help", String.join("; ", noCure));
        return new MaintenanceRecord(
                new RecordId("session-" + session.id()),
                Optional.of(closed),
                session.aircraft(),
                session.model(),
                session.serial(),
                session.complaint(),
                done,
                session.complaint() + "\n" + done + checked,
                cause,
                "",
                "",
                List.of(),
                List.of(),
                "session " + session.id(),
                other,
                session.marking());
    }

    private static List<String> parts(Session session, String cause, boolean repaired) {
        String wanted = repaired ? Outcome.FAIL : Outcome.PASS;
        Set<String> parts = new LinkedHashSet<>();
        for (Step step : session.steps()) {
            if (step.answer().equals(Finding.SKIP) || step.repaired() != repaired) continue;
            if (step.answer().equals(wanted)) parts.addAll(step.parts());
            // An answer of an isolation step in its own words: the parts that it made much less likely.
            else if (!step.node().isEmpty() && !repaired)
                step.likelihoods().forEach((part, likely) -> {
                    if (likely <= 0.1) parts.add(part);
                });
        }
        parts.removeIf(part -> part.equalsIgnoreCase(cause));
        return parts.stream().sorted().toList();
    }
}
