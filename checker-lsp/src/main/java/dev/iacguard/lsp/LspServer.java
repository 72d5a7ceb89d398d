package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.run.EditorServer;
import dev.iacguard.core.edit.GivenValues;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.json.ConcurrentMessageProcessor;
import org.eclipse.lsp4j.services.LanguageClient;

/** Connects {@link EditorSession} with a client on standard input and output. */
public final class LspServer implements EditorServer {
  /** The library logs to standard error, stack traces among it, when a client hangs up. */
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  @Override
  public int serve(InputOptions options, GivenValues given, CliEnvironment cliEnvironment)
      throws IOException {
    LIBRARY.setLevel(Level.OFF);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "iac-guard-lsp");
              thread.setDaemon(true);
              return thread;
            });
    try (EditorSession session = new EditorSession(options, given, cliEnvironment)) {
      Connection connection = new Connection(session);
      connection
          .setLocalService(session)
          .setRemoteInterface(LanguageClient.class)
          .setInput(new BoundedMessages(cliEnvironment.in(), session::dropped))
          .setOutput(cliEnvironment.out())
          .setExecutorService(threads);
      Launcher<LanguageClient> launcher = connection.create();
      session.connect(launcher.getRemoteProxy());
      await(launcher.startListening(), session);
      return session.saidGoodbye() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Until the client hangs up or says exit, whichever comes first. */
  private static void await(Future<Void> listening, EditorSession session) throws IOException {
    Thread waiting =
        Thread.ofPlatform()
            .daemon()
            .name("iac-guard-input")
            .start(
                () -> {
                  try {
                    listening.get();
                  } catch (InterruptedException | ExecutionException | CancellationException e) {
                    // The client is gone, whatever the reason.
                  } finally {
                    session.exit();
                  }
                });
    try {
      session.awaitExit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      waiting.interrupt();
    }
  }

  private static final class Connection extends Launcher.Builder<LanguageClient> {
    private final EditorSession session;

    Connection(EditorSession session) {
      this.session = session;
    }

    @Override
    protected ConcurrentMessageProcessor createMessageProcessor(
        MessageProducer reader, MessageConsumer consumer, LanguageClient client) {
      session.connect(client);
      return super.createMessageProcessor(reader, consumer, client);
    }
  }
}
