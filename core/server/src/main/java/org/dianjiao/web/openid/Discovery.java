package org.dianjiao.web.openid;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider says about itself.
 *
 * @param authorization where browsers are sent
 * @param token where codes are exchanged
 * @param keys where its public keys are
 * @param userinfo where it tells what people are called; empty when it does not
 * @param issuerInAnswer whether every answer names the issuer (RFC 9207)
 */
record Discovery(
    URI authorization, URI token, URI keys, Optional<URI> userinfo, boolean issuerInAnswer) {

  private static final int LONGEST = 256 * 1024;

  /** Reads it. The issuer has to be the one that was asked for, to the letter. */
  static Discovery read(String json, OpenIdSettings settings) {
    try {
      Map<String, Object> told = JSONObjectUtils.parse(json, LONGEST);
      String issuer = JSONObjectUtils.getString(told, "issuer");
      if (!settings.issuer().toString().equals(issuer)) {
        throw new OpenIdRefused(
            "the provider at %s calls itself %s".formatted(settings.issuer(), issuer));
      }
      List<String> methods =
          JSONObjectUtils.getStringList(told, "code_challenge_methods_supported");
      if (methods != null && !methods.contains("S256")) {
        throw new OpenIdRefused("the provider does not know PKCE with S256");
      }
      return new Discovery(
          settings.endpoint(JSONObjectUtils.getString(told, "authorization_endpoint")),
          settings.endpoint(JSONObjectUtils.getString(told, "token_endpoint")),
          settings.endpoint(JSONObjectUtils.getString(told, "jwks_uri")),
          Optional.ofNullable(JSONObjectUtils.getString(told, "userinfo_endpoint"))
              .map(settings::endpoint),
          Boolean.TRUE.equals(told.get("authorization_response_iss_parameter_supported")));
    } catch (ParseException | IllegalArgumentException | NullPointerException wrong) {
      throw new OpenIdRefused("what the provider says about itself cannot be read", wrong);
    }
  }
}
