package flightline.app.wiring;

import flightline.cluster.state.Login;
import flightline.cluster.state.StateAddress;

/** A database that the state is kept in, as the administrator set it up. */
public record StateSettings(StateAddress address, Login login) {}
