package flightline.eval;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How near the PDF parser comes to pages labelled by hand, page by page, for each split and in all.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.StructureBenchmark [--split tune|held-out] [--data
 * FOLDER] [--details FILE]
 */
public final class StructureBenchmark {
    private static final String ROW = "%-34s %6s %7s %7s %7s %7s %7s %7s %7s %7s %8s %7s%n";

    public static void main(String[] arguments) throws Exception {
        var options = options(arguments);
        var splits = options.containsKey("--split") ? List.of(options.get("--split")) : List.of("tune", "held-out");
        var pages =
                new StructureRun(Path.of(""), Path.of(options.getOrDefault("--data", "../shared/data"))).score(splits);
        System.out.printf(
                ROW, "page", "order", "head-P", "head-R", "head-F1", "levels", "cell-F1", "shifted", "step-F1",
                "warn-R", "running", "overall");
        for (var page : pages)
            print(Path.of(page.page().file()).getFileName() + " " + page.page().page(), page.score());
        for (String split : splits)
            print(
                    split,
                    StructureRun.total(pages.stream()
                            .filter(p -> p.page().split().equals(split))
                            .toList()));
        print("all " + pages.size() + " pages", StructureRun.total(pages));
        if (options.containsKey("--details")) details(pages, Path.of(options.get("--details")));
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!List.of("--split", "--data", "--details").contains(arguments[i]) || i + 1 == arguments.length)
                throw new IllegalArgumentException(
                        "known are --split, --data and --details, each with a value; got " + arguments[i]);
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static void print(String name, PageScore score) {
        System.out.printf(
                ROW,
                name.length() > 34 ? name.substring(name.length() - 34) : name,
                figure(score.order().f1(), true),
                figure(score.headings().precision(), score.headings().found() > 0),
                figure(score.headings().recall(), score.headings().labelled() > 0),
                figure(
                        score.headings().f1(),
                        score.headings().labelled() + score.headings().found() > 0),
                figure(score.levels().recall(), score.levels().labelled() > 0),
                figure(
                        score.cells().f1(),
                        score.cells().labelled() + score.cells().found() > 0),
                figure(
                        score.shifted().f1(),
                        score.shifted().labelled() + score.shifted().found() > 0),
                figure(
                        score.steps().f1(),
                        score.steps().labelled() + score.steps().found() > 0),
                figure(score.dangers().recall(), score.dangers().labelled() > 0),
                score.running().hits() + "/" + score.running().labelled(),
                figure(score.overall(), true));
    }

    private static String figure(double value, boolean applies) {
        return applies ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }

    private static void details(List<StructureRun.Scored> pages, Path file) throws IOException {
        var json = JsonMapper.builder().build();
        var lines = new ArrayList<String>();
        for (var page : pages) {
            var line = new LinkedHashMap<String, Object>();
            line.put("file", page.page().file());
            line.put("page", page.page().page());
            line.put("split", page.page().split());
            line.put("score", page.score());
            line.put("label", page.label());
            line.put("found", page.found());
            lines.add(json.writeValueAsString(line));
        }
        Files.write(file, lines);
    }
}
