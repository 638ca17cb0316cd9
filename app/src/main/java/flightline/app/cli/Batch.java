package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.BatchLine;
import flightline.app.view.BatchText;
import flightline.app.view.RequestJson;
import flightline.app.view.Unreadable;
import flightline.flow.Progress;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs a file of requests, one a line, answers in the same order; a bad line is answered as such and the rest goes on. */
final class Batch {
    private Batch() {}

    /**
     * @param turnedAway why the asker of a line may not ask, absent where they may
     * @param answer gives the JSON of an answer to a line and the request that it holds
     * @return the exit code: 5 where a line was bad
     */
    static int run(
            Path file,
            Request defaults,
            Function<Principal, Optional<String>> turnedAway,
            BiFunction<JsonNode, Request, ObjectNode> answer,
            PrintStream out,
            Progress progress) {
        List<BatchText.Line> lines = lines(file);
        int over = 0;
        int bad = 0;
        for (BatchText.Line line : lines) {
            progress.at(over++, lines.size(), "requests");
            BatchLine done = BatchLine.of(line, String.valueOf(file.getFileName()), (node, id) -> {
                Request request = RequestJson.read(node, id, defaults);
                return turnedAway
                        .apply(request.asker())
                        .map(why -> BatchLine.refused(id, why))
                        .orElseGet(() -> answer.apply(node, request));
            });
            if (done.bad()) bad++;
            out.println(done.answer());
        }
        progress.at(lines.size(), lines.size(), "done");
        return bad > 0 ? Exit.BAD_INPUT : Exit.DONE;
    }

    private static List<BatchText.Line> lines(Path file) {
        try {
            return BatchText.of(Files.readAllBytes(file)).lines();
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        }
    }
}
