/**
 * Authority files as the storage has them, kept in memory while they do not change, and what people
 * do with them: edits, proposals and what takes them back. It blocks.
 */
package org.dianjiao.registry;
