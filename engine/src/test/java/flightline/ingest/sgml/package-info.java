@org.jspecify.annotations.NullMarked
package flightline.ingest.sgml;
