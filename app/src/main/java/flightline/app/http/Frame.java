package flightline.app.http;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param here path of the room that the page is in
 * @param rooms those that the asker may enter
 * @param who name of the asker
 * @param leaves whether the asker can sign out
 * @param look {@code light}, {@code dark}, or empty for that of the device
 * @param csrf goes into every form; empty where nobody signs in
 * @param log which log the entries of answers are of
 */
public record Frame(String here, List<Room> rooms, String who, boolean leaves, String look, String csrf, String log) {}
