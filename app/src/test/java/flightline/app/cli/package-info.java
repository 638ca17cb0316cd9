@org.jspecify.annotations.NullMarked
package flightline.app.cli;
