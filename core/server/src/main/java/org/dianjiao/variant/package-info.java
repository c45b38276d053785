/**
 * A project's own rules for variant characters: 炮 for 砲, everywhere or in certain words, or leave
 * it alone; each with its reason. They stand beside what {@code plugins/variants} ships and go
 * before it. Here they are checked, read and written as a table, and found in a text. Pure; who may
 * keep and apply them is {@code people}'s to say, and what is applied is decided by a person, in
 * one change that one undo takes back.
 */
package org.dianjiao.variant;
