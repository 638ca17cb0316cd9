package flightline.app.http;

import flightline.flow.OpenFlow.Opened;
import java.util.stream.Collectors;

/** Ways from a place to what belongs to it. */
public record PlaceLink(Opened opened) {
    private static final int LONGEST = 4000;

    /** The file that the document came from. */
    public String original() {
        return "/original?" + document();
    }

    public String graphic(String reference) {
        return "/graphic?" + document() + "&name=" + PlaceAddress.encoded(reference);
    }

    /** The same place, shown from that block on. */
    public String from(int block) {
        return alone() + "&from=" + Math.max(0, block);
    }

    /** The same place on a page of its own. */
    public String alone() {
        var header = opened.document().header();
        return PlaceAddress.of(header.id().value(), header.revision().exact(), opened.start(), opened.end());
    }

    /** The cited words, as much as is of use for finding them on a page. */
    public String quote() {
        String quote = opened.blocks().stream()
                .map(placed -> Marked.of(placed.block().text(), placed.block().place(), opened)
                        .cited())
                .filter(cited -> !cited.isEmpty())
                .collect(Collectors.joining("\n"));
        return quote.substring(0, Math.min(quote.length(), LONGEST));
    }

    private String document() {
        var header = opened.document().header();
        return PlaceAddress.document(header.id().value(), header.revision().exact());
    }
}
