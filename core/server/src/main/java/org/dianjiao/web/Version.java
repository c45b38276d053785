package org.dianjiao.web;

import java.util.Optional;

/** The version of this build. */
public final class Version {

  /** As the build wrote it down; {@code development} when run from classes. */
  public static final String TEXT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Version() {}
}
