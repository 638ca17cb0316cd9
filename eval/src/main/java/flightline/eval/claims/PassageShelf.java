package flightline.eval.claims;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.Passage;
import flightline.corpus.StructuredDocument;
import flightline.evaluation.Cases;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.ingest.manuals.Ispec2200Parser;
import flightline.ingest.manuals.Mil40051Parser;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.xml.XmlDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Real passages: lines of a handbook as they are, and documents in XML cut as the product cuts them. Each text once. */
final class PassageShelf {
    private final Reader reader = new Reader(
            List.of(new XmlDocuments(List.of(new S1000dParser(), new Ispec2200Parser(), new Mil40051Parser()))));
    private final List<CitedPassage> passages = new ArrayList<>();
    private final HashSet<String> held = new HashSet<>();

    /** @param file JSON lines with {@code id}, {@code source} and {@code text} */
    PassageShelf lines(Path file) throws IOException {
        for (JsonNode line : Cases.read(file).cases())
            add(new CitedPassage(
                    line.path("id").asText(),
                    line.path("source").asText(),
                    flightline.corpus.PassageKind.PARAGRAPH,
                    line.path("text").asText(),
                    List.of()));
        return this;
    }

    PassageShelf documents(List<Path> folders) {
        var intake = new Intake(Intake.Limits.standard());
        for (Path file : intake.walk(folders).files()) {
            if (!(intake.take(file) instanceof IntakeOutcome.Ready(var source, var notes))) continue;
            if (!(reader.read(source) instanceof ParseOutcome.Parsed parsed)) continue;
            for (StructuredDocument document : parsed.documents())
                for (Passage passage : new PassageCutter().cut(document))
                    add(new CitedPassage(
                            document.header().id().value() + "#" + passage.ordinal(),
                            document.header().id().value(),
                            passage.kind(),
                            passage.text(),
                            passage.safety()));
        }
        return this;
    }

    List<CitedPassage> passages() {
        return List.copyOf(passages);
    }

    private void add(CitedPassage passage) {
        if (held.add(passage.text())) passages.add(passage);
    }
}
