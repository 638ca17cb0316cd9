package flightline.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/**
 * Whether a token holds: signed by a key that the provider publishes, with an algorithm that only the provider can sign with,
 * from this issuer, for this audience, not yet over.
 */
final class Tokens {
    /** Public-key signatures alone; {@code none} and keyed hashes are what a forger would choose. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Characters; a token is a header of each request. */
    private static final int LONGEST = 16_000;
    /** Seconds by which clocks may differ. */
    private static final int SKEW = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenIdSettings settings;
    private final Provider provider;
    private final InstantSource clock;

    Tokens(OpenIdSettings settings, Provider provider, InstantSource clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    /** The token does not hold; the message names the rule and nothing of the token. */
    static final class Unsound extends Exception {
        private static final long serialVersionUID = 1L;

        Unsound(String message) {
            super(message);
        }
    }

    /** @param nonce that it must repeat */
    JWTClaimsSet identity(String token, String nonce) throws Unsound {
        JWTClaimsSet claims = checked(token, settings.clientId(), Set.of("sub", "exp", "iat", "nonce"));
        Object said = claims.getClaim("nonce");
        if (!(said instanceof String word) || !Secrets.same(word, nonce))
            throw new Unsound("a token for another sign-in");
        Object party = claims.getClaim("azp");
        if (party != null
                ? !party.equals(settings.clientId())
                : claims.getAudience().size() > 1) throw new Unsound("a token that was given to another client");
        return claims;
    }

    JWTClaimsSet access(String token) throws Unsound {
        return checked(token, settings.audience(), Set.of("sub", "exp"));
    }

    private JWTClaimsSet checked(String token, String audience, Set<String> required) throws Unsound {
        if (token.length() > LONGEST) throw new Unsound("a token that is too long");
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        audience,
                        new JWTClaimsSet.Builder()
                                .issuer(settings.issuer().toString())
                                .build(),
                        required) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(SKEW);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, provider));
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return processor.process(SignedJWT.parse(token), null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new Unsound("a token that does not hold: " + e.getClass().getSimpleName());
        }
    }

    static JsonNode json(JWTClaimsSet claims) {
        return JSON.valueToTree(claims.toJSONObject());
    }
}
