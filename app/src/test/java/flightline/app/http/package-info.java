@NullMarked
package flightline.app.http;

import org.jspecify.annotations.NullMarked;
