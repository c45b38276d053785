package org.dianjiao.people;

import java.util.regex.Pattern;

/**
 * The colours that people are shown in: names and cursors are written in them on the page, so they
 * have to stand out from it.
 */
public final class Colour {

  /** The lightest ground that anything is written on. */
  private static final double GROUND = 1.0;

  private static final double LEAST_CONTRAST = 4.5;
  private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

  private Colour() {}

  /**
   * Refuses what is no colour, and a colour that cannot be read on white, or white on it.
   *
   * @throws IllegalArgumentException with the contrast
   */
  public static void check(String colour) {
    if (!FORM.matcher(colour).matches()) {
      throw new IllegalArgumentException("colour " + colour + " is not of the form #rrggbb");
    }
    double contrast = (GROUND + 0.05) / (luminance(colour) + 0.05);
    if (contrast < LEAST_CONTRAST) {
      throw new IllegalArgumentException(
          "colour %s has a contrast of %.1f to the page; choose a darker one, of at least %.1f"
              .formatted(colour, Math.floor(contrast * 10) / 10, LEAST_CONTRAST));
    }
  }

  /** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
