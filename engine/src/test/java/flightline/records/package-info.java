@org.jspecify.annotations.NullMarked
package flightline.records;
