package dev.iacguard.core.plan;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plans and states in a folder of their own. */
final class Plans {
  private Plans() {}

  /** A plan of these resource changes and of this configuration of the root module's resources. */
  static String plan(String changes, String configuration) {
    return """
        {"format_version":"1.2","terraform_version":"1.11.4",
         "resource_changes":[%s],
         "configuration":{"root_module":{"resources":[%s]}}}"""
        .formatted(changes, configuration);
  }

  static String change(String type, String name, String after, String unknown) {
    return """
        {"address":"%1$s.%2$s","mode":"managed","type":"%1$s","name":"%2$s",
         "change":{"actions":["create"],"after":%3$s,"after_unknown":%4$s,"after_sensitive":{}}}"""
        .formatted(type, name, after, unknown);
  }

  static Discovery discover(Path folder, String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
      return discover(FolderTree.at(folder, folder), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types that the plans and states of these tests have. */
  private static final List<ReadType> TYPES =
      Stream.of(
              "aws_api_gateway_account",
              "aws_api_gateway_method_settings",
              "aws_api_gateway_rest_api",
              "aws_api_gateway_stage",
              "aws_apigatewayv2_api",
              "aws_apigatewayv2_stage",
              "aws_cloudwatch_log_group",
              "aws_iam_role",
              "aws_iam_role_policy")
          .map(type -> ReadType.of(type, ReadType.Use.OTHER))
          .toList();

  static Discovery discover(SourceTree tree, String name) {
    return PlanLoader.discover(
        tree, new Selection(List.of(name), List.of(name)), Inputs.NONE, TYPES);
  }

  static Stack load(Path folder, String content) {
    return discover(folder, "plan.json", content.getBytes(StandardCharsets.UTF_8))
        .stacks()
        .get(0)
        .load();
  }

  /** All problems of a file, as {@code RULE line:column message}. */
  static List<String> problems(Discovery found) {
    List<Problem> problems = new ArrayList<>(found.problems());
    found.stacks().forEach(stack -> problems.addAll(stack.load().problems()));
    return problems.stream()
        .map(
            problem ->
                problem.rule()
                    + " "
                    + problem.at().line()
                    + ":"
                    + problem.at().from().column()
                    + " "
                    + problem.message())
        .toList();
  }
}
