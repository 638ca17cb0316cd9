package flightline.app.wiring;

import flightline.archive.PolicyShelf;
import flightline.flow.Doorkeeper;
import flightline.flow.InstallPolicyFlow;
import flightline.flow.PolicyBooks;
import flightline.policy.Gate;
import flightline.policy.LlamaGuard;
import flightline.policy.PolicyFault;
import flightline.policy.PurposeModel;
import flightline.policy.Rulebook;
import java.nio.file.Path;
import java.util.Optional;

/** The rules in force, and whom they let do what, put together. */
final class RuleStand {
    private final Ground ground;
    private final PolicyBooks books;
    private final PolicyBooks.InForce inForce;
    private final Rulebook rulebook;

    RuleStand(Ground ground) throws DataFolder.UnusableDataFolder {
        this.ground = ground;
        var shelf = new PolicyShelf(ground.cabinet(), ground.folder().root());
        this.books = new PolicyBooks(shelf, ground.audit(), !ground.state().shared());
        this.inForce = books.inForce();
        try {
            this.rulebook =
                    Rulebook.of(inForce.bundle(), Optional.of(library())).withExceptions(shelf.exceptions());
        } catch (PolicyFault fault) {
            throw new DataFolder.UnusableDataFolder(String.valueOf(fault.getMessage()));
        }
    }

    private Path library() {
        return ground.libraries().resolve("cedar");
    }

    PolicyBooks books() {
        return books;
    }

    PolicyBooks.InForce inForce() {
        return inForce;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    /** The gate with the rules in force. */
    Gate gate(Optional<LlamaGuard> guard) {
        return new Gate(
                rulebook,
                PurposeModel.shipped(),
                ground.embedder(),
                ground.settings().clock(),
                guard);
    }

    /** A gate with such rules. */
    Gate gate(Rulebook rules) {
        return new Gate(rules, ground.embedder(), ground.settings().clock());
    }

    InstallPolicyFlow installing() {
        return new InstallPolicyFlow(books, library(), this::gate, ground.audit());
    }

    Doorkeeper door() {
        return new Doorkeeper(rulebook.access(), ground.audit(), rulebook.version());
    }
}
