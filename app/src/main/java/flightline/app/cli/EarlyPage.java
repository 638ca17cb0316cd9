package flightline.app.cli;

import flightline.flow.Early;

/** Shows a person the documents' own words at once; programs and files get one answer, when it is whole. */
final class EarlyPage {
    private final Outside outside;
    private final CommonOptions common;

    EarlyPage(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    Early early() {
        if (common.json() || common.quiet() || !outside.terminal()) return Early.NOBODY;
        return extracts -> {
            outside.out().print(new AnswerPage(new Paint(outside.colour()), outside.width()).early(extracts));
            outside.out().flush();
        };
    }
}
