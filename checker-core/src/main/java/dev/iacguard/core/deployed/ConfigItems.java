package dev.iacguard.core.deployed;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads configuration items of AWS Config: those of a snapshot or history file, what the AWS CLI
 * gets of single resources, and the results of an advanced query, which are JSON texts with the
 * members that were asked for.
 */
final class ConfigItems {
  /** The members of an answer that are about items. */
  static final Set<String> NAMES =
      Set.of(
          "configurationItems",
          "baseConfigurationItems",
          "BaseConfigurationItems",
          "ConfigurationItem",
          "Results",
          "unprocessedResourceKeys",
          "UnprocessedResourceIdentifiers");

  private static final int RESULT_BYTES = 4 << 10;

  private final String path;
  private final Exports exports;

  /** Results wait for the end of the answer, which says what was asked for. */
  private final List<Read> results = new ArrayList<>();

  /** Of the results, about. */
  private long bytes;

  private record Read(Item item, Item configuration, Place place) {}

  ConfigItems(String path, Exports exports) {
    this.path = path;
    this.exports = exports;
  }

  /** Reads one of {@link #NAMES}. */
  void member(String name, JsonCursor json) {
    switch (name) {
      case "ConfigurationItem" -> item(json);
      case "Results" -> json.elements(name, () -> result(json));
      case "unprocessedResourceKeys", "UnprocessedResourceIdentifiers" -> unanswered(name, json);
      default -> json.elements(name, () -> item(json));
    }
  }

  private void unanswered(String name, JsonCursor json) {
    Place place = json.place();
    int[] resources = {0};
    json.elements(
        name,
        () -> {
          resources[0]++;
          json.skip();
        });
    if (resources[0] > 0) {
      exports.problem(
          Problem.unreadable(
              place.piece(path, name).all(),
              "export is incomplete: " + name + " lists resources that were not answered"));
    }
  }

  /** Reads the current item of a snapshot, which has all of its configuration. */
  private void item(JsonCursor json) {
    Read read = read(json, json.place());
    if (read != null) {
      add(read, true);
    }
  }

  /** Reads the current result of a query. */
  private void result(JsonCursor json) {
    Place place = json.place();
    if (json.token() != JsonToken.VALUE_STRING) {
      json.skip();
      return;
    }
    byte[] text = json.text().getBytes(StandardCharsets.UTF_8);
    JsonCursor inside = new JsonCursor(new ByteArrayInputStream(text), path, false, problem -> {});
    Problem broken =
        inside.read(
            () -> {
              Read read = read(inside, place);
              if (read != null && exports.hasRoomFor(results.size(), bytes)) {
                results.add(read);
                bytes += RESULT_BYTES;
              } else if (read != null) {
                exports.leaveOut(place.piece(path, " ").all(), results.size());
              }
            });
    if (broken != null) {
      json.report("a result of the query is not JSON");
    }
  }

  /**
   * Adds the results of a query.
   *
   * @param whole whether all of the configuration was asked for
   */
  void end(boolean whole) {
    results.forEach(read -> add(read, whole));
    results.clear();
    bytes = 0;
  }

  /** Null for an item of a type that is not read. */
  private static @Nullable Read read(JsonCursor json, Place place) {
    Map<String, Value> members = new HashMap<>();
    String[] type = {""};
    json.members(
        "an item",
        name -> {
          boolean wanted = type[0].isEmpty() || ConfigShape.named(type[0]) != null;
          switch (name) {
            case "resourceType" -> {
              type[0] = json.text(name);
              members.put(name, Item.textOf(type[0]));
            }
            case "ARN", "arn" -> members.put("arn", JsonValues.read(json, JsonValues.NOWHERE));
            case "awsAccountId", "accountId" ->
                members.put("accountId", JsonValues.read(json, JsonValues.NOWHERE));
            case "awsRegion",
                "resourceId",
                "resourceName",
                "configurationItemCaptureTime",
                "configurationItemStatus" ->
                members.put(name, JsonValues.read(json, JsonValues.NOWHERE));
            case "configuration", "tags" -> {
              if (wanted) {
                members.put(name, JsonValues.read(json, JsonValues.NOWHERE));
              } else {
                json.skip();
              }
            }
            default -> json.skip();
          }
        });
    if (ConfigShape.named(type[0]) == null) {
      return null;
    }
    Value configuration = members.remove("configuration");
    Value parsed =
        configuration instanceof Value.Text text ? PartialJson.parse(text) : configuration;
    return new Read(Item.of(Item.object(members)), Item.of(parsed), place);
  }

  private void add(Read read, boolean whole) {
    Item item = read.item();
    ConfigShape shape = ConfigShape.named(item.text("ResourceType"));
    if (shape == null) {
      return;
    }
    String arn = item.text("Arn");
    ExportPlace place =
        ExportPlace.of(item.text("AccountId"), item.text("AwsRegion"))
            .or(ExportPlace.ofArn(arn))
            .or(ExportPlace.ofPath(path));
    if (whole) {
      exports.compareWithFolders(place, path, read.place());
    }
    boolean deleted = item.text("ConfigurationItemStatus").startsWith("ResourceDeleted");
    exports.add(
        place,
        new ExportedResource(
            shape.type(),
            shape.id(item, read.configuration()),
            shape.attributes(item, read.configuration(), whole),
            path,
            read.place(),
            item.text("ConfigurationItemCaptureTime"),
            deleted),
        ExportPlace.ofArn(arn));
  }
}
