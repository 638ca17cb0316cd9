package flightline.app.http;

/**
 * What an address may carry besides its path, or within it.
 *
 * @param type as {@link Shape} writes it, for example {@code integer} or {@code date}
 * @param meaning a line for the reader
 */
record Parameter(String name, In in, String type, boolean required, String meaning) {
    enum In {
        QUERY,
        PATH,
        HEADER
    }

    static Parameter query(String name, String type, String meaning) {
        return new Parameter(name, In.QUERY, type, false, meaning);
    }

    static Parameter needed(String name, String type, String meaning) {
        return new Parameter(name, In.QUERY, type, true, meaning);
    }

    static Parameter path(String name, String meaning) {
        return new Parameter(name, In.PATH, "string", true, meaning);
    }

    static Parameter header(String name, String meaning) {
        return new Parameter(name, In.HEADER, "string", false, meaning);
    }
}
