package flightline.cluster.state;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** What is wrong with a database and what to do, in words for an administrator. */
final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    static String of(Exception e) {
        if (isUntrusted(e))
            return "cannot be trusted: its certificate or name is refused, or it speaks no TLS (" + brief(deepest(e))
                    + "); see sslmode and sslrootcert behind the address, and name the host as its certificate does";
        if (isWithoutPassword(e))
            return "asks for a password or another proof that is not there (" + brief(deepest(e))
                    + "); see the variables that name user and password, PostgreSQL's password file, and the server's pg_hba.conf";
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

    /** Whether there is no such host, or nobody listens there. */
    static boolean isUnanswered(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof UnknownHostException || cause instanceof ConnectException) return true;
        return false;
    }

    /** Whether TLS was wanted and failed: another try fails too. */
    static boolean isUntrusted(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) return true;
            if (!(cause instanceof SQLException sql)) continue;
            // The driver names its verifier in every language; the two others are the server's no and a file of ours.
            boolean misnamed = String.valueOf(sql.getMessage()).contains("PgjdbcHostnameVerifier");
            boolean without = isOfTheDriver(sql) && speaksOfTls(sql);
            if (misnamed || without || sql.getCause() instanceof FileNotFoundException) return true;
        }
        return false;
    }

    /** Whether the driver gave up because it has no password, or none of a kind that the server takes: another try fails too. */
    static boolean isWithoutPassword(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && isOfTheDriver(sql) && !speaksOfTls(sql)) return true;
        return false;
    }

    /** The driver's own words while it connects; what went wrong on the way has a cause. */
    private static boolean isOfTheDriver(SQLException e) {
        return "08004".equals(e.getSQLState()) && e.getCause() == null;
    }

    /** The word stands in the message in every language that the driver has. */
    private static boolean speaksOfTls(SQLException e) {
        return String.valueOf(e.getMessage()).contains("SSL");
    }

    private static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        return deepest;
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

    private static String brief(Throwable e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
