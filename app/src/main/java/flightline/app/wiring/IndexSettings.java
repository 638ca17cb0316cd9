package flightline.app.wiring;

import flightline.cluster.index.Credentials;
import flightline.cluster.index.IndexAddress;

/** A cluster that the index is kept in, as the administrator set it up. */
public record IndexSettings(IndexAddress address, Credentials credentials) {}
