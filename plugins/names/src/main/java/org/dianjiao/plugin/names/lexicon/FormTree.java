package org.dianjiao.plugin.names.lexicon;

import java.util.Arrays;

/**
 * Words as a tree of characters, in flat arrays: 300,000 words take some twenty megabytes, and a
 * step costs one look into a table.
 */
public final class FormTree {

  /** Where every word begins. */
  public static final int ROOT = 0;

  private static final int NO_WORD = -1;

  private long[] keys = new long[1 << 10];
  private int[] targets = new int[1 << 10];
  private int[] words = {NO_WORD};
  private int nodes = 1;
  private int count;

  /** Adds a word and gives its number; the number that it has, when it is there already. */
  public int add(CharSequence word) {
    int node = ROOT;
    for (int i = 0; i < word.length(); i++) {
      int next = step(node, word.charAt(i));
      node = next == ROOT ? grow(node, word.charAt(i)) : next;
    }
    if (words[node] == NO_WORD) {
      words[node] = count++;
    }
    return words[node];
  }

  /** Where a character leads, {@link #ROOT} when to no word. */
  public int step(int node, char character) {
    long key = key(node, character);
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return targets[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return ROOT;
  }

  /** The number of the word that ends at a node, -1 when none does. */
  public int word(int node) {
    return words[node];
  }

  /** How many words there are. */
  public int size() {
    return count;
  }

  /** How long the longest word is that begins at a place of a text; 0 when none does. */
  public int longest(CharSequence text, int start) {
    int longest = 0;
    int node = ROOT;
    for (int at = start; at < text.length(); at++) {
      node = step(node, text.charAt(at));
      if (node == ROOT) {
        return longest;
      }
      if (words[node] != NO_WORD) {
        longest = at + 1 - start;
      }
    }
    return longest;
  }

  private int grow(int node, char character) {
    if (nodes * 2 > keys.length) {
      spread();
    }
    if (nodes == words.length) {
      words = Arrays.copyOf(words, nodes * 2);
    }
    words[nodes] = NO_WORD;
    put(key(node, character), nodes);
    return nodes++;
  }

  private void spread() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[keys.length];
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldKeys[slot] != 0) {
        put(oldKeys[slot], oldTargets[slot]);
      }
    }
  }

  private void put(long key, int target) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (keys.length - 1);
  }

  private static long key(int node, char character) {
    return (((long) node << 16) | character) + 1;
  }
}
