/** The page as a browser has it. In: a true server over documents and records. Out: what a person sees there. */
@NullMarked
package flightline.app.page;

import org.jspecify.annotations.NullMarked;
