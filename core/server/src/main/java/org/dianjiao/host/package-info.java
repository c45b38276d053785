/**
 * The owners: one verticle for each open document, one thread for each.
 *
 * <p>A command comes in over the bus, is rebased and checked against the newest state, waits with
 * everything else for the disk, and only then is answered and told to everybody: what anyone has
 * seen is on disk. If a write fails, the owner drops its memory and the document opens again from
 * its log.
 */
package org.dianjiao.host;
