/**
 * Makes and measures the model. Two commands: {@link
 * org.dianjiao.plugin.punctuation.train.TrainModel} and {@link
 * org.dianjiao.plugin.punctuation.train.EvaluateModel}. Nothing here runs in a server.
 */
package org.dianjiao.plugin.punctuation.train;
