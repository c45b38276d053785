package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/**
 * What whoever keeps the instances of plugins answers to. Called on the context that registered.
 */
public interface InstanceEndpoint {

  /** Says what is installed. */
  Future<InstanceMessage.InstalledListed> list(InstanceMessage.ListInstalled command);

  /** Says how an instance is set. */
  Future<InstanceMessage.InstanceRead> read(InstanceMessage.ReadInstance command);

  /** Sets an instance. */
  Future<InstanceMessage.InstanceRead> configure(InstanceMessage.ConfigureInstance command);

  /** Removes an instance. */
  Future<InstanceMessage.InstanceRemoved> remove(InstanceMessage.RemoveInstance command);

  /** Says which versions are kept to be tried. */
  Future<InstanceMessage.StagedListed> staged(InstanceMessage.ListStaged command);

  /** Says whether something could be tried. */
  Future<InstanceMessage.TrialChecked> check(InstanceMessage.CheckTrial command);

  /** Starts what is tried. */
  Future<InstanceMessage.TrialStarted> start(InstanceMessage.StartTrial command);

  /** Ends it when nobody uses it any more. */
  Future<InstanceMessage.TrialEnded> end(InstanceMessage.EndTrial command);

  /** Sets an instance to what was tried. */
  Future<InstanceMessage.InstanceRead> use(InstanceMessage.UseVersion command);

  /** Takes a version away that was kept to be tried. */
  Future<InstanceMessage.StagedDiscarded> discard(InstanceMessage.DiscardStaged command);

  /** Registers the keeper at all its addresses. */
  static Listening serve(Vertx vertx, InstanceEndpoint keeper) {
    return new Listening(
        List.of(
            Corridor.answer(
                vertx,
                Addresses.instances("list"),
                InstanceMessage.ListInstalled.class,
                keeper::list),
            Corridor.answer(
                vertx,
                Addresses.instances("read"),
                InstanceMessage.ReadInstance.class,
                keeper::read),
            Corridor.answer(
                vertx,
                Addresses.instances("configure"),
                InstanceMessage.ConfigureInstance.class,
                keeper::configure),
            Corridor.answer(
                vertx,
                Addresses.instances("remove"),
                InstanceMessage.RemoveInstance.class,
                keeper::remove),
            Corridor.answer(
                vertx,
                Addresses.instances("staged"),
                InstanceMessage.ListStaged.class,
                keeper::staged),
            Corridor.answer(
                vertx,
                Addresses.instances("check-trial"),
                InstanceMessage.CheckTrial.class,
                keeper::check),
            Corridor.answer(
                vertx,
                Addresses.instances("start-trial"),
                InstanceMessage.StartTrial.class,
                keeper::start),
            Corridor.answer(
                vertx,
                Addresses.instances("end-trial"),
                InstanceMessage.EndTrial.class,
                keeper::end),
            Corridor.answer(
                vertx, Addresses.instances("use"), InstanceMessage.UseVersion.class, keeper::use),
            Corridor.answer(
                vertx,
                Addresses.instances("discard"),
                InstanceMessage.DiscardStaged.class,
                keeper::discard)));
  }
}
