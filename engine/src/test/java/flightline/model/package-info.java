@org.jspecify.annotations.NullMarked
package flightline.model;
