package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.records.MappingGuess.Outcome;
import flightline.records.MappingGuess.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a proposed mapping is and how far it reads the file that it was made for. */
final class MappingPage {
    private final Outside outside;
    private final CommonOptions common;

    MappingPage(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    int of(Path file, Wiring wiring) throws IOException {
        if (!Files.isRegularFile(file)) throw new BadRequest(file + " is no file");
        return switch (wiring.mappingGuess().of(file, wiring.settings().today())) {
            case Outcome.NotPossible(var why) -> {
                if (common.json())
                    outside.out()
                            .println(JsonNodeFactory.instance
                                    .objectNode()
                                    .put("outcome", "not-possible")
                                    .put("why", why)
                                    .toPrettyString());
                outside.err().println("flightline: no mapping can be proposed: " + why);
                yield Exit.NOT_ENOUGH_EVIDENCE;
            }
            case Outcome.Proposed(var proposal) -> told(proposal);
        };
    }

    private int told(Proposal proposal) {
        String read = "it reads " + proposal.good() + " of the first " + proposal.rows() + " rows";
        if (common.json()) outside.out().println(json(proposal).toPrettyString());
        else outside.out().print((proposal.fits() ? "" : "# DOUBTFUL: " + read + "\n") + proposal.yaml());
        if (!common.json()) {
            outside.err().println("flightline: " + read + (proposal.fits() ? "" : "; do not use it as it is"));
            proposal.bad().forEach(line -> outside.err().println("  " + line));
        }
        return proposal.fits() ? Exit.DONE : Exit.NOT_VERIFIED;
    }

    private static ObjectNode json(Proposal proposal) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("outcome", proposal.fits() ? "proposed" : "doubtful")
                .put("mapping", proposal.yaml())
                .put("rows", proposal.rows())
                .put("good", proposal.good());
        proposal.bad().forEach(node.putArray("bad")::add);
        proposal.unused().forEach(node.putArray("unused")::add);
        return node;
    }
}
