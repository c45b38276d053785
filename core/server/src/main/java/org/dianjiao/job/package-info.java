/**
 * Long work on whole projects: what somebody asked for is in the database, and done part by part,
 * with as many at once as the server gives to it. Pausing, cancelling and a restart are seen there.
 */
package org.dianjiao.job;
