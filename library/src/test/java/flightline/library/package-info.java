/** Proves that the committed papers are what the press prints, and that their manuscripts are read as written. */
@NullMarked
package flightline.library;

import org.jspecify.annotations.NullMarked;
