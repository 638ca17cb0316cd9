package flightline.model;

/**
 * Which model writes.
 *
 * @param runtime how it is run: {@code in-process}, {@code served} or {@code scripted}
 * @param name as the administrator or the server calls it
 * @param sha256 of its file in lower-case hexadecimal; empty where a server holds the file
 * @param contextTokens tokens of prompt and answer together, at most; 0 where unknown
 */
public record ModelIdentity(String runtime, String name, String sha256, int contextTokens) {}
