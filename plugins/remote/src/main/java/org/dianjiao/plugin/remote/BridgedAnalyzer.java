package org.dianjiao.plugin.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.plugin.remote.form.Asked;
import org.dianjiao.plugin.remote.form.Encoding;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;

/** An analyzer whose code runs elsewhere: each call is a question down the line. */
final class BridgedAnalyzer implements Analyzer, Lookup, Commands, Importer, Exporter {

  private static final Map<String, Class<?>> DOORS =
      Map.of(
          "look-up", Lookup.class,
          "command", Commands.class,
          "read", Importer.class,
          "write", Exporter.class);

  private final Line line;
  private final Asked asked;
  private final ObjectNode parameters;

  /**
   * An analyzer behind a line that is open.
   *
   * @param parameters for each command the type of each of its parameters
   */
  BridgedAnalyzer(Line line, Encoding encoding, ObjectNode parameters) {
    this.line = line;
    this.asked = new Asked(encoding);
    this.parameters = parameters;
  }

  /**
   * This analyzer as one that implements those optional interfaces that the code elsewhere does.
   *
   * @param doors their questions
   */
  Analyzer able(List<String> doors) {
    List<Class<?>> interfaces = new ArrayList<>(List.of(Analyzer.class));
    DOORS.forEach(
        (question, door) -> {
          if (doors.contains(question)) {
            interfaces.add(door);
          }
        });
    return (Analyzer)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            interfaces.toArray(Class<?>[]::new),
            (proxy, method, arguments) -> {
              try {
                return method.invoke(this, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Override
  public Analysis analyze(AnalysisRequest request) throws Exception {
    return asked.analysis(request, line.ask("analyze", asked.analyze(request), Line.UNHEARD));
  }

  @Override
  public void decided(Decision decision) {
    try {
      line.ask("decided", asked.decided(decision), Line.UNHEARD);
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", late);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  @Override
  public List<Body.Identification> lookup(String query, String type, int limit) throws Exception {
    return asked.entries(line.ask("look-up", asked.lookUp(query, type, limit), Line.UNHEARD));
  }

  @Override
  public CommandResult run(CommandRequest request) throws Exception {
    ObjectNode values = values(request.command(), request.parameters());
    return asked.result(
        request, line.ask("command", asked.command(request, values), request.progress()));
  }

  private ObjectNode values(String command, Settings given) {
    ObjectNode values = JsonBytes.object();
    parameters
        .path(command)
        .fields()
        .forEachRemaining(
            parameter -> {
              String name = parameter.getKey();
              switch (parameter.getValue().textValue()) {
                case "string" -> values.put(name, given.string(name));
                case "number" -> values.put(name, given.number(name));
                case "boolean" -> values.put(name, given.flag(name));
                default -> throw new IllegalStateException("a parameter of another type: " + name);
              }
            });
    return values;
  }

  @Override
  public MarkedText read(String format, String fileName, InputStream content) throws Exception {
    ObjectNode question = asked.read(format, fileName, content.readAllBytes());
    return asked.markedText(file("read", question));
  }

  @Override
  public void write(String format, MarkedText text, OutputStream out) throws Exception {
    out.write(asked.content(file("write", asked.write(format, text))));
  }

  /** The code elsewhere says no to a file as if it were here: the host tells that from a fault. */
  private Field file(String question, ObjectNode body) throws Exception {
    try {
      return line.ask(question, body, Line.UNHEARD);
    } catch (ElsewhereRefusal said) {
      throw new IllegalArgumentException(said.getMessage(), said);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
