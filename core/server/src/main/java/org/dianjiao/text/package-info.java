/**
 * The algebra of edits: texts, changes of texts, and positions that move with them.
 *
 * <p>Pure values. Offsets are UTF-16 code units. A change set is the one of CodeMirror 6 ({@code
 * @codemirror/state}), unit for unit and in the same JSON form, so that browser and server can never
 * disagree. What two ends hold is compared by a {@link org.dianjiao.text.Text#checksum checksum};
 * content that is named for good has a {@link org.dianjiao.text.Digest}.
 */
package org.dianjiao.text;
