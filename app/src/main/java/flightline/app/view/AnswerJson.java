package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.Check;
import flightline.diagnosis.Findings;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.SafetyNotice;
import flightline.diagnosis.Statement;
import flightline.diagnosis.SystemSet;
import flightline.diagnosis.VerifiedBrief;
import flightline.flow.Answer;
import flightline.flow.WrittenBy;
import java.util.List;
import java.util.Locale;

/** An answer in the contract's one shape; every list is there, empty where there is nothing to say. */
public final class AnswerJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnswerJson() {}

    public static ObjectNode of(Answer answer) {
        ObjectNode node = JSON.objectNode();
        node.put("id", answer.head().id());
        node.put("outcome", answer.outcome());
        MarkingJson.into(node, answer.marking());
        switch (answer) {
            case Answer.Brief(var head, var brief) -> brief(node, head, brief);
            case Answer.NotEnoughEvidence(var head, var why, var leads) -> {
                node.put("why", why);
                complaint(node, head);
                findings(node, leads);
            }
            case Answer.Refused(var head, var clause, var category, var why) -> {
                node.put("why", why);
                node.put("clause", clause);
                node.put("category", category);
                complaint(node, head);
                findings(node, Findings.none());
            }
            case Answer.OutOfScope(var head, var why) -> {
                node.put("why", why);
                complaint(node, head);
                findings(node, Findings.none());
            }
            case Answer.Withheld(var head, var why) -> {
                node.put("why", why);
                complaint(node, head);
                findings(node, Findings.none());
            }
        }
        for (String list : List.of("checks", "warnings", "statements")) if (!node.has(list)) node.putArray(list);
        if (!answer.head().notes().isEmpty())
            strings(node.putArray("notes"), answer.head().notes());
        ObjectNode engine = node.putObject("engine");
        engine(engine, answer.head().by());
        node.put("audit", answer.head().audit());
        ObjectNode millis = node.putObject("millis");
        var times = answer.head().millis();
        millis.put("total", tenth(times.total()));
        millis.put("retrieve", tenth(times.retrieve()));
        millis.put("rank", tenth(times.rank()));
        millis.put("write", tenth(times.write()));
        millis.put("verify", tenth(times.verify()));
        return node;
    }

    /** All that an answer in the documents' own words concludes, while a model still writes. */
    public static ObjectNode extracts(VerifiedBrief brief) {
        ObjectNode node = JSON.objectNode();
        concluded(node, brief);
        return node;
    }

    /** What there is of an answer while a model still writes: statements, with their warnings and citations. */
    public static ObjectNode early(VerifiedBrief brief) {
        ObjectNode node = JSON.objectNode();
        said(node, brief);
        ArrayNode citations = node.putArray("citations");
        for (Numbered numbered : brief.findings().citations())
            citations.add(CitationJson.of(numbered.id(), numbered.citation()));
        return node;
    }

    /** Names the model also where its words were not used: it was asked, and that says why the answer took its time. */
    private static void engine(ObjectNode engine, WrittenBy by) {
        engine.put("writer", by.writer());
        by.model()
                .ifPresentOrElse(
                        model -> {
                            engine.put("model", model.name());
                            if (model.sha256().isEmpty()) engine.putNull("modelSha256");
                            else engine.put("modelSha256", model.sha256());
                            engine.put("seed", by.seed());
                        },
                        () -> {
                            engine.putNull("model");
                            engine.putNull("modelSha256");
                            engine.putNull("seed");
                        });
        if (!by.note().isEmpty()) engine.put("note", by.note());
    }

    private static void brief(ObjectNode node, Answer.Head head, VerifiedBrief brief) {
        complaint(node, head);
        concluded(node, brief);
    }

    private static void concluded(ObjectNode node, VerifiedBrief brief) {
        findings(node, brief.findings());
        ArrayNode checks = node.putArray("checks");
        for (Check check : brief.checks()) check(checks.addObject(), check);
        said(node, brief);
    }

    private static void said(ObjectNode node, VerifiedBrief brief) {
        ArrayNode warnings = node.putArray("warnings");
        for (SafetyNotice notice : brief.warnings()) {
            ObjectNode one = warnings.addObject();
            one.put("kind", notice.kind().name().toLowerCase(Locale.ROOT));
            one.put("text", notice.text());
            one.put("citation", notice.citation());
        }
        ArrayNode statements = node.putArray("statements");
        for (Statement statement : brief.statements()) {
            ObjectNode one = statements.addObject();
            one.put("text", statement.text());
            strings(one.putArray("citations"), statement.citations());
            one.put("verdict", statement.verdict().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void systems(ArrayNode list, List<RankedSystem> systems) {
        for (RankedSystem system : systems) {
            ObjectNode one = list.addObject();
            one.put("scheme", "ATA");
            one.put("code", system.code());
            one.put("title", system.title());
            one.put("probability", thousandth(system.probability()));
            one.put("why", system.why());
        }
    }

    private static void set(ObjectNode node, SystemSet set) {
        node.put("coverage", set.coverage());
        strings(node.putArray("codes"), set.codes());
        node.put("reviewRequired", set.reviewRequired());
    }

    private static void check(ObjectNode one, Check check) {
        one.put("id", check.id());
        one.put("text", check.text());
        one.put("expected", check.expected());
        one.put("minutes", check.minutes());
        strings(one.putArray("for"), check.parts());
        strings(one.putArray("citations"), check.citations());
        one.put("why", check.why());
        ObjectNode cost = one.putObject("cost");
        cost.put("minutes", check.cost().minutes());
        cost.put("stated", check.cost().stated());
        cost.put("basis", check.cost().basis());
        cost.put("setup", check.cost().setup());
        strings(cost.putArray("access"), check.cost().access());
        strings(cost.putArray("equipment"), check.cost().equipment());
        strings(cost.putArray("parts"), check.cost().parts());
        ArrayNode answers = one.putArray("answers");
        for (Check.Way way : check.ways())
            answers.addObject().put("answer", way.answer()).put("leads", way.leads());
    }

    private static void complaint(ObjectNode node, Answer.Head head) {
        ObjectNode complaint = node.putObject("complaint");
        complaint.put("text", head.complaint().text());
        complaint.put("normalised", head.complaint().normalised());
        strings(complaint.putArray("ata"), head.complaint().ata());
        strings(complaint.putArray("faultCodes"), head.complaint().faultCodes());
        strings(complaint.putArray("partNumbers"), head.complaint().partNumbers());
        ComplaintJson.add(complaint, head.complaint());
    }

    private static void findings(ObjectNode node, Findings findings) {
        systems(node.putArray("systems"), findings.systems());
        set(node.putObject("systemSet"), findings.systemSet());
        systems(node.putArray("chapters"), findings.ranked().chapters());
        set(node.putObject("chapterSet"), findings.ranked().chapterSet());
        node.put("calibrated", findings.ranked().calibrated());
        ArrayNode causes = node.putArray("causes");
        for (var cause : findings.causes()) {
            ObjectNode one = causes.addObject();
            one.put("part", cause.part());
            one.put("condition", cause.condition());
            one.put("probability", thousandth(cause.probability()));
            strings(one.putArray("evidence"), cause.evidence());
            one.put("why", cause.why());
        }
        ArrayNode conflicts = node.putArray("conflicts");
        for (var conflict : findings.conflicts()) {
            ObjectNode one = conflicts.addObject();
            one.put("text", conflict.text());
            strings(one.putArray("citations"), conflict.citations());
        }
        ArrayNode precedents = node.putArray("precedents");
        for (var past : findings.precedents()) {
            MaintenanceRecord record = past.precedent().record();
            ObjectNode one = precedents.addObject();
            one.put("id", past.id());
            one.put("record", record.id().value());
            record.date().ifPresentOrElse(d -> one.put("date", d.toString()), () -> one.putNull("date"));
            one.put("aircraft", record.aircraft());
            one.put("complaint", record.complaint());
            one.put("action", record.action());
            one.put("part", record.part());
            one.put("similarity", thousandth(past.precedent().similarity()));
        }
        RepeatsJson.into(node, findings.repeats());
        ArrayNode citations = node.putArray("citations");
        for (Numbered numbered : findings.citations())
            citations.add(CitationJson.of(numbered.id(), numbered.citation()));
    }

    static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    static double thousandth(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
