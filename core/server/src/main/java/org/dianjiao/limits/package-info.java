/**
 * Every bound that the server keeps, in one value with defaults. Whatever grows has its limit here.
 */
package org.dianjiao.limits;
