package flightline.app.http;

import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as administrators have them, in files. What is wrong with one is said with its name. */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {}

    static Tls tls(Listening.Tls files) {
        List<X509Certificate> chain = certificates(files.certificate());
        var tls = Tls.builder()
                .privateKey(key(files.key(), chain.getFirst().getPublicKey().getAlgorithm()))
                .privateKeyCertChain(chain)
                .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
                .clientAuth(TlsClientAuth.NONE);
        files.authorities()
                .ifPresent(authorities -> tls.trust(certificates(authorities))
                        .clientAuth(files.certificateRequired() ? TlsClientAuth.REQUIRED : TlsClientAuth.OPTIONAL));
        return tls.build();
    }

    private static List<X509Certificate> certificates(Path file) {
        var all = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (var one : factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))))
                if (one instanceof X509Certificate certificate) all.add(certificate);
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        } catch (CertificateException e) {
            throw new BadRequest(file + ": must hold certificates in PEM");
        }
        if (all.isEmpty()) throw new BadRequest(file + ": must hold certificates in PEM, got none");
        return all;
    }

    private static PrivateKey key(Path file, String algorithm) {
        try {
            Matcher key = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!key.find())
                throw new BadRequest(file + ": must hold a key in PEM that begins with BEGIN PRIVATE KEY; others become"
                        + " one with: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW");
            byte[] bytes = Base64.getMimeDecoder().decode(key.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadRequest(file + ": is not the key of the certificate, which is for " + algorithm);
        }
    }
}
