package org.dianjiao.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Place;
import org.dianjiao.assignment.Step;

/** Work that is given to people, and how far they have read of it. */
public interface Assignments {

  /**
   * Gives work to somebody.
   *
   * @param most that a project may have open
   * @throws UnknownDocument when there is no such document
   * @throws UnknownAccount when there is no such account
   * @throws TooManyAssignments when the project has as many open
   */
  Assignment give(
      String document,
      Optional<Assignment.Given> given,
      String account,
      Assignment.Order order,
      String giver,
      int most);

  /** The assignment with this id, in this document. */
  Optional<Assignment> find(String document, String id);

  /** All of a project, the last given first. */
  List<Assignment> ofProject(String project);

  /** All of a document, the last given first. */
  List<Assignment> ofDocument(String document);

  /** All that somebody got or gave, in any project, the last given first. */
  List<Assignment> concerning(String account);

  /**
   * Says something else of what is to be done.
   *
   * @param version that is to be changed
   * @return empty when another step was taken meanwhile
   */
  Optional<Assignment> change(String id, int version, Assignment.Order order, String by);

  /**
   * Takes a step.
   *
   * @param version that it is taken from
   * @return empty when another step was taken meanwhile
   */
  Optional<Assignment> step(String id, int version, Step step, String by);

  /** Up to which version somebody has read, for each assignment of which they did. */
  Map<String, Integer> read(String account);

  /** Somebody has read up to a version; nothing happens when they had read further. */
  void markRead(String id, String account, int version);

  /** A place, and the revision at which it counts. */
  record KnownPlace(long revision, Place place) {}

  /** Where the passages of a document's assignments are, as far as that was kept. */
  Map<String, KnownPlace> places(String document);

  /** Keeps where passages are, unless a later revision is kept already. */
  void keepPlaces(Map<String, KnownPlace> places);
}
