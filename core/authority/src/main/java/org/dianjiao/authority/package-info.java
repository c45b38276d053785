/**
 * An authority file: persons, places, offices, polities, peoples, organizations, works and eras,
 * each with the forms in which it is written, its time and place, its identifiers elsewhere and its
 * relations to others. Values and what can be computed from them; JDK and {@code
 * org.dianjiao.characters} only, so that the server and a plugin share it. Everything is immutable
 * and may be used by any number of threads.
 */
package org.dianjiao.authority;
