package org.dianjiao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.dianjiao.exchange.authority.AuthorityFormat;
import org.dianjiao.exchange.authority.Fault;
import org.dianjiao.exchange.authority.Intake;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Files of entities that a command was given. Those whose names end in .gz are unpacked. */
final class GivenEntities {

  private GivenEntities() {}

  /** Reads the name of a format. */
  static final class Word implements ITypeConverter<AuthorityFormat> {
    @Override
    public AuthorityFormat convert(String word) {
      try {
        return AuthorityFormat.of(word);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** Reads them as one list, and tells what is wrong. */
  static Intake read(AuthorityFormat format, List<Path> files, int most, PrintWriter err) {
    List<InputStream> open = new ArrayList<>();
    try {
      for (Path file : files) {
        open.add(open(file));
      }
      Intake intake = format.read(open, most);
      intake.faults().forEach(fault -> err.println(words(files, fault)));
      if (intake.faultCount() > intake.faults().size()) {
        err.println("… and %d more".formatted(intake.faultCount() - intake.faults().size()));
      }
      return intake;
    } catch (IOException failure) {
      throw new CommandFailure("cannot read: " + failure, failure);
    } catch (IllegalArgumentException | Intake.TooManyEntries refused) {
      throw new CommandFailure(name(files) + refused.getMessage(), refused);
    } finally {
      open.forEach(GivenEntities::close);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static String words(List<Path> files, Fault fault) {
    return name(files) + fault;
  }

  /** With more than one file, a line alone does not say in which it is. */
  private static String name(List<Path> files) {
    return files.size() == 1 ? files.get(0) + ": " : "";
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException ignored) {
      return; // nothing was written to it
    }
  }
}
