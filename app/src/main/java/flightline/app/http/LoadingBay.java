package flightline.app.http;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Where files that are sent come in, for the job that works on them. */
final class LoadingBay {
    private final Desk desk;

    LoadingBay(Desk desk) {
        this.desk = desk;
    }

    /** Begins a job with what came. */
    interface Beginning {
        Once.Given with(Upload upload);
    }

    /** What was sent goes with the job; where none begins, it is taken away here. */
    void sent(ServerRequest request, ServerResponse response, Beginning beginning) {
        Upload upload = received(request);
        var handedOver = new boolean[1];
        try {
            desk.once().answer(request, response, upload.print(), () -> {
                Once.Given given = beginning.with(upload);
                handedOver[0] = true;
                return given;
            });
        } finally {
            if (!handedOver[0]) upload.close();
        }
    }

    /** What was sent; whoever asks for it closes it. */
    Upload received(ServerRequest request) {
        return Upload.of(
                request,
                desk.wiring().folder().root(),
                desk.bounds(),
                desk.wiring().settings().nanos());
    }
}
