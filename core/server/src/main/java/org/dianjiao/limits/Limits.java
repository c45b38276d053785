package org.dianjiao.limits;

/**
 * The bounds of the server. A value of 0 in the settings file stands for the default.
 *
 * @param messageBytes of one WebSocket message from a client
 * @param helloSeconds until a new socket has to say who it is
 * @param messagesPerSecond from one socket, on average
 * @param messageBurst how many messages may come at once
 * @param sockets open at one server
 * @param outboundBytes waiting for one slow client before it is cut
 * @param insertUnits that one update may insert
 * @param updatesPerSubmit that one submit may carry
 * @param effectsPerUpdate that one update may carry
 * @param bodyUnits that the words of one annotation may have
 * @param documentUnits that a text may have
 * @param documentLines that a text may have
 * @param annotationsPerDocument that a document may have
 * @param windowUnits of a range whose annotations are asked for at once
 * @param windowAnnotations that are told at once
 * @param decisionsPerCommand that one decide may name
 * @param suggestionsPerPlugin that one plugin may have open in one document
 * @param pendingCommands that may wait at one document
 * @param recentChanges that an owner keeps in memory for rebasing
 * @param snapshotChanges after which a snapshot is stored
 * @param focusUnits that a plugin is asked about at a time
 * @param quietMillis after the last edit before plugins look again
 * @param headSeconds between two tellings of the head
 * @param idleSeconds after which an owner without listeners closes
 * @param requestSeconds until a request on the bus counts as lost
 * @param bodyBytes of one HTTP request
 * @param importBytes of one imported file
 * @param signInTries for one name within a quarter of an hour
 * @param sessionHours until one has to sign in again
 */
public record Limits(
    int messageBytes,
    int helloSeconds,
    int messagesPerSecond,
    int messageBurst,
    int sockets,
    int outboundBytes,
    int insertUnits,
    int updatesPerSubmit,
    int effectsPerUpdate,
    int bodyUnits,
    int documentUnits,
    int documentLines,
    int annotationsPerDocument,
    int windowUnits,
    int windowAnnotations,
    int decisionsPerCommand,
    int suggestionsPerPlugin,
    int pendingCommands,
    int recentChanges,
    int snapshotChanges,
    int focusUnits,
    int quietMillis,
    int headSeconds,
    int idleSeconds,
    int requestSeconds,
    int bodyBytes,
    int importBytes,
    int signInTries,
    int sessionHours) {

  /** Puts the default in place of each 0 and refuses what is negative. */
  public Limits {
    messageBytes = or("message-bytes", messageBytes, 262_144);
    helloSeconds = or("hello-seconds", helloSeconds, 5);
    messagesPerSecond = or("messages-per-second", messagesPerSecond, 40);
    messageBurst = or("message-burst", messageBurst, 200);
    sockets = or("sockets", sockets, 10_000);
    outboundBytes = or("outbound-bytes", outboundBytes, 8 * 1024 * 1024);
    insertUnits = or("insert-units", insertUnits, 131_072);
    updatesPerSubmit = or("updates-per-submit", updatesPerSubmit, 256);
    effectsPerUpdate = or("effects-per-update", effectsPerUpdate, 1_000);
    bodyUnits = or("body-units", bodyUnits, 16_384);
    documentUnits = or("document-units", documentUnits, 5 * 1024 * 1024);
    documentLines = or("document-lines", documentLines, 200_000);
    annotationsPerDocument = or("annotations-per-document", annotationsPerDocument, 200_000);
    windowUnits = or("window-units", windowUnits, 100_000);
    windowAnnotations = or("window-annotations", windowAnnotations, 5_000);
    decisionsPerCommand = or("decisions-per-command", decisionsPerCommand, 5_000);
    suggestionsPerPlugin = or("suggestions-per-plugin", suggestionsPerPlugin, 50_000);
    pendingCommands = or("pending-commands", pendingCommands, 4_096);
    recentChanges = or("recent-changes", recentChanges, 10_000);
    snapshotChanges = or("snapshot-changes", snapshotChanges, 1_000);
    focusUnits = or("focus-units", focusUnits, 2_000);
    quietMillis = or("quiet-millis", quietMillis, 800);
    headSeconds = or("head-seconds", headSeconds, 5);
    idleSeconds = or("idle-seconds", idleSeconds, 300);
    requestSeconds = or("request-seconds", requestSeconds, 15);
    bodyBytes = or("body-bytes", bodyBytes, 1024 * 1024);
    importBytes = or("import-bytes", importBytes, 20 * 1024 * 1024);
    signInTries = or("sign-in-tries", signInTries, 10);
    sessionHours = or("session-hours", sessionHours, 12);
  }

  /** All defaults. */
  public static Limits defaults() {
    return new Limits(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static int or(String name, int value, int standard) {
    if (value < 0) {
      throw new IllegalArgumentException("limit " + name + " is " + value + ", below 0");
    }
    return value == 0 ? standard : value;
  }
}
