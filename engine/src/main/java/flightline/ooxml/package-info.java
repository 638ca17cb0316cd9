/**
 * Opens packages of Open XML (Word, Excel, PowerPoint) under the limits that hold for all of them.
 *
 * <p>In: bytes or a file. Out: a package of Apache POI, for the rooms that read such files. The library keeps its limits for the whole
 * process, so there is one place that sets them.
 */
@NullMarked
package flightline.ooxml;

import org.jspecify.annotations.NullMarked;
