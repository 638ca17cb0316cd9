/**
 * Flightline over HTTP: the verbs as JSON, the dialect that chat clients speak, and the page.
 *
 * <p>In: requests from this machine. Out: the contract's JSON, events, pages. The only room that touches Helidon; it decides
 * nothing, the flows do.
 */
@NullMarked
package flightline.app.http;

import org.jspecify.annotations.NullMarked;
