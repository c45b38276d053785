/**
 * Learning on the job: what reviewers decided in one project corrects what the model says in that
 * project, and nowhere else. A {@link org.dianjiao.plugin.punctuation.learn.Notebook} keeps which
 * mark belongs in which gap, each gap once; a {@link
 * org.dianjiao.plugin.punctuation.learn.Correction} is fitted to all of it, the same from the same
 * gaps in whatever order they came; a {@link org.dianjiao.plugin.punctuation.learn.CorrectedModel}
 * is the model under it. Nothing in here knows proposals or documents.
 */
package org.dianjiao.plugin.punctuation.learn;
