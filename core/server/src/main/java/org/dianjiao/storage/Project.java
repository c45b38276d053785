package org.dianjiao.storage;

import java.time.Instant;

/**
 * Documents and members that belong together.
 *
 * @param id generated, never reused
 * @param name what people see; need not be unique
 * @param created when
 */
public record Project(String id, String name, Instant created) {}
