/**
 * The algebra of edits: texts, changes of texts, and positions that move with them.
 *
 * <p>Pure values. Offsets are UTF-16 code units. A change set is the one of CodeMirror 6 ({@code
 * @codemirror/state}), unit for unit and in the same JSON form, so that browser and server can never
 * disagree.
 */
package org.dianjiao.text;
