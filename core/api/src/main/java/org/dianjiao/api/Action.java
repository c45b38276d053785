package org.dianjiao.api;

/**
 * What would happen to a range if a person accepted: text is replaced, or an annotation is added.
 *
 * <pre>{@code
 * Action mark = new Replace("。");
 * Action variant = new Annotate(new Body.Regularization("於", "variant"));
 * }</pre>
 *
 * @since 1.0
 */
public sealed interface Action permits Replace, Annotate {}
