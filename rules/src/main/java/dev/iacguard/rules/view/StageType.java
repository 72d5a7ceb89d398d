package dev.iacguard.rules.view;

import dev.iacguard.rules.view.value.TagProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Declares how a resource type describes a stage.
 *
 * @param kind {@code declared}, {@code deployment} or {@code quick-create}
 * @param marker the attribute without which there is no stage; empty when there always is one
 * @param name the attribute with the stage's name, or null when it is always {@code $default}
 * @param api where the API's kind is found
 * @param log where the access log settings are, or null when this type cannot hold any
 * @param tags the stage's own tags
 */
record StageType(
    String type,
    String kind,
    String marker,
    @Nullable String name,
    Api api,
    @Nullable Log log,
    TagProperty tags) {

  /** Where the API's kind is found. */
  sealed interface Api {

    /** The type can only belong to a REST API. */
    record Rest() implements Api {}

    /** An attribute refers to a version 2 API. */
    record Referred(String attribute) implements Api {}

    /** The resource is the version 2 API. */
    record Itself(String protocol) implements Api {}
  }

  /**
   * Where the access log settings are.
   *
   * @param path from the resource's attribute inwards
   * @param overrides the type whose resource holds them instead, or null for the stage's own
   */
  record Log(List<String> path, String destination, String format, @Nullable Overrides overrides) {

    List<String> destinationPath() {
      return pathTo(destination);
    }

    List<String> formatPath() {
      return pathTo(format);
    }

    private List<String> pathTo(String name) {
      return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
  }

  /**
   * A resource that changes what API Gateway made by itself.
   *
   * @param api its attribute that refers to the API
   */
  record Overrides(String type, String api) {}

  /** A stage that is written as one. */
  static StageType declared(String type, String name, Api api, Log log, TagProperty tags) {
    return new StageType(type, "declared", "", name, api, log, tags);
  }

  /** A deployment that makes a stage when it is given a name for one. */
  static StageType deployment(String type, String name, @Nullable Log log, TagProperty tags) {
    return new StageType(type, "deployment", name, name, new Api.Rest(), log, tags);
  }

  /** A version 2 API that makes its {@code $default} stage when it is given a target. */
  static StageType quickCreate(String type, String target, String protocol, @Nullable Log log) {
    return new StageType(
        type, "quick-create", target, null, new Api.Itself(protocol), log, TagProperty.NONE);
  }
}
