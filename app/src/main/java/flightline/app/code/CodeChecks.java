package flightline.app.code;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import flightline.fleet.SqlSyntax;
import flightline.flow.CodeFlow.Checked;
import flightline.flow.CodeFlow.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Finds the code in an answer, between lines of three back quotes, and asks a parser of each piece. Holds nothing; safe to share. */
public final class CodeChecks implements Function<String, List<Checked>> {
    private static final String FENCE = "```";

    /** What is wrong with a text; empty where it parses. */
    private interface Parser {
        Optional<String> fault(String text);
    }

    @Override
    public List<Checked> apply(String answer) {
        var found = new ArrayList<Checked>();
        List<String> lines = answer.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String opening = lines.get(i).strip();
            if (!opening.startsWith(FENCE)) continue;
            int begin = i + 1;
            int end = begin;
            while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) end++;
            String language = language(opening);
            found.add(
                    end == lines.size()
                            ? new Checked(
                                    language,
                                    begin + 1,
                                    end - begin,
                                    Verdict.FAULTY,
                                    "it breaks off: the answer ends before it does")
                            : checked(language, begin + 1, lines.subList(begin, end)));
            i = end;
        }
        return found;
    }

    private static String language(String opening) {
        String[] words = opening.substring(FENCE.length()).strip().split("[\\s:{]", 2);
        return words[0].toLowerCase(Locale.ROOT);
    }

    private static Checked checked(String language, int line, List<String> code) {
        String text = String.join("\n", code);
        return switch (language) {
            case "sql", "duckdb", "postgresql" -> sql(language, line, code.size(), text);
            case "json" -> parsed(language, line, code.size(), text, CodeChecks::json);
            case "yaml", "yml" -> parsed(language, line, code.size(), text, CodeChecks::yaml);
            case "java" -> java(line, code.size(), text);
            case "python", "py" -> {
                Optional<String> fault = PythonLayout.fault(text);
                yield new Checked(
                        language,
                        line,
                        code.size(),
                        fault.isPresent() ? Verdict.FAULTY : Verdict.HOLDS_TOGETHER,
                        fault.orElse("brackets, quotation marks and indentation hold; the rest is not parsed"));
            }
            default ->
                new Checked(
                        language,
                        line,
                        code.size(),
                        Verdict.NOT_CHECKED,
                        language.isEmpty() ? "its language is not named" : "there is no parser here for " + language);
        };
    }

    private static Checked parsed(String language, int line, int lines, String text, Parser parser) {
        Optional<String> fault = parser.fault(text);
        return new Checked(
                language, line, lines, fault.isPresent() ? Verdict.FAULTY : Verdict.PARSES, fault.orElse(""));
    }

    private static Checked sql(String language, int line, int lines, String text) {
        return switch (SqlSyntax.of(text)) {
            case SqlSyntax.Reading.Parsed() -> new Checked(language, line, lines, Verdict.PARSES, "");
            case SqlSyntax.Reading.Faulty(var why) -> new Checked(language, line, lines, Verdict.FAULTY, why);
            case SqlSyntax.Reading.NoSelect() ->
                new Checked(language, line, lines, Verdict.NOT_CHECKED, "only SELECT is parsed");
        };
    }

    private static Checked java(int line, int lines, String text) {
        return switch (JavaSyntax.of(text)) {
            case JavaSyntax.Reading.Parsed() -> new Checked("java", line, lines, Verdict.PARSES, "");
            case JavaSyntax.Reading.Faulty(var why) -> new Checked("java", line, lines, Verdict.FAULTY, why);
            case JavaSyntax.Reading.NoCompiler() ->
                new Checked("java", line, lines, Verdict.NOT_CHECKED, "this Java has no compiler");
        };
    }

    private static Optional<String> json(String text) {
        return read(
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build(),
                text);
    }

    private static Optional<String> yaml(String text) {
        return read(
                YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build(),
                text);
    }

    private static Optional<String> read(JsonFactory format, String text) {
        int depth = 0;
        int values = 0;
        try (JsonParser parser = format.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0) values++;
                if (token.isStructStart()) depth++;
                if (token.isStructEnd()) depth--;
            }
        } catch (JsonProcessingException fault) {
            var at = fault.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ": ";
            return Optional.of(
                    where + fault.getOriginalMessage().lines().findFirst().orElse("it cannot be read"));
        } catch (IOException impossible) {
            throw new IllegalStateException("a text cannot be read: " + impossible.getMessage(), impossible);
        }
        if (values == 0) return Optional.of("it is empty");
        boolean many = values > 1 && !(format instanceof YAMLFactory);
        return many ? Optional.of("there are " + values + " values, one is a document") : Optional.empty();
    }
}
