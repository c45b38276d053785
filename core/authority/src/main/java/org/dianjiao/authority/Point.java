package org.dianjiao.authority;

/**
 * A place on the earth, WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Point(double latitude, double longitude) {

  /** Requires degrees that exist. */
  public Point {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "there is no place at latitude %s, longitude %s".formatted(latitude, longitude));
    }
  }
}
