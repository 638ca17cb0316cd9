package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.identity.IdentitySettings;
import flightline.app.view.BadRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over TLS, with certificates of clients; every certificate is made here. */
final class CertificatesTest extends AtThePremises {
    private static final String SUBJECT = "CN=j.doe,O=Line Station";
    private static final char[] NO_PASSWORD = "changeit".toCharArray();

    private final Authority ours = new Authority("CN=Our authority");
    private final Authority others = new Authority("CN=Another authority");
    private final Signed server = ours.issue("CN=flightline", true);

    /** A certificate and its key. */
    private record Signed(X509Certificate certificate, KeyPair keys) {}

    /** Issues certificates. */
    private static final class Authority {
        private final String name;
        private final KeyPair keys = keys();
        private final X509Certificate own;
        private long serial;

        Authority(String name) {
            this.name = name;
            this.own = make(name, keys, true, false);
        }

        Signed issue(String subject, boolean here) {
            KeyPair made = keys();
            return new Signed(make(subject, made, false, here), made);
        }

        private X509Certificate make(String subject, KeyPair of, boolean authority, boolean here) {
            try {
                Instant now = Clock.systemUTC().instant();
                var builder = new JcaX509v3CertificateBuilder(
                        X500Name.getInstance(new X500Principal(name).getEncoded()),
                        BigInteger.valueOf(++serial),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        X500Name.getInstance(new X500Principal(subject).getEncoded()),
                        of.getPublic());
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                if (here)
                    builder.addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
                return new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static KeyPair keys() {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(256);
                return generator.generateKeyPair();
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Shows its certificate whoever asks, also one of an authority that the server did not name. */
    private static final class Insisting extends X509ExtendedKeyManager {
        private final X509KeyManager own;

        Insisting(X509KeyManager own) {
            this.own = own;
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {"own"};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return "own";
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return "own";
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return own.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return own.getPrivateKey(alias);
        }
    }

    @BeforeEach
    void open() throws Exception {
        premises()
                .desk
                .add(
                        "j.doe",
                        JsonNodeFactory.instance.objectNode(),
                        Optional.empty(),
                        List.of(SUBJECT),
                        flightline.policy.Principal.localUser());
    }

    private static Path pem(String name, String kind, byte[]... parts) throws IOException {
        var text = new StringBuilder();
        for (byte[] part : parts)
            text.append("-----BEGIN ")
                    .append(kind)
                    .append("-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(part))
                    .append("\n-----END ")
                    .append(kind)
                    .append("-----\n");
        return Files.writeString(temp.resolve(name), text);
    }

    private Listening listening(boolean required) throws Exception {
        return new Listening(
                "127.0.0.1",
                0,
                Optional.empty(),
                Set.of(),
                Optional.of(new Listening.Tls(
                        pem("server.pem", "CERTIFICATE", server.certificate().getEncoded(), ours.own.getEncoded()),
                        pem(
                                "server.key",
                                "PRIVATE KEY",
                                server.keys().getPrivate().getEncoded()),
                        Optional.of(pem("authorities.pem", "CERTIFICATE", ours.own.getEncoded())),
                        required)));
    }

    private void serve(boolean required) throws Exception {
        premises()
                .serve(
                        new IdentitySettings(Duration.ofMinutes(30), Duration.ofHours(12), Optional.empty(), true),
                        listening(required));
    }

    private HttpClient client(@Nullable Signed own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NO_PASSWORD);
        trusted.setCertificateEntry("ours", ours.own);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyStore shown = KeyStore.getInstance("PKCS12");
        shown.load(null, NO_PASSWORD);
        if (own != null)
            shown.setKeyEntry("own", own.keys().getPrivate(), NO_PASSWORD, new Certificate[] {own.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(shown, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {new Insisting((X509KeyManager) keys.getKeyManagers()[0])},
                trust.getTrustManagers(),
                null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private HttpResponse<String> send(@Nullable Signed own, String path, String form, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + premises().server().port() + path));
        if (!form.isEmpty()) request.POST(HttpRequest.BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try (HttpClient client = client(own)) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void certificate_namesItsAccount_byTheWholeSubject() throws Exception {
        serve(false);
        HttpResponse<String> known = send(ours.issue(SUBJECT, false), "/api/v1/me", "");
        assertThat(known.body())
                .contains("\"name\":\"j.doe\"", "\"roles\":[\"technician\"]", "\"signedInBy\":\"certificate\"");
        assertThat(known.headers().firstValue("Strict-Transport-Security")).isPresent();

        for (String other : List.of("CN=j.doe", "CN=j.doe,O=Elsewhere", "CN=j.doe,O=Line Station,OU=x"))
            assertThat(send(ours.issue(other, false), "/api/v1/me", "").statusCode())
                    .as(other)
                    .isEqualTo(401);
        assertThat(send(null, "/api/v1/me", "").statusCode()).isEqualTo(401);
    }

    @Test
    void certificateOfAnotherAuthority_getsNoConnection() throws Exception {
        serve(false);
        Signed foreign = others.issue(SUBJECT, false);
        assertThatThrownBy(() ->
                        assertThat(send(foreign, "/api/v1/me", "").statusCode()).isEqualTo(401))
                .isInstanceOf(IOException.class);
    }

    @Test
    void requiredCertificate_keepsOthersOutBeforeTheyAsk() throws Exception {
        serve(true);
        assertThat(send(ours.issue(SUBJECT, false), "/health", "").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> send(null, "/health", "")).isInstanceOf(IOException.class);
    }

    @Test
    void formOfAnotherPage_isRefused_thoughTheBrowserShowsTheCertificate() throws Exception {
        serve(false);
        Signed own = ours.issue(SUBJECT, false);
        String origin = "https://127.0.0.1:" + premises().server().port();
        String page = send(own, "/", "").body();
        String token = page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        String form = "dialogue=d1&text=What+is+the+pressure+of+the+accumulator%3F";
        String[] ownPage = {"Content-Type", "application/x-www-form-urlencoded", "Origin", origin};
        String[] foreign = {"Content-Type", "application/x-www-form-urlencoded", "Origin", "https://evil.example"};

        assertThat(send(own, "/ask", form + "&csrf=" + token, ownPage).body()).contains("3000 psi");
        assertThat(send(own, "/ask", form, ownPage).statusCode()).isEqualTo(403);
        assertThat(send(own, "/ask", form + "&csrf=" + token, foreign).statusCode())
                .isEqualTo(403);
    }

    @Test
    void wrongFiles_areNamed() throws Exception {
        Listening good = listening(false);
        Path certificate = good.tls().orElseThrow().certificate();
        Path key = good.tls().orElseThrow().key();
        Path foreign = pem("foreign.key", "PRIVATE KEY", new byte[] {1, 2, 3});
        Path old = pem("old.key", "RSA PRIVATE KEY", new byte[] {1, 2, 3});
        for (Listening.Tls wrong : List.of(
                new Listening.Tls(temp.resolve("none.pem"), key, Optional.empty(), false),
                new Listening.Tls(key, key, Optional.empty(), false),
                new Listening.Tls(certificate, foreign, Optional.empty(), false),
                new Listening.Tls(certificate, old, Optional.empty(), false),
                new Listening.Tls(certificate, temp.resolve("none.key"), Optional.empty(), false)))
            assertThatExceptionOfType(BadRequest.class)
                    .isThrownBy(() -> Pem.tls(wrong))
                    .withMessageContaining(temp.toString());
    }
}
