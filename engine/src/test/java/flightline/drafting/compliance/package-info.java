/** Tests of what a fleet list tells of directives. */
@NullMarked
package flightline.drafting.compliance;

import org.jspecify.annotations.NullMarked;
