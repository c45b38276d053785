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
                keeper::remove)));
  }
}
