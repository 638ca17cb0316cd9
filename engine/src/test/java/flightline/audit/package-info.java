@org.jspecify.annotations.NullMarked
package flightline.audit;
