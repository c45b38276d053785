package org.dianjiao.api.plugin;

import java.io.OutputStream;

/**
 * Optional: writes documents in a format that {@code plugin.json} declares under {@code exports}.
 * An {@link Analyzer} implements it too.
 *
 * <pre>{@code
 * public void write(String format, MarkedText text, OutputStream out) throws IOException {
 *   out.write(text.text().getBytes(UTF_8));
 * }
 * }</pre>
 *
 * @since 1.0
 */
@Experimental
public interface Exporter {

  /**
   * Writes one document.
   *
   * @param format one of the declared names
   * @param text the document as it stands
   * @param out takes the file's bytes, at most as many as the server takes from a plugin; it need
   *     not be closed
   * @throws Exception when it cannot be written; the person reads the message
   */
  void write(String format, MarkedText text, OutputStream out) throws Exception;
}
