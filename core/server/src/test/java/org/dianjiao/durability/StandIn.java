package org.dianjiao.durability;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes an object stand at a door: a call of the interface goes to the object's method with the
 * same name and parameter types, else to the interface's own default. Any other call fails loudly,
 * so nothing of the server can lean on what is not simulated. A method that returns the object
 * itself returns the door.
 */
public final class StandIn implements InvocationHandler {

  private record Call(Class<?> behaviour, Method method) {}

  private static final Map<Call, Optional<Method>> METHODS = new ConcurrentHashMap<>();

  private final Object behaviour;
  private final Optional<Object> otherwise;

  private StandIn(Object behaviour, Optional<Object> otherwise) {
    this.behaviour = behaviour;
    this.otherwise = otherwise;
  }

  /** The object, seen through the door. */
  public static <T> T of(Class<T> door, Object behaviour) {
    return of(door, behaviour, Optional.empty());
  }

  /** The object, seen through the door; what it does not do itself, another one does. */
  public static <T> T before(T otherwise, Class<T> door, Object behaviour) {
    return of(door, behaviour, Optional.of(otherwise));
  }

  private static <T> T of(Class<T> door, Object behaviour, Optional<Object> otherwise) {
    ClassLoader loader = StandIn.class.getClassLoader();
    return door.cast(
        Proxy.newProxyInstance(loader, new Class<?>[] {door}, new StandIn(behaviour, otherwise)));
  }

  @Override
  public Object invoke(Object door, Method method, Object[] arguments) throws Throwable {
    Optional<Method> own =
        METHODS.computeIfAbsent(new Call(behaviour.getClass(), method), StandIn::find);
    if (own.isPresent()) {
      Object result = called(behaviour, own.get(), arguments);
      return result == behaviour ? door : result;
    }
    if (otherwise.isPresent()) {
      return called(otherwise.get(), method, arguments);
    }
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> door == arguments[0];
        case "hashCode" -> System.identityHashCode(door);
        default -> behaviour.getClass().getSimpleName();
      };
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(door, method, arguments);
    }
    throw new UnsupportedOperationException(behaviour.getClass().getName() + " has no " + method);
  }

  private static Object called(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static Optional<Method> find(Call call) {
    try {
      Method method =
          call.behaviour()
              .getDeclaredMethod(call.method().getName(), call.method().getParameterTypes());
      method.setAccessible(true);
      return Optional.of(method);
    } catch (NoSuchMethodException none) {
      return Optional.empty();
    }
  }
}
