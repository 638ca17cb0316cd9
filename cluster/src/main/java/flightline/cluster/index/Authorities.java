package flightline.cluster.index;

import flightline.search.IndexTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/** Whose word is taken for it that a server is the cluster, and what is said where nobody's is. */
final class Authorities {
    private static final String ADVICE =
            "ca=FILE must name a file of PEM certificates that can be read here, those of whoever signed the cluster's";

    private Authorities() {}

    /** Those of the address, or whom Java trusts. */
    static SSLContext of(IndexAddress address) {
        try {
            return address.authorities().isPresent() ? of(address.authorities().get()) : SSLContext.getDefault();
        } catch (NoSuchFileException gone) {
            throw new IndexTrouble.Away(address, gone.getFile() + " is not there", ADVICE, gone);
        } catch (IOException | GeneralSecurityException bad) {
            String file = address.authorities().map(Path::toString).orElse("Java's trust store");
            throw new IndexTrouble.Away(address, file + " holds no certificate that can be read", ADVICE, bad);
        }
    }

    private static SSLContext of(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate each : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))))
            store.setCertificateEntry(Integer.toString(++number), each);
        if (number == 0) throw new IOException("no certificate");
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    /** Whether it failed because of TLS, which no waiting mends. */
    static boolean refused(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause())
            if (cause instanceof SSLException) return true;
        return false;
    }

    /** @param met what TLS said of it */
    static IndexTrouble.Away refusal(IndexAddress address, String met, Throwable cause) {
        if (met.matches("(?i).*unrecognized SSL message.*"))
            return new IndexTrouble.Away(
                    address,
                    "there is somebody who speaks no TLS",
                    "see that the port is right; without TLS the index is named as opensearch://…",
                    cause);
        return new IndexTrouble.Away(
                address,
                "its certificate is refused (" + met + ")",
                "name the host as its certificate does, and the certificate of whoever signed it by ?ca=FILE behind the address",
                cause);
    }
}
