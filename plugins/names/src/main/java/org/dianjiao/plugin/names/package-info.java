/**
 * Links names of persons, places, offices and works to the entries of an authority file.
 *
 * <p>A dictionary match, longest first from left to right, on a copy of the text in which
 * traditional characters are folded to simplified ones unit by unit, so that offsets stay. What
 * stands beside a form decides what it means ({@code Contexts}). Matches depend on nothing further
 * away than a few overlapping names, far less than the window that {@code plugin.json} asks for.
 *
 * <p>Reads and writes names as CoNLL files have them: {@link
 * org.dianjiao.plugin.names.CharacterFileReader}, {@link
 * org.dianjiao.plugin.names.CharacterFileWriter}.
 */
package org.dianjiao.plugin.names;
