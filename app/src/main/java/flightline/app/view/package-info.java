/**
 * The product's JSON, as scripts and other programs meet it on the command line and over HTTP.
 *
 * <p>In: answers, hits, reports. Out: JSON nodes in the shapes of the contract. Reads requests likewise. No I/O.
 */
@NullMarked
package flightline.app.view;

import org.jspecify.annotations.NullMarked;
