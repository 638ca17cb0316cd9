package flightline.eval.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.DraftBrief;
import flightline.diagnosis.Findings;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.Statement;
import flightline.diagnosis.Verification;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.policy.Access;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.Rulebook;
import flightline.search.Evidence;
import flightline.search.HalfSearch;
import flightline.search.LucenePassageIndex;
import flightline.terms.Abbreviations;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What every answer goes through, one step a method, over the complaints of the sample library. Run by {@link HotPathRun}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotPaths {
    private static final int LOOKED = 200;
    private static final int TOP = 10;
    private static final Marking MARKING = new Marking("SECRET//REL TO USA, GBR");
    private static final String SOURCE =
            "Torque the axle nut to 118 ft-lb while the wheel is turned, then loosen it and torque it to 45 ft-lb.";

    /** Folder of an index that the benchmark filled. */
    @Param({""})
    public String index = "";

    /** Lines with a {@code symptom}. */
    @Param({""})
    public String complaints = "";

    private final ComplaintReader reader =
            new ComplaintReader(new TextNormaliser(Abbreviations.standard()), new TermReader());
    private final BriefVerifier verifier = new BriefVerifier();
    private final Citation citation = new Citation(
            new DocumentId("manual"),
            "",
            true,
            "manual",
            List.of(),
            Place.of(0, SOURCE.length()),
            SOURCE,
            ContentHash.of(SOURCE));
    private final DraftBrief draft = new DraftBrief(
            new Findings(RankedSystems.none(), List.of(), List.of(), List.of(), List.of(new Numbered("c1", citation))),
            List.of(),
            List.of(),
            List.of(new Statement(
                    "The axle nut is torqued to 118 ft-lb and, once loosened, to 45 ft-lb.",
                    List.of("c1"),
                    Statement.Verdict.SUPPORTED)));

    private List<String> texts = List.of();
    private int turn;
    private BgeSmallEmbedder model = new BgeSmallEmbedder(Path.of("unused"), 1);
    private Optional<Gate> gate = Optional.empty();
    private Optional<Access> access = Optional.empty();
    private Optional<LucenePassageIndex> whole = Optional.empty();
    private Optional<HalfSearch> halves = Optional.empty();

    @Setup
    public void open() throws IOException {
        texts = texts(Path.of(complaints));
        model = new BgeSmallEmbedder(Files.createTempDirectory("native"), 1);
        var vectors = new Prepared(model);
        texts.forEach(vectors::query);
        Rulebook rules = Rulebook.shipped();
        access = Optional.of(rules.access());
        gate = Optional.of(new Gate(rules, vectors, InstantSource.system()));
        var abbreviations = Abbreviations.standard().all();
        whole = Optional.of(LucenePassageIndex.open(Path.of(index), vectors, abbreviations));
        halves = Optional.of(new HalfSearch(Path.of(index), abbreviations));
    }

    @TearDown
    public void close() throws IOException {
        whole.orElseThrow().close();
        halves.orElseThrow().close();
        model.close();
    }

    private static List<String> texts(Path file) throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(file))
            texts.add(json.readTree(line).path("symptom").asText());
        return texts;
    }

    private String next() {
        turn = (turn + 1) % texts.size();
        return texts.get(turn);
    }

    /** Shorthand, spelling, sides, numbers, what is not there. */
    @Benchmark
    public Complaint complaintIsRead() {
        return reader.read(next());
    }

    /** The vector of its meaning is known. */
    @Benchmark
    public Decision purposeIsJudged() {
        return gate.orElseThrow().decide(next(), Principal.localUser());
    }

    /** A marking that was asked for before. */
    @Benchmark
    public boolean markingIsLookedAt() {
        return access.orElseThrow().sees(Principal.localUser(), MARKING);
    }

    @Benchmark
    public float[] questionIsEmbedded() {
        return model.query(next());
    }

    @Benchmark
    public List<Integer> passagesAreFoundByWords() throws IOException {
        return halves.orElseThrow().words(Asked.ALL.query(next(), TOP), LOOKED);
    }

    /** Words, identifiers and vectors in one ranking, passages read. */
    @Benchmark
    public Evidence passagesAreFound() {
        return whole.orElseThrow().find(Asked.ALL.query(next(), TOP));
    }

    @Benchmark
    public Verification statementIsVerified() {
        return verifier.verify(draft, one -> Optional.of(SOURCE), Map.of("c1", List.of()));
    }
}
