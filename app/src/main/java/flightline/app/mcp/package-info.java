/**
 * Flightline for programs that speak the Model Context Protocol: the verbs that read as tools, documents as resources.
 *
 * <p>In: messages of the protocol, and who sent them. Out: messages; what stands in a document is marked as its words. The only
 * room that touches the protocol's library and what it brings along. It decides nothing, the flows do; it opens no connection,
 * the command line and the server hand the messages in.
 */
@NullMarked
package flightline.app.mcp;

import org.jspecify.annotations.NullMarked;
