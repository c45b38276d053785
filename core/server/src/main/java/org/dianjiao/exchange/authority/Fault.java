package org.dianjiao.exchange.authority;

/**
 * Something in a file of entities that was not taken in.
 *
 * @param line where it stands, or begins, from 1
 * @param message what is wrong with it
 */
public record Fault(int line, String message) {

  @Override
  public String toString() {
    return "line %d: %s".formatted(line, message);
  }
}
