package flightline.cluster.state;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** What is wrong with a database and what to do, in words for an administrator. */
final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    static String of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException)
                return "cannot be reached: no such host; see that its name is right and known here";
            if (cause instanceof ConnectException)
                return "cannot be reached: nobody answers there; see that it runs and may be reached from here";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String said = of(sql.getSQLState());
                if (!said.isEmpty()) return said;
            }
        }
        return "fails: " + brief(e);
    }

    private static String of(String state) {
        return switch (state) {
            case "28P01", "28000" ->
                "does not let this user in; see the variables that name user and password, and the server's pg_hba.conf";
            case "3D000" -> "does not exist; make the database first (CREATE DATABASE)";
            case "42501" -> "does not let this user do it; grant it the rights to its schema";
            case "25006" -> "is read-only; nothing was written, reading goes on";
            case "53100" -> "is full; nothing was written";
            case "53300" -> "has no connection left; raise max_connections or run fewer nodes";
            default -> {
                if (state.startsWith("08") || state.startsWith("57P0"))
                    yield "cannot be reached: the connection failed; see that it runs and may be reached from here";
                yield "";
            }
        };
    }

    private static String brief(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
