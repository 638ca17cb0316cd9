@org.jspecify.annotations.NullMarked
package flightline.archive;
