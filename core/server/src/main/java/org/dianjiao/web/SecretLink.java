package org.dianjiao.web;

import java.util.Objects;

/**
 * What somebody brings who follows a link with a secret in it.
 *
 * @param secret as it stands behind the #
 */
record SecretLink(String secret) {

  SecretLink {
    Objects.requireNonNull(secret, "secret");
  }
}
