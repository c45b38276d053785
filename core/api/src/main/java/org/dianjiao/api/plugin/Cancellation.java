package org.dianjiao.api.plugin;

/**
 * Whether anybody still waits for an answer.
 *
 * <pre>{@code
 * if (request.cancellation().cancelled()) {
 *   return new Analysis(TextRange.at(request.focus().start()), List.of());
 * }
 * }</pre>
 *
 * @since 1.0
 */
@FunctionalInterface
public interface Cancellation {

  /** A cancellation that never comes. */
  Cancellation NEVER = () -> false;

  /** True once the answer is no longer wanted; cheap, may be called from any thread. */
  boolean cancelled();
}
