/** The actor that hears which documents changed, and has the search index follow them. */
package org.dianjiao.indexing;
