@org.jspecify.annotations.NullMarked
package flightline.ingest.s1000d;
