package org.dianjiao.collation;

/** What is known of characters that look or sound alike. */
public interface Likeness {

  /** Knows nothing: a character is like itself only. */
  Likeness NONE =
      new Likeness() {
        @Override
        public int key(int codePoint) {
          return codePoint;
        }

        @Override
        public int[] like(int codePoint) {
          return new int[0];
        }

        @Override
        public boolean soundAlike(int one, int other) {
          return false;
        }
      };

  /** One code point for all that may count as the same when places are looked for. */
  int key(int codePoint);

  /** Characters, by their keys, that may stand for one with this key: as variant or by sound. */
  int[] like(int key);

  /** Whether one is the other with a sign that says: this is only a sound. */
  boolean soundAlike(int one, int other);
}
