/** An S1000D data module from a procedure in any other form. In: a {@link flightline.drafting.Procedure}. Out: XML in which every
 *  element tells where it comes from, read back and compared with its source; what the source does not say is marked, never made up. */
@NullMarked
package flightline.drafting.datamodule;

import org.jspecify.annotations.NullMarked;
