/**
 * What people say to one another about a text: threads of comments on ranges and on proposals.
 *
 * <p>Pure values. A comment that was edited or taken back stays in the log as it was.
 */
package org.dianjiao.talk;
