package dev.iacguard.cli.merge;

import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SpecialFile;
import dev.iacguard.core.source.JsonReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads reports from files, each in one pass. For one thread. */
final class ReportReader {
  private static final int MOST_NESTED = 64;
  private static final int LONGEST_STRING = 1 << 22;
  private static final int BUFFER = 1 << 16;

  /** Some two hundred thousand stages: more than one repository has, and fits into memory. */
  private static final long MOST_BYTES = 256L << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTED)
                  .maxStringLength(LONGEST_STRING)
                  .build())
          .build();

  private final GroupTags groupTags;
  private final KeptValues kept;

  /**
   * @param kept says how much memory reports may take
   */
  ReportReader(GroupTags groupTags, KeptValues kept) {
    this.groupTags = groupTags;
    this.kept = kept;
  }

  /** A report, or why there is none. */
  sealed interface Result {
    record Read(ReadReport report) implements Result {}

    /**
     * @param reason completes "reports/a.json: …"
     */
    record Failed(String reason) implements Result {}

    /** A report for which there is not enough memory. It does no harm if it was read before. */
    record TooMuch(String digest) implements Result {}
  }

  Result read(ReportInput input) {
    if (input.isLink()) {
      return new Result.Failed(
          "is a symbolic link out of the directory, which is not followed; name it to read it");
    }
    if (!Files.isRegularFile(input.path())) {
      return new Result.Failed(SpecialFile.describe(input.path()));
    }
    try (DigestInputStream bytes =
            new DigestInputStream(open(input.path()), MessageDigest.getInstance("SHA-256"));
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      return Files.size(input.path()) > MOST_BYTES
          ? new Result.Failed("is larger than " + (MOST_BYTES >> 20) + " MiB")
          : read(input, parser, bytes);
    } catch (JacksonIOException e) {
      return new Result.Failed(
          "cannot be read: " + Output.reason(Objects.requireNonNull(e.getCause())));
    } catch (JacksonException e) {
      return new Result.Failed(place(e.getLocation()) + "is not JSON: " + JsonReason.of(e));
    } catch (IOException e) {
      return new Result.Failed("cannot be read: " + Output.reason(e));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Result read(ReportInput input, JsonParser parser, DigestInputStream bytes)
      throws IOException {
    if (parser.nextToken() == null) {
      return new Result.Failed("is empty");
    }
    try {
      ReadReport report =
          new DocumentParser(
                  new JsonIn(parser, kept), input.name(), input.repository(), groupTags, kept)
              .read();
      if (parser.nextToken() != null) {
        return new Result.Failed(
            place(parser.currentTokenLocation()) + "there is more text after the report");
      }
      return new Result.Read(report.withDigest(digest(bytes)));
    } catch (KeptValues.Full e) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return new Result.TooMuch(digest(bytes));
    } catch (JsonIn.WrongShape e) {
      return new Result.Failed(place(parser.currentTokenLocation()) + e.getMessage());
    }
  }

  private static String digest(DigestInputStream bytes) {
    return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
  }

  private static InputStream open(Path path) throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), BUFFER);
  }

  /** Before the first token the parser is in column 0; in UTF-32 it does not count. */
  private static String place(TokenStreamLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : at.getLineNr() + ":" + Math.max(1, at.getColumnNr()) + ": ";
  }
}
