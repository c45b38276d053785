package org.dianjiao.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentReply.AnnotationsRead;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.PluginEvent;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.document.Change;
import org.dianjiao.document.Disclosure;
import org.dianjiao.json.JsonBounds;
import org.dianjiao.json.TypedJson;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Role;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;

/** How frames are written and read, and how what owners say becomes a frame. */
final class Frames {

  /** The version of the protocol that this server speaks. */
  static final int PROTOCOL = 1;

  /** Suggestions in one frame. */
  private static final int AT_ONCE = 1_000;

  private static final TypedJson<ServerFrame> SERVER = new TypedJson<>(ServerFrame.class);

  /** A reader takes long to learn its frames; all sessions of a server share one. */
  private static final Map<JsonBounds, TypedJson<ClientFrame>> READERS = new ConcurrentHashMap<>();

  private Frames() {}

  /** Reads what clients send; what is none is a {@link org.dianjiao.json.MalformedJson}. */
  static TypedJson<ClientFrame> reader(Limits limits) {
    return READERS.computeIfAbsent(
        new JsonBounds(limits.jsonDepth(), limits.jsonUnits(), limits.jsonTokens()),
        bounds -> new TypedJson<>(ClientFrame.class, bounds));
  }

  static WireFrame wire(ServerFrame frame) {
    return WireFrame.of(SERVER.bytes(frame));
  }

  static ServerFrame opened(DocumentOpened opened) {
    var present = opened.present().stream().map(Frames::where).toList();
    if (opened.content().isEmpty()) {
      return new ServerFrame.Resumed(
          opened.document(),
          opened.role(),
          opened.timeline(),
          opened.epoch(),
          opened.revision(),
          opened.analyses(),
          opened.sequence(),
          opened.people(),
          opened.approvalsNeeded(),
          present);
    }
    var content = opened.content().get();
    return new ServerFrame.Opened(
        opened.document(),
        opened.title(),
        opened.project(),
        opened.role(),
        opened.timeline(),
        opened.epoch(),
        opened.revision(),
        content.text(),
        content.annotations(),
        content.orphaned(),
        content.threads(),
        opened.analyses(),
        opened.sequence(),
        opened.people(),
        opened.approvalsNeeded(),
        present);
  }

  /** What follows the answer to an opening: what is suggested, then what the client missed. */
  static List<ServerFrame> following(DocumentOpened opened, String viewer) {
    List<ServerFrame> frames = suggestions(opened);
    if (!opened.changes().isEmpty()) {
      long first = opened.changes().get(0).revision();
      frames.add(
          changes(
              opened.document(),
              opened.epoch(),
              first,
              opened.changes(),
              Optional.of(opened.revision()),
              viewer));
    }
    return frames;
  }

  /** Everything suggested, in frames of a size that others fit between. */
  private static List<ServerFrame> suggestions(DocumentOpened opened) {
    Map<String, List<Suggestion>> byPlugin = new LinkedHashMap<>();
    for (Suggestion suggestion : opened.suggestions()) {
      String plugin = suggestion.maker() instanceof Maker.ByPlugin by ? by.plugin() : "";
      byPlugin.computeIfAbsent(plugin, p -> new ArrayList<>()).add(suggestion);
    }
    List<ServerFrame> frames = new ArrayList<>();
    byPlugin.forEach(
        (plugin, all) -> {
          for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Suggestion> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            frames.add(
                new ServerFrame.Suggestions(
                    opened.document(), opened.revision(), plugin, List.of(), part));
          }
        });
    return frames;
  }

  static ServerFrame annotations(AnnotationsRead read) {
    return new ServerFrame.Annotations(
        read.document(),
        read.revision(),
        read.start(),
        read.end(),
        read.annotations(),
        read.approvals(),
        read.ready(),
        read.total(),
        read.orphaned(),
        read.orphans(),
        read.missing());
  }

  private static ServerFrame.Where where(DocumentEvent.PresenceChanged presence) {
    return new ServerFrame.Where(
        presence.session(),
        presence.account(),
        presence.name(),
        presence.colour(),
        presence.revision(),
        presence.anchor(),
        presence.head());
  }

  /** Changes, as far as somebody may know of them; nobody is an empty name. */
  static ServerFrame changes(
      String document,
      long epoch,
      long first,
      Iterable<Change> changes,
      Optional<Long> head,
      String viewer) {
    var told = new ArrayList<ServerFrame.Told>();
    for (Change change : changes) {
      told.add(
          new ServerFrame.Told(
              change.client(),
              change.sequence(),
              change.author(),
              change.at(),
              change.changes(),
              Disclosure.effects(change, viewer)));
    }
    return new ServerFrame.Changes(document, epoch, first, told, head);
  }

  static ServerFrame plugin(PluginEvent event) {
    if (event instanceof PluginEvent.PluginChanged changed) {
      PluginDescribed now = changed.plugin();
      return new ServerFrame.Plugin(now.id(), now.state(), now.reason());
    }
    PluginEvent.PluginGone gone = (PluginEvent.PluginGone) event;
    return new ServerFrame.Plugin(gone.plugin(), "stopped", gone.reason());
  }

  /** What happened, as everybody is told; empty when each is told something else. */
  static Optional<ServerFrame> event(DocumentEvent event) {
    if (event instanceof DocumentEvent.ChangesCommitted e) {
      return Optional.of(committed(e, ""));
    }
    if (event instanceof DocumentEvent.SuggestionsChanged e) {
      return Optional.of(
          new ServerFrame.Suggestions(
              e.document(), e.revision(), e.plugin(), e.removed(), e.added()));
    }
    if (event instanceof DocumentEvent.AnalysisProgressed e) {
      return Optional.of(
          new ServerFrame.Analysis(
              e.document(), e.plugin(), e.state(), e.done(), e.total(), e.message()));
    }
    if (event instanceof DocumentEvent.PresenceChanged e) {
      return Optional.of(
          new ServerFrame.Presence(
              e.document(),
              e.session(),
              e.account(),
              e.name(),
              e.colour(),
              e.revision(),
              e.anchor(),
              e.head()));
    }
    if (event instanceof DocumentEvent.PresenceLeft e) {
      return Optional.of(new ServerFrame.Left(e.document(), e.session()));
    }
    if (event instanceof DocumentEvent.HeadTold e) {
      return Optional.of(
          new ServerFrame.Head(e.document(), e.epoch(), e.revision(), Optional.of(e.checksum())));
    }
    if (event instanceof DocumentEvent.StorageFilled e) {
      return Optional.of(new ServerFrame.StorageFull(e.document(), e.message()));
    }
    if (event instanceof DocumentEvent.DocumentClosed e) {
      return Optional.of(new ServerFrame.Closed(e.document(), e.code(), e.message()));
    }
    return Optional.empty();
  }

  /** Changes as they are told to one person. */
  static ServerFrame committed(DocumentEvent.ChangesCommitted e, String viewer) {
    return changes(e.document(), e.epoch(), e.first(), e.changes(), Optional.empty(), viewer);
  }

  static ServerFrame members(DocumentEvent.MembersChanged event, Optional<Role> role) {
    return new ServerFrame.Members(event.document(), role, event.people(), event.approvalsNeeded());
  }
}
