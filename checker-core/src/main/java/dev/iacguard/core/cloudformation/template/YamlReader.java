package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.cloudformation.template.Node.Scalar;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML text into nodes. */
public final class YamlReader {
  /** A reader with smaller pieces copies a long scalar once for each of them. */
  private static final int LARGEST_BUFFER = 1 << 20;

  private static final int SMALLEST_BUFFER = 1 << 10;

  private final SourceFile file;
  private final CodePoints codePoints;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Node> documents = new ArrayList<>();
  private final TreeBuilder tree;
  private final List<Boolean> flow = new ArrayList<>();

  private YamlReader(SourceFile file) {
    this.file = file;
    this.codePoints = CodePoints.of(file.text());
    this.tree = new TreeBuilder(file, problems);
  }

  /** Never throws; stops at the first error in the syntax. */
  public static Parsed read(SourceFile file) {
    return new YamlReader(file).read();
  }

  private Parsed read() {
    LoadSettings settings = settings(file.text().length());
    StreamReader text = new StreamReader(settings, file.text());
    try {
      ParserImpl events = new ParserImpl(settings, text);
      while (events.hasNext() && take(events.next())) {}
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      int at = mark == null ? 0 : codePoints.offset(mark.getIndex());
      problems.add(Problem.unreadable(file.span(at, at), sentence(e)));
    } catch (ReaderException e) {
      int at = codePoints.offset(e.getPosition());
      String message = "character U+" + Integer.toHexString(e.getCodePoint()) + " is not allowed";
      problems.add(Problem.unreadable(file.span(at, at), message));
    } catch (NumberFormatException e) {
      // The engine takes the digits of an escape for a number without a look.
      int at = codePoints.offset(text.getIndex());
      problems.add(Problem.unreadable(file.span(at, at), "this escape is not a character"));
    } catch (YamlEngineException | IndexOutOfBoundsException e) {
      problems.add(Problem.unreadable(file.span(0, 0), "is not YAML: " + e.getMessage()));
    }
    return new Parsed(List.copyOf(documents), List.copyOf(problems));
  }

  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setParseComments(false)
        .setBufferSize(Math.clamp(length, SMALLEST_BUFFER, LARGEST_BUFFER))
        .build();
  }

  /** False when reading cannot go on. */
  private boolean take(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> tree.alias(((AliasEvent) event).getAlias().getValue(), span(event));
      case MappingStart, SequenceStart -> {
        CollectionStartEvent start = (CollectionStartEvent) event;
        flow.add(start.isFlow());
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        return tree.open(mapping, start(event), start.getTag().orElse(null), anchor(start));
      }
      case MappingEnd, SequenceEnd -> {
        boolean bracket = flow.remove(flow.size() - 1);
        tree.close(bracket ? offset(event.getEndMark()) : -1);
      }
      case DocumentEnd -> {
        Node root = tree.finish();
        if (root != null) {
          documents.add(root);
        }
      }
      case DocumentStart, StreamStart, StreamEnd, Comment -> {}
    }
    return !tree.isFull();
  }

  private void scalar(ScalarEvent event) {
    String tag = event.getTag().orElse(null);
    Span span = span(event);
    Scalar scalar =
        event.isPlain() && tag == null
            ? Scalars.plain(event.getValue(), span)
            : Scalar.text(event.getValue(), span);
    tree.scalar(scalar, event.getValue(), tag, anchor(event));
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  /** Without the line ends that belong to a block scalar. */
  private Span span(Event event) {
    int start = start(event);
    int end = offset(event.getEndMark());
    while (end > start && file.text().charAt(end - 1) <= ' ') {
      end--;
    }
    return file.span(start, end);
  }

  private int start(Event event) {
    return offset(event.getStartMark());
  }

  private int offset(Optional<Mark> mark) {
    return codePoints.offset(mark.orElseThrow().getIndex());
  }

  private static String sentence(MarkedYamlEngineException e) {
    String context = e.getContext();
    String problem = e.getProblem() == null ? "is not YAML" : e.getProblem();
    return context == null ? problem : context + ", " + problem;
  }
}
