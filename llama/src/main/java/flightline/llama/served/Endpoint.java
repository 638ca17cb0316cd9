package flightline.llama.served;

import flightline.llama.egress.Egress;
import java.net.URI;
import java.util.Optional;

/**
 * One server that writes.
 *
 * @param base its address up to and with the version, for example {@code http://127.0.0.1:8000/v1}
 * @param model the name to ask for
 * @param answersAs the name under which the server answers, where it is another than the one asked for
 * @param contextTokens tokens of prompt and answer together; 0 where unknown
 * @param grammars how it takes a grammar
 * @param key what it wants to be shown as bearer token; never printed
 */
public record Endpoint(
        URI base, String model, String answersAs, int contextTokens, Grammars grammars, Optional<String> key) {
    /** How a server takes a grammar; JSON schemas are taken alike by all. */
    public enum Grammars {
        /** Not at all. */
        NONE,
        /** llama.cpp's own server: in the field {@code grammar}. */
        LLAMA_CPP,
        /** vLLM: in the field {@code structured_outputs}. */
        VLLM
    }

    public Endpoint {
        String scheme = base.getScheme();
        if (base.getHost() == null || (!"http".equals(scheme) && !"https".equals(scheme)))
            throw new IllegalArgumentException("an endpoint's url must begin with http:// or https://, got " + base);
        if (base.getUserInfo() != null || base.getQuery() != null || base.getFragment() != null)
            throw new IllegalArgumentException(
                    "an endpoint's url must hold neither a user nor a query; keys come from the environment");
        if (model.isBlank()) throw new IllegalArgumentException("an endpoint needs the name of its model");
        if (contextTokens < 0)
            throw new IllegalArgumentException("an endpoint's context must not be negative, got " + contextTokens);
        if (key.isPresent() && inTheClear(base))
            throw new IllegalArgumentException(
                    "the key for " + base + " would travel in the clear; write https://, or leave the key out");
    }

    /** Whether passages and answers can be read by whoever listens between the machines. */
    public boolean isInTheClear() {
        return inTheClear(base);
    }

    private static boolean inTheClear(URI base) {
        return "http".equals(base.getScheme()) && !Egress.isThisMachine(base.getHost());
    }

    /** Where conversations are asked for. */
    URI conversations() {
        String address = base.toString();
        return URI.create((address.endsWith("/") ? address : address + "/") + "chat/completions");
    }

    @Override
    public String toString() {
        return model + " at " + base;
    }
}
