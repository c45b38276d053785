/**
 * Authority files that come in and go out: the project's own forms (rows with tabs, JSON Lines),
 * TEI and SKOS in both directions, and what CBDB, DILA, CHGIS, GeoNames and Wikidata publish, for
 * reading only.
 *
 * <p>Readers walk through their input once and hand over one entry after another; what cannot be
 * understood is a {@link org.dianjiao.exchange.authority.Fault} with its line, and the rest is read
 * on. {@link org.dianjiao.exchange.authority.AuthorityFormat} names all of them. Nothing of the
 * published files ships with the server; each entry that comes from one names it and its licence
 * among its sources.
 */
package org.dianjiao.exchange.authority;
