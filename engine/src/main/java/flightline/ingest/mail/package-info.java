/**
 * Reads e-mail: the message as a document, and what is attached to it as files of their own.
 *
 * <p>In: a {@link flightline.ingest.SourceFile}. Out: one document a message, and the attachments to {@link
 * flightline.ingest.Unpacking}. Touches Apache James Mime4J; nothing that a message refers to is fetched.
 */
@NullMarked
package flightline.ingest.mail;

import org.jspecify.annotations.NullMarked;
