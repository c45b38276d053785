/**
 * What must outlive the process: the change log of every document, snapshots, accounts, sign-ins,
 * projects. One SQL text for two engines, SQLite (embedded) and PostgreSQL.
 *
 * <p>{@link org.dianjiao.storage.Database} opens a store and hands out the doors: {@link
 * org.dianjiao.storage.ChangeLog}, {@link org.dianjiao.storage.Snapshots}, {@link
 * org.dianjiao.storage.Accounts}, {@link org.dianjiao.storage.SignIns}, {@link
 * org.dianjiao.storage.Projects}. All of them block; call them from worker threads. All may be
 * called from several threads at once.
 *
 * <p>When a method that writes has returned, what it wrote is on disk. When it throws {@link
 * org.dianjiao.storage.StorageFailure} the outcome is unknown: read before deciding anything.
 */
package org.dianjiao.storage;
