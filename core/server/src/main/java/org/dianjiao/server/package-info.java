/**
 * The door: reads the settings, opens the storage, deploys the actors, and closes them in the
 * opposite order.
 */
package org.dianjiao.server;
