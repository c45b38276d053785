package org.dianjiao.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is not settled: it may change or go in a minor version, and the check that guards the
 * rest leaves it out. A plugin that uses none of it runs on every server of the same major version.
 *
 * <pre>{@code
 * @Experimental
 * public interface Commands { … }
 * }</pre>
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface Experimental {}
