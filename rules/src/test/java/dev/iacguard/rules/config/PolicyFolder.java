package dev.iacguard.rules.config;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.rules.ApiGatewayRules;
import dev.iacguard.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with policy files. */
public final class PolicyFolder {
  private final Path folder;

  public PolicyFolder(Path folder) {
    this.folder = folder;
  }

  public PolicyFolder write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  PolicyResult read() throws IOException {
    return read("iac-guard.yaml");
  }

  PolicyResult read(String path) throws IOException {
    return new ApiGatewayRules().configured(source(path, Inputs.NONE));
  }

  PolicyResult read(Inputs inputs) throws IOException {
    return new ApiGatewayRules().configured(source("iac-guard.yaml", inputs));
  }

  /** The errors as they are printed; empty for a policy that can be used. */
  List<String> errors() throws IOException {
    return read() instanceof PolicyResult.Refused refused
        ? refused.errors().stream().map(Object::toString).toList()
        : List.of();
  }

  /** The policy of a stage; the folder has one that can be used. */
  public Policy policy(String stack, String stage, Inputs inputs) throws IOException {
    return policies("iac-guard.yaml", inputs).of(stack).of(stage);
  }

  /**
   * @param path of a policy that can be used; its patterns start from its folder
   */
  Policies policies(String path, Inputs inputs) throws IOException {
    Policies[] policies = new Policies[1];
    PolicyConfiguration.read(
        source(path, inputs),
        new ApiGatewayRules().rules(),
        (read, custom) -> {
          policies[0] = read;
          return new ApiGatewayRules();
        });
    return policies[0];
  }

  private PolicySource source(String path, Inputs inputs) throws IOException {
    FolderTree tree = FolderTree.at(folder, folder);
    return new PolicySource(tree, path, tree, Paths.folder(path), shown -> shown, inputs);
  }
}
