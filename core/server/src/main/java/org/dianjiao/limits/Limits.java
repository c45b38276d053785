package org.dianjiao.limits;

/**
 * The bounds of the server. A value of 0 in the settings file stands for the default.
 *
 * @param frameBytes of one WebSocket frame from a client
 * @param messageBytes of one WebSocket message from a client
 * @param messageFragments that one message may come in
 * @param assemblySeconds until a message that began has to be whole
 * @param helloBytes of the first message
 * @param helloSeconds until a new socket has to say who it is
 * @param pingSeconds between two pings of the server
 * @param silenceSeconds after which a socket that says nothing, not even pong, is dead
 * @param messagesPerSecond from one socket, on average; pings count too
 * @param messageBurst how many messages may come at once
 * @param sockets open at one server
 * @param socketsPerAddress open from one address
 * @param socketsPerAccount open of one account
 * @param outboundMessages waiting for one slow client before some are left out
 * @param outboundBytes waiting for one slow client before some are left out
 * @param outboundSeconds without any progress until a slow client is cut
 * @param slowestBytes that a client moves in a second; for each so many it has one second more
 * @param jsonDepth of what a client sends
 * @param jsonUnits of one string that a client sends
 * @param jsonTokens of one message: brackets, keys and values
 * @param insertUnits that one update may insert
 * @param updatesPerSubmit that one submit may carry
 * @param changesPerUpdate places at which one update may change the text
 * @param effectsPerUpdate that one update may carry
 * @param bodyUnits that the words of one annotation may have
 * @param documentUnits that a text may have
 * @param documentLines that a text may have
 * @param annotationsPerDocument that a document may have
 * @param proposalsPerDocument of persons that may wait for a decision
 * @param windowUnits of a range whose annotations are asked for at once
 * @param windowAnnotations that are told at once
 * @param decisionsPerCommand that one decide may name
 * @param suggestionsPerPlugin that one plugin may have open in one document
 * @param pendingCommands that may wait at one document
 * @param recentChanges that an owner keeps in memory
 * @param followedChanges that a submit or a returning client may be behind
 * @param pulledChanges that one answer to a pull holds
 * @param gatherMicros for each who has a document open, between two groups of its changes
 * @param gatherMillis between two groups of changes, however many have the document open
 * @param snapshotChanges after which a snapshot is stored
 * @param focusUnits that a plugin is asked about at a time
 * @param quietMillis after the last edit of a passage before plugins look again
 * @param quietWindowMillis more for each further window that they have to look at again
 * @param pluginLookMillis between two looks at what plugins are installed and how
 * @param decisionsPerLesson that a plugin is told at once
 * @param lessonsWaiting decisions that are kept in memory for a plugin that does not listen
 * @param lessonRetryMillis until one that did not listen is told again
 * @param jobCores parts of jobs that are done at once
 * @param jobShare of the time that a job works while somebody edits, in percent
 * @param jobSliceUnits of a document that a job looks at before it looks whether to go on
 * @param jobLookMillis between two looks at what jobs there are
 * @param comparedDecisions in one document that two versions of a plugin are judged by, the newest
 * @param comparedDifferences of one document that a comparison keeps to be shown; all are counted
 * @param comparedUnits of a text that a plugin is asked to mark anew while somebody waits
 * @param collatedUnits of each of the texts that are collated
 * @param collatedTexts that are collated at once
 * @param variantRules that a project keeps for variant characters
 * @param commandSeconds that a command of a plugin may run on one document
 * @param commandsAtOnce commands on one document each that are run at once, beside jobs on projects
 * @param commandsPerPerson that one person may have running or waiting, each on one document
 * @param reportUnits that a command may say about one document
 * @param jobsKept jobs on one document, or on a project, that are listed; those on a document that
 *     have ended are forgotten beyond that
 * @param sweepsListed changes over several documents that are listed and can be undone as one
 * @param sweepPlaces that one person may name for such a change
 * @param headSeconds between two tellings of the head
 * @param strangerMillis between two readings of rights because somebody unknown came
 * @param recheckSeconds between two readings of rights though nothing told that they changed
 * @param idleSeconds after which an owner without listeners closes
 * @param requestSeconds until a request on the bus counts as lost
 * @param addressBytes of the first line of an HTTP request
 * @param headerBytes of the headers of an HTTP request
 * @param bodyBytes of one HTTP request
 * @param httpSeconds until an HTTP request has to be there, and an answer taken
 * @param keepAliveSeconds that a connection may rest between two HTTP requests
 * @param importBytes of one imported file
 * @param signInTries for one name within a quarter of an hour
 * @param sessionHours until one has to sign in again
 * @param auditedRefusals that are written into the audit log in a minute; of more the number is
 * @param comparedRounds of double work whose comparison is kept in memory
 * @param assignmentsPerProject that may be open
 * @param boardSeconds that counting in the logs of a project may take for one answer
 * @param searchUnits of one question to the search
 * @param searchHits matches that one answer of the search tells
 * @param searchReach matches behind the first that can be asked for
 * @param searchMillis that one question to the search may take
 * @param searchGatherMillis after an edit until the search index follows it
 * @param searchLookMillis between two looks for documents that the search index does not hold as
 *     they are
 * @param mentionsPerDocument mentions and dates that are read of one document
 * @param mentionsKept in memory, of all documents together
 * @param mentionsTold in one answer
 * @param mentionMillis that reading the mentions of a project may take for one answer
 * @param picturedEntities in one picture
 * @param picturedPairs of entities that are mentioned together, in one picture
 * @param loadAttempts to open a document that may end in nothing before it is put into quarantine
 * @param loadSeconds of processor time that replaying a document's log may take
 * @param loadUnits of log that may lie behind a document's last snapshot
 * @param pluginBytes that a plugin may have when it is installed, packed and unpacked
 * @param pluginFiles that a plugin may have when it is installed, folders among them
 * @param pluginFormatSeconds that a plugin may take to read or write one file
 * @param pluginExportBytes of one file that a plugin writes
 * @param glyphsPerProject that its list may have
 * @param glyphClipBytes of one picture of a glyph
 * @param authorityEntries in one authority file
 * @param authorityProposals that wait for one authority file
 * @param authorityFileBytes of a file of entities that is brought in over HTTP
 * @param serviceSeconds that another reconciliation service may take for its answer
 * @param reconciledQueries that one batch of a reconciliation client may have
 */
public record Limits(
    int frameBytes,
    int messageBytes,
    int messageFragments,
    int assemblySeconds,
    int helloBytes,
    int helloSeconds,
    int pingSeconds,
    int silenceSeconds,
    int messagesPerSecond,
    int messageBurst,
    int sockets,
    int socketsPerAddress,
    int socketsPerAccount,
    int outboundMessages,
    int outboundBytes,
    int outboundSeconds,
    int slowestBytes,
    int jsonDepth,
    int jsonUnits,
    int jsonTokens,
    int insertUnits,
    int updatesPerSubmit,
    int changesPerUpdate,
    int effectsPerUpdate,
    int bodyUnits,
    int documentUnits,
    int documentLines,
    int annotationsPerDocument,
    int proposalsPerDocument,
    int windowUnits,
    int windowAnnotations,
    int decisionsPerCommand,
    int suggestionsPerPlugin,
    int pendingCommands,
    int recentChanges,
    int followedChanges,
    int pulledChanges,
    int gatherMicros,
    int gatherMillis,
    int snapshotChanges,
    int focusUnits,
    int quietMillis,
    int quietWindowMillis,
    int pluginLookMillis,
    int decisionsPerLesson,
    int lessonsWaiting,
    int lessonRetryMillis,
    int jobCores,
    int jobShare,
    int jobSliceUnits,
    int jobLookMillis,
    int comparedDecisions,
    int comparedDifferences,
    int comparedUnits,
    int collatedUnits,
    int collatedTexts,
    int variantRules,
    int commandSeconds,
    int commandsAtOnce,
    int commandsPerPerson,
    int reportUnits,
    int jobsKept,
    int sweepsListed,
    int sweepPlaces,
    int headSeconds,
    int strangerMillis,
    int recheckSeconds,
    int idleSeconds,
    int requestSeconds,
    int addressBytes,
    int headerBytes,
    int bodyBytes,
    int httpSeconds,
    int keepAliveSeconds,
    int importBytes,
    int signInTries,
    int sessionHours,
    int auditedRefusals,
    int comparedRounds,
    int assignmentsPerProject,
    int boardSeconds,
    int searchUnits,
    int searchHits,
    int searchReach,
    int searchMillis,
    int searchGatherMillis,
    int searchLookMillis,
    int mentionsPerDocument,
    int mentionsKept,
    int mentionsTold,
    int mentionMillis,
    int picturedEntities,
    int picturedPairs,
    int loadAttempts,
    int loadSeconds,
    int loadUnits,
    int pluginBytes,
    int pluginFiles,
    int pluginFormatSeconds,
    int pluginExportBytes,
    int glyphsPerProject,
    int glyphClipBytes,
    int authorityEntries,
    int authorityProposals,
    int authorityFileBytes,
    int serviceSeconds,
    int reconciledQueries) {

  /** Puts the default in place of each 0 and refuses what is negative. */
  public Limits {
    frameBytes = or("frame-bytes", frameBytes, 65_536);
    messageBytes = or("message-bytes", messageBytes, 262_144);
    messageFragments = or("message-fragments", messageFragments, 64);
    assemblySeconds = or("assembly-seconds", assemblySeconds, 10);
    helloBytes = or("hello-bytes", helloBytes, 4_096);
    helloSeconds = or("hello-seconds", helloSeconds, 5);
    pingSeconds = or("ping-seconds", pingSeconds, 25);
    silenceSeconds = or("silence-seconds", silenceSeconds, 75);
    messagesPerSecond = or("messages-per-second", messagesPerSecond, 40);
    messageBurst = or("message-burst", messageBurst, 200);
    sockets = or("sockets", sockets, 10_000);
    socketsPerAddress = or("sockets-per-address", socketsPerAddress, 200);
    socketsPerAccount = or("sockets-per-account", socketsPerAccount, 20);
    outboundMessages = or("outbound-messages", outboundMessages, 256);
    outboundBytes = or("outbound-bytes", outboundBytes, 1024 * 1024);
    outboundSeconds = or("outbound-seconds", outboundSeconds, 30);
    slowestBytes = or("slowest-bytes", slowestBytes, 65_536);
    jsonDepth = or("json-depth", jsonDepth, 32);
    jsonUnits = or("json-units", jsonUnits, 262_144);
    jsonTokens = or("json-tokens", jsonTokens, 65_536);
    insertUnits = or("insert-units", insertUnits, 131_072);
    updatesPerSubmit = or("updates-per-submit", updatesPerSubmit, 256);
    changesPerUpdate = or("changes-per-update", changesPerUpdate, 10_000);
    effectsPerUpdate = or("effects-per-update", effectsPerUpdate, 1_000);
    bodyUnits = or("body-units", bodyUnits, 16_384);
    documentUnits = or("document-units", documentUnits, 5 * 1024 * 1024);
    documentLines = or("document-lines", documentLines, 200_000);
    annotationsPerDocument = or("annotations-per-document", annotationsPerDocument, 200_000);
    proposalsPerDocument = or("proposals-per-document", proposalsPerDocument, 50_000);
    windowUnits = or("window-units", windowUnits, 100_000);
    windowAnnotations = or("window-annotations", windowAnnotations, 5_000);
    decisionsPerCommand = or("decisions-per-command", decisionsPerCommand, 50_000);
    suggestionsPerPlugin = or("suggestions-per-plugin", suggestionsPerPlugin, 50_000);
    pendingCommands = or("pending-commands", pendingCommands, 4_096);
    recentChanges = or("recent-changes", recentChanges, 10_000);
    followedChanges = or("followed-changes", followedChanges, 10_000);
    pulledChanges = or("pulled-changes", pulledChanges, 1_000);
    gatherMicros = or("gather-micros", gatherMicros, 60);
    gatherMillis = or("gather-millis", gatherMillis, 20);
    snapshotChanges = or("snapshot-changes", snapshotChanges, 1_000);
    focusUnits = or("focus-units", focusUnits, 2_000);
    quietMillis = or("quiet-millis", quietMillis, 100);
    quietWindowMillis = or("quiet-window-millis", quietWindowMillis, 800);
    pluginLookMillis = or("plugin-look-millis", pluginLookMillis, 1_000);
    decisionsPerLesson = or("decisions-per-lesson", decisionsPerLesson, 200);
    lessonsWaiting = or("lessons-waiting", lessonsWaiting, 2_000);
    lessonRetryMillis = or("lesson-retry-millis", lessonRetryMillis, 30_000);
    jobCores = or("job-cores", jobCores, 1);
    jobShare = or("job-share", jobShare, 10);
    jobSliceUnits = or("job-slice-units", jobSliceUnits, 5_000);
    jobLookMillis = or("job-look-millis", jobLookMillis, 500);
    comparedDecisions = or("compared-decisions", comparedDecisions, 5_000);
    comparedDifferences = or("compared-differences", comparedDifferences, 200);
    comparedUnits = or("compared-units", comparedUnits, 200_000);
    collatedUnits = or("collated-units", collatedUnits, 1_000_000);
    collatedTexts = or("collated-texts", collatedTexts, 16);
    variantRules = or("variant-rules", variantRules, 2_000);
    commandSeconds = or("command-seconds", commandSeconds, 600);
    commandsAtOnce = or("commands-at-once", commandsAtOnce, 4);
    commandsPerPerson = or("commands-per-person", commandsPerPerson, 4);
    reportUnits = or("report-units", reportUnits, 262_144);
    jobsKept = or("jobs-kept", jobsKept, 20);
    sweepsListed = or("sweeps-listed", sweepsListed, 100);
    sweepPlaces = or("sweep-places", sweepPlaces, 20_000);
    headSeconds = or("head-seconds", headSeconds, 5);
    strangerMillis = or("stranger-millis", strangerMillis, 500);
    recheckSeconds = or("recheck-seconds", recheckSeconds, 60);
    idleSeconds = or("idle-seconds", idleSeconds, 300);
    requestSeconds = or("request-seconds", requestSeconds, 15);
    addressBytes = or("address-bytes", addressBytes, 4_096);
    headerBytes = or("header-bytes", headerBytes, 8_192);
    bodyBytes = or("body-bytes", bodyBytes, 1024 * 1024);
    httpSeconds = or("http-seconds", httpSeconds, 30);
    keepAliveSeconds = or("keep-alive-seconds", keepAliveSeconds, 60);
    importBytes = or("import-bytes", importBytes, 20 * 1024 * 1024);
    signInTries = or("sign-in-tries", signInTries, 5);
    sessionHours = or("session-hours", sessionHours, 12);
    auditedRefusals = or("audited-refusals", auditedRefusals, 120);
    comparedRounds = or("compared-rounds", comparedRounds, 4);
    assignmentsPerProject = or("assignments-per-project", assignmentsPerProject, 10_000);
    boardSeconds = or("board-seconds", boardSeconds, 10);
    searchUnits = or("search-units", searchUnits, 200);
    searchHits = or("search-hits", searchHits, 200);
    searchReach = or("search-reach", searchReach, 100_000);
    searchMillis = or("search-millis", searchMillis, 2_000);
    searchGatherMillis = or("search-gather-millis", searchGatherMillis, 200);
    searchLookMillis = or("search-look-millis", searchLookMillis, 5_000);
    mentionsPerDocument = or("mentions-per-document", mentionsPerDocument, 50_000);
    mentionsKept = or("mentions-kept", mentionsKept, 300_000);
    mentionsTold = or("mentions-told", mentionsTold, 500);
    mentionMillis = or("mention-millis", mentionMillis, 3_000);
    picturedEntities = or("pictured-entities", picturedEntities, 1_000);
    picturedPairs = or("pictured-pairs", picturedPairs, 3_000);
    loadAttempts = or("load-attempts", loadAttempts, 3);
    loadSeconds = or("load-seconds", loadSeconds, 10);
    loadUnits = or("load-units", loadUnits, 128 * 1024 * 1024);
    pluginBytes = or("plugin-bytes", pluginBytes, 256 * 1024 * 1024);
    pluginFiles = or("plugin-files", pluginFiles, 2_000);
    pluginFormatSeconds = or("plugin-format-seconds", pluginFormatSeconds, 60);
    pluginExportBytes = or("plugin-export-bytes", pluginExportBytes, 64 * 1024 * 1024);
    glyphsPerProject = or("glyphs-per-project", glyphsPerProject, 5_000);
    glyphClipBytes = or("glyph-clip-bytes", glyphClipBytes, 256 * 1024);
    authorityEntries = or("authority-entries", authorityEntries, 200_000);
    authorityProposals = or("authority-proposals", authorityProposals, 1_000);
    authorityFileBytes = or("authority-file-bytes", authorityFileBytes, 67_108_864);
    serviceSeconds = or("service-seconds", serviceSeconds, 10);
    reconciledQueries = or("reconciled-queries", reconciledQueries, 200);
  }

  /** All defaults. */
  public static Limits defaults() {
    return new Limits(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static int or(String name, int value, int standard) {
    if (value < 0) {
      throw new IllegalArgumentException("limit " + name + " is " + value + ", below 0");
    }
    return value == 0 ? standard : value;
  }
}
