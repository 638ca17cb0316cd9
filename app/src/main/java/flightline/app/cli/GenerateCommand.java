package flightline.app.cli;

import flightline.app.view.BadRequest;
import picocli.CommandLine.Command;

/** Code from what is held, each kind a verb of its own; nothing is shown as done that was not tried. */
@Command(name = "generate", description = "Writes code and checks it before it is shown; name what.")
final class GenerateCommand implements Runnable {
    @Override
    public void run() {
        throw new BadRequest("name what to generate; flightline generate --help lists it");
    }
}
