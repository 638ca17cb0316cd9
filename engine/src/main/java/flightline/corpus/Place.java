package flightline.corpus;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where something stands in its document.
 *
 * @param start 0-based offset of the first UTF-16 unit in the source text
 * @param end offset after the last unit
 * @param page 1-based page of the PDF (not the printed label), absent for formats without pages
 * @param box rectangle on that page, absent for formats without layout
 */
public record Place(int start, int end, OptionalInt page, Optional<Box> box) {
    public Place {
        if (start < 0 || end < start)
            throw new IllegalArgumentException("place must have 0 <= start <= end, got " + start + ".." + end);
        if (page.isPresent() && page.getAsInt() < 1)
            throw new IllegalArgumentException("page is 1-based, got " + page.getAsInt());
    }

    public static Place of(int start, int end) {
        return new Place(start, end, OptionalInt.empty(), Optional.empty());
    }

    public static Place onPage(int start, int end, int page) {
        return new Place(start, end, OptionalInt.of(page), Optional.empty());
    }

    /** The place that covers both; page of the earlier one, box only while both are on the same page. */
    public Place through(Place later) {
        Place first = later.start < start ? later : this;
        boolean samePage = page.equals(later.page);
        Optional<Box> joined = samePage && box.isPresent() && later.box.isPresent()
                ? Optional.of(box.get().around(later.box.get()))
                : first.box;
        return new Place(Math.min(start, later.start), Math.max(end, later.end), first.page, joined);
    }
}
