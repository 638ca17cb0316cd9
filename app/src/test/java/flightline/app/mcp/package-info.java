@NullMarked
package flightline.app.mcp;

import org.jspecify.annotations.NullMarked;
