package flightline.app.cli;

/** Exit codes, as the contract has them. */
final class Exit {
    static final int DONE = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NOT_ENOUGH_EVIDENCE = 4;
    static final int BAD_INPUT = 5;
    static final int NOT_VERIFIED = 6;

    private Exit() {}
}
