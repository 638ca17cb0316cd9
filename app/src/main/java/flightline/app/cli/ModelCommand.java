package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Wiring;
import flightline.flow.LearnFlow;
import flightline.policy.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flightline model}: the models that are held, what was learned from the records, and learning it anew. */
@Command(name = "model", description = "Shows the language models that are held and what was learned from the records.")
final class ModelCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    ModelCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.SHOW)) {
            List<LearnFlow.Lesson> held = wiring.learn().held();
            var models = wiring.models().held();
            if (common.json())
                outside.out()
                        .println(json(held, 0)
                                .setAll(ModelShelf.json(models, wiring.llama().adapters()))
                                .toPrettyString());
            else {
                outside.out()
                        .print(new ModelShelf(outside, common)
                                .page(models, wiring.llama().adapters()));
                outside.out().print(page(held, outside));
            }
            return Exit.DONE;
        }
    }

    /** {@code flightline model list}. */
    @Command(name = "list", description = "Lists the language models that are held, and which one writes.")
    static final class Listing implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        Listing(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            try (Wiring wiring = common.wireExisting(outside, Act.SHOW)) {
                return new ModelShelf(outside, common)
                        .list(wiring.models().held(), wiring.llama().adapters());
            }
        }
    }

    /** {@code flightline model verify}. */
    @Command(
            name = "verify",
            description =
                    "Hashes the file of every model and adapter anew and tells whether it is the one that was added or named.")
    static final class Verify implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        Verify(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            try (Wiring wiring = common.wireExisting(outside, Act.SHOW)) {
                return new ModelShelf(outside, common)
                        .verified(
                                wiring.models().verify(ProgressLine.of(outside, common, "bytes")),
                                wiring.llama().checkedAdapters());
            }
        }
    }

    /** {@code flightline model learn}. */
    @Command(
            name = "learn",
            description =
                    "Learns from the records which systems and parts complaints belong to, and how far each kind of"
                            + " evidence is to be believed. import-records does it by itself.")
    static final class Learn implements Callable<Integer> {
        private final Outside outside;
        private final CommonOptions common;

        Learn(Outside outside, CommonOptions common) {
            this.outside = outside;
            this.common = common;
        }

        @Override
        public Integer call() throws Exception {
            try (var stop = StopSignal.listen();
                    Wiring wiring = common.wireExisting(outside, Act.MODEL_LEARN)) {
                var report = wiring.learn().run(common.asker(), ProgressLine.of(outside, common, "records"), stop);
                if (common.json())
                    outside.out()
                            .println(json(report.lessons(), report.millis()).toPrettyString());
                else {
                    outside.out().print(page(report.lessons(), outside));
                    outside.out().println(String.format(Locale.ROOT, "%.1f s", report.millis() / 1000.0));
                }
                return stop.code(Exit.DONE);
            }
        }
    }

    private static ObjectNode json(List<LearnFlow.Lesson> lessons, long millis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("lessons");
        for (LearnFlow.Lesson lesson : lessons)
            list.addObject()
                    .put("of", lesson.of())
                    .put("records", lesson.examples())
                    .put("learned", lesson.learned())
                    .put("why", lesson.why());
        return node.put("millis", millis);
    }

    private static String page(List<LearnFlow.Lesson> lessons, Outside outside) {
        var rows = new ArrayList<List<String>>();
        for (LearnFlow.Lesson lesson : lessons)
            rows.add(List.of(
                    lesson.of(),
                    Integer.toString(lesson.examples()),
                    lesson.learned() ? "learned" : "not learned: " + lesson.why()));
        return new Page(new Paint(outside.colour()), outside.width())
                .table(List.of("of", "records", ""), rows)
                .toString();
    }
}
