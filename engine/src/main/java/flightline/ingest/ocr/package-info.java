/**
 * Reads the words of a page's picture with Tesseract, a program of the operating system that is started as a child process.
 *
 * <p>In: a picture in greys. Out: lines of words with boxes and confidence, or why not. Starts that one program and no
 * other, without a shell, hands the picture over a pipe and writes no file.
 */
@NullMarked
package flightline.ingest.ocr;

import org.jspecify.annotations.NullMarked;
