/**
 * What plugins offered in a document when that was last kept, page by page, and how it is brought
 * to where the document is now. The owner of a document writes it and goes on with it; others read
 * it.
 */
package org.dianjiao.offer;
