@org.jspecify.annotations.NullMarked
package flightline.search;
