@org.jspecify.annotations.NullMarked
package flightline.diagnosis.claim;
