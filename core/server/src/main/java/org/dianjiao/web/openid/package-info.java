/**
 * Signing in with an account from elsewhere: OpenID Connect, the code flow with PKCE.
 *
 * <p>Everything that a provider says is checked here once; what leaves is who somebody is there, by
 * issuer and subject. What they may do here is never taken from a provider.
 */
package org.dianjiao.web.openid;
