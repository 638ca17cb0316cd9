@org.jspecify.annotations.NullMarked
package flightline.app.view;
