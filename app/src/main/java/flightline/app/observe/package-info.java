/**
 * What is seen of the server at work: counts and durations for Prometheus, traces for OpenTelemetry, a line for each request.
 *
 * <p>In: how requests and answers came out. Out: figures, spans, lines; no word of a question or an answer, and no name of
 * who asked, is ever among them. The only room that touches Micrometer and OpenTelemetry.
 */
@NullMarked
package flightline.app.observe;

import org.jspecify.annotations.NullMarked;
