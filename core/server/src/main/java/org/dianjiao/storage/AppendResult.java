package org.dianjiao.storage;

/** What became of one batch. Only {@link Committed} stored anything. */
public sealed interface AppendResult {

  /**
   * All of it is durable.
   *
   * @param revision the last one
   * @param chain the chain hash there
   */
  record Committed(long revision, String chain) implements AppendResult {}

  /**
   * The sender does not own the document, or its idea of the head is wrong: it has to close the
   * document, or reload it.
   *
   * @param reason a sentence with the numbers
   */
  record Fenced(String reason) implements AppendResult {}

  /**
   * Somebody's right changed since they were checked: check again, send again.
   *
   * @param aclVersion the current one
   */
  record RightsChanged(long aclVersion) implements AppendResult {}

  /**
   * One entry is in the log already, under the same client and number: the sender has to drop it
   * from the batch and answer with the stored revision, or refuse it when the content differs.
   *
   * @param client of the entry
   * @param sequence of the entry
   * @param revision under which it is stored
   * @param sameContent whether the stored one has the same hash
   */
  record Repeated(String client, long sequence, long revision, boolean sameContent)
      implements AppendResult {}
}
