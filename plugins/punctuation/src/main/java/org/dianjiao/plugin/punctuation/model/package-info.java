/**
 * The model that says which mark stands behind each character, and its file.
 *
 * <p>Knows arrays of character codes and probabilities, nothing of documents or proposals. The
 * analyzer reads a model; the training command makes one. Everything here may be used from several
 * threads at once, except what says otherwise.
 */
package org.dianjiao.plugin.punctuation.model;
