package flightline.app.http;

import flightline.flow.Progress;
import java.util.function.BooleanSupplier;

/** A job while it is being done: is told how far it is, and tells whether it is to end as soon as it can. */
interface Effort extends Progress, BooleanSupplier {}
