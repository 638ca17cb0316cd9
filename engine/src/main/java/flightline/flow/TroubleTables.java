package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.diagnosis.Cause;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.ShownCauses;
import flightline.diagnosis.Situation;
import flightline.evaluation.RankMeter;
import flightline.evaluation.Scorecard;
import flightline.policy.Principal;
import flightline.policy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures whether every cause that a trouble table lists for a symptom is among the causes that {@code diagnose} gives.
 *
 * <p>Cases have {@code question} and {@code causes}. A listed cause is found where all of its words, cut to their stems,
 * stand in one cause's part and condition.
 */
public final class TroubleTables {
    private static final int TOP = 5;
    private static final Scope UNMARKED = Scope.UNMARKED;

    private final DiagnoseFlow diagnose;
    private final LocalDate today;

    public TroubleTables(DiagnoseFlow diagnose, LocalDate today) {
        this.diagnose = diagnose;
        this.today = today;
    }

    public Scorecard run(List<JsonNode> cases, Progress progress) {
        var details = new ArrayList<Map<String, Object>>();
        int whole = 0;
        int listed = 0;
        int found = 0;
        double ranks = 0;
        double given = 0;
        for (JsonNode one : cases) {
            progress.at(details.size(), cases.size(), "trouble tables");
            List<Cause> ranked = diagnose.rank(request(one), UNMARKED).causes();
            List<Cause> causes = ShownCauses.of(ranked, TOP);
            List<Set<String>> words = causes.stream()
                    .map(c -> EvidenceCheck.wanted(c.condition() + " " + c.part()))
                    .toList();
            var missed = new ArrayList<String>();
            for (JsonNode cause : one.path("causes")) {
                listed++;
                Set<String> wanted = EvidenceCheck.wanted(cause.asText());
                int rank = RankMeter.rankOf(words, w -> w.containsAll(wanted));
                if (rank == 0) missed.add(cause.asText());
                else {
                    found++;
                    ranks += rank;
                }
            }
            given += causes.size();
            if (missed.isEmpty()) whole++;
            var detail = new LinkedHashMap<String, Object>();
            detail.put("id", one.path("id").asText());
            detail.put("missed", missed);
            detail.put("given", new HashSet<>(causes).size());
            details.add(detail);
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("symptoms with every listed cause", (double) whole);
        figures.put("listed causes", (double) listed);
        figures.put("listed causes found", RankMeter.rounded(listed == 0 ? 0 : (double) found / listed));
        figures.put("mean rank of those found", RankMeter.rounded(found == 0 ? 0 : ranks / found));
        figures.put("mean count of causes given", RankMeter.rounded(cases.isEmpty() ? 0 : given / cases.size()));
        return new Scorecard("trouble-tables", cases.size(), figures, details);
    }

    private Request request(JsonNode one) {
        return new Request(
                one.path("id").asText(),
                one.path("question").asText(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today,
                Situation.CAUSES,
                Set.of(),
                Principal.localUser());
    }
}
