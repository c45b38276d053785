package org.dianjiao.api.plugin;

import java.io.InputStream;

/**
 * Optional: reads files of a format that {@code plugin.json} declares under {@code imports}. An
 * {@link Analyzer} implements it too.
 *
 * <pre>{@code
 * public MarkedText read(String format, String fileName, InputStream content) throws IOException {
 *   String text = new String(content.readAllBytes(), UTF_8).replace("\r\n", "\n");
 *   return new MarkedText(fileName, text, Locale.forLanguageTag("lzh"), List.of());
 * }
 * }</pre>
 *
 * @since 1.0
 */
@Experimental
public interface Importer {

  /**
   * Reads one file. What it gives becomes a new document; nothing of it counts as approved.
   *
   * @param format one of the declared names
   * @param fileName as the person's computer had it, a label and never a path
   * @param content the bytes, at most as many as the server takes
   * @throws Exception when the file is not of that format; the message names line and reason, and
   *     the person reads it
   */
  MarkedText read(String format, String fileName, InputStream content) throws Exception;
}
