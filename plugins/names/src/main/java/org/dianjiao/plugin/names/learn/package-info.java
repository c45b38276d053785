/**
 * What people decided about names, project by project: lessons kept in a file for each, and the
 * odds that follow from them.
 */
package org.dianjiao.plugin.names.learn;
