package flightline.app.wiring;

import flightline.app.wiring.LlamaStand.State;
import flightline.archive.ShadowBook.Shadow;
import flightline.flow.Answer;
import flightline.flow.Aside.Posed;
import flightline.flow.AskFlow;
import flightline.flow.DiagnoseFlow;
import flightline.flow.Early;
import flightline.flow.ShadowRun;
import flightline.model.LanguageModel;
import java.util.Optional;
import java.util.function.Function;

/** The product with a candidate writing, and the candidate's model, which is closed with it. */
record ShadowCandidate(LanguageModel model, AskFlow ask, DiagnoseFlow diagnose) implements ShadowRun.Candidate {
    /** Throws {@link IllegalStateException} with the reason where the model cannot be opened. */
    static ShadowRun.Candidate open(
            LlamaStand llama,
            ShadowRun run,
            Shadow shadow,
            Function<Optional<LanguageModel>, AskFlow> asking,
            Function<Optional<LanguageModel>, DiagnoseFlow> diagnosing) {
        return switch (llama.beside(shadow.model())) {
            case State.None() -> throw new IllegalStateException(shadow.model() + " is not held any more");
            case State.Unready(var why) -> throw new IllegalStateException(why);
            case State.Ready(var model) -> {
                Optional<LanguageModel> yielding = Optional.of(run.yielding(model));
                yield new ShadowCandidate(model, asking.apply(yielding), diagnosing.apply(yielding));
            }
        };
    }

    @Override
    public Answer answer(Posed posed) {
        return posed.kind().equals("ask")
                ? ask.ask(posed.request(), posed.about(), Early.NOBODY)
                : diagnose.diagnose(posed.request());
    }

    @Override
    public void close() {
        model.close();
    }
}
