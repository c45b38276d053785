package org.dianjiao.plugin.remote.child;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.plugin.remote.form.Answered;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;

/** The plugin that lives in this process: calls it and writes down what it answers. */
final class Tenant {

  private final ChildClassLoader classes;
  private final Analyzer analyzer;

  private Tenant(ChildClassLoader classes, Analyzer analyzer) {
    this.classes = classes;
    this.analyzer = analyzer;
  }

  /** Loads and starts the plugin. */
  static Tenant start(Field hello) throws Exception {
    List<URL> classPath = hello.get("classPath").list(path -> url(path.text()));
    ChildClassLoader classes = new ChildClassLoader(classPath.toArray(URL[]::new));
    Thread.currentThread().setContextClassLoader(classes);
    List<ServiceLoader.Provider<Plugin>> found =
        ServiceLoader.load(Plugin.class, classes).stream().toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "META-INF/services/%s names %d classes; a plugin has one"
              .formatted(Plugin.class.getName(), found.size()));
    }
    Analyzer analyzer = found.get(0).get().start(ChildContext.of(hello));
    if (analyzer == null) {
      throw new IllegalArgumentException("start gave no analyzer");
    }
    return new Tenant(classes, analyzer);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException fault) {
      throw new IllegalArgumentException(path + " cannot be loaded from", fault);
    }
  }

  /** What it can besides analyzing. */
  ObjectNode can() {
    ObjectNode form = JsonBytes.object();
    ArrayNode can = form.putArray("can");
    add(can, "look-up", analyzer instanceof Lookup);
    add(can, "command", analyzer instanceof Commands);
    add(can, "read", analyzer instanceof Importer);
    add(can, "write", analyzer instanceof Exporter);
    return form;
  }

  private static void add(ArrayNode can, String question, boolean able) {
    if (able) {
      can.add(question);
    }
  }

  /** Answers a question. */
  ObjectNode answer(String question, Field body, Task task) throws Exception {
    Thread.currentThread().setContextClassLoader(classes);
    return switch (question) {
      case "analyze" -> analysis(Answered.analyze(body, task));
      case "decided" -> decided(body);
      case "look-up" -> lookUp((Lookup) analyzer, body);
      case "command" -> command((Commands) analyzer, Answered.command(body, task));
      case "read" -> read((Importer) analyzer, body);
      case "write" -> write((Exporter) analyzer, body);
      default -> throw new IllegalArgumentException("no question \"" + question + "\"");
    };
  }

  private ObjectNode analysis(AnalysisRequest request) throws Exception {
    Analysis analysis = analyzer.analyze(request);
    if (analysis == null) {
      throw new IllegalArgumentException("it answered nothing at all");
    }
    return Answered.analysis(request, analysis);
  }

  private ObjectNode decided(Field body) {
    analyzer.decided(Answered.decided(body));
    return JsonBytes.object();
  }

  private static ObjectNode lookUp(Lookup lookup, Field body) throws Exception {
    return Answered.entries(
        lookup.lookup(
            body.get("query").text(), body.get("type").text(), body.get("limit").integer()));
  }

  private static ObjectNode command(Commands commands, CommandRequest request) throws Exception {
    return Answered.result(request, commands.run(request));
  }

  private static ObjectNode read(Importer importer, Field body) throws Exception {
    String format = body.get("format").text();
    String fileName = body.get("fileName").text();
    ByteArrayInputStream content = new ByteArrayInputStream(Answered.file(body));
    MarkedText text = willing(() -> importer.read(format, fileName, content));
    if (text == null) {
      throw new IllegalArgumentException("it answered nothing at all");
    }
    return Answered.form(text);
  }

  private static ObjectNode write(Exporter exporter, Field body) throws Exception {
    String format = body.get("format").text();
    MarkedText text = Answered.markedText(body.get("text"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    willing(
        () -> {
          exporter.write(format, text, out);
          return out;
        });
    return Answered.content(out.toByteArray());
  }

  /** What the plugin does with a file, or its words why it does not. */
  private static <R> R willing(Callable<R> work) throws Exception {
    try {
      return work.call();
    } catch (InterruptedException stop) {
      throw stop;
    } catch (Exception said) {
      throw new Unwilling(said);
    }
  }

  /** Ends it. */
  void close() throws IOException {
    try {
      analyzer.close();
    } finally {
      classes.close();
    }
  }
}
