package org.dianjiao.web.openid;

import java.util.Optional;

/**
 * Who somebody is at a provider.
 *
 * @param issuer the provider
 * @param subject the name that never changes there; with the issuer it is the identity
 * @param name what they are called, to make an account's name of
 * @param email an address that the provider has verified
 */
public record ExternalPerson(
    String issuer, String subject, Optional<String> name, Optional<String> email) {}
