@org.jspecify.annotations.NullMarked
package flightline.ingest.manuals;
