package dev.iacguard.core.deployed;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * One answer of AWS: what the AWS CLI prints, by itself or inside the object in which the script of
 * {@code iac-guard collect} saves it with the account, Region, call and arguments. Answers are
 * recognised by the names in them.
 */
final class Answer {
  /** Marks what the script saves; its value is the version of the shape. */
  static final String MARK = "iacGuardExport";

  private static final String VERSION = "1";
  private static final Set<String> TOKENS =
      Set.of(
          "NextToken",
          "nextToken",
          "position",
          "Marker",
          "IsTruncated",
          "HasMoreDeliveryStreams",
          "HasMoreTags");

  private final JsonCursor json;
  private final String path;
  private final Exports exports;
  private final Place start;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> arguments = new HashMap<>();
  private final Map<String, Value> single = new LinkedHashMap<>();
  private final Map<Listing, List<ExportedResource>> listings = new LinkedHashMap<>();
  private final ConfigItems items;
  private boolean saved;
  private int read;
  private long bytes;
  private String token = "";

  Answer(JsonCursor json, String path, Exports exports) {
    this.json = json;
    this.path = path;
    this.exports = exports;
    this.start = json.place();
    this.items = new ConfigItems(path, exports);
  }

  /** Reads a member of the outermost object. */
  void member(String name) {
    switch (name) {
      case MARK -> {
        saved = true;
        texts.put(MARK, json.text());
        json.skip();
      }
      case "account", "region", "call", "error" -> texts.put(name, json.text(name));
      case "arguments" -> json.members(name, this::argument);
      case "output" -> json.members(name, this::answered);
      default -> answered(name);
    }
  }

  private void argument(String name) {
    if (json.token() == JsonToken.VALUE_STRING) {
      arguments.put(name, json.text());
    }
    json.skip();
  }

  private void answered(String name) {
    Listing listing = Listing.named(name);
    if (TOKENS.contains(name)) {
      boolean left =
          json.token() == JsonToken.VALUE_TRUE
              || (json.token() == JsonToken.VALUE_STRING && !json.text().isEmpty());
      token = left ? name : token;
      json.skip();
    } else if (ConfigItems.NAMES.contains(name)) {
      items.member(name, json);
    } else if (listing != null && json.token() == JsonToken.START_ARRAY) {
      List<ExportedResource> resources =
          listings.computeIfAbsent(listing, each -> new ArrayList<>());
      json.elements(name, () -> element(listing, resources));
    } else if (AnswerParts.NAMES.contains(name)) {
      single.put(name, JsonValues.read(json, JsonValues.NOWHERE));
    } else {
      json.skip();
    }
  }

  private Call call() {
    return new Call(texts.getOrDefault("call", ""), arguments);
  }

  private void element(Listing listing, List<ExportedResource> resources) {
    Place place = json.place();
    if (!exports.hasRoomFor(read, bytes)) {
      exports.leaveOut(place.piece(path, " ").all(), read);
      json.skip();
      return;
    }
    Item item = Item.of(JsonValues.read(json, JsonValues.NOWHERE));
    ExportedResource resource = listing.resource(item, call(), path, place);
    if (resource != null) {
      resources.add(resource);
      read++;
      bytes += Exports.bytesOf(resource);
    }
  }

  /** Adds what a whole answer says. */
  void end() {
    if (saved && !VERSION.equals(texts.get(MARK))) {
      problem("is of version " + texts.get(MARK) + " of the export, and only 1 is read");
      return;
    }
    String error = texts.getOrDefault("error", "").strip();
    if (!error.isEmpty()) {
      problem("export is incomplete: '" + texts.get("call") + "' failed: " + error);
      return;
    }
    if (!token.isEmpty()) {
      problem(
          "export is incomplete: "
              + token
              + " is left over, so that there are more pages"
              + (texts.containsKey("call") ? " of '" + texts.get("call") + "'" : ""));
    }
    boolean consistent = addResources();
    items.end(AnswerParts.selectsAll(single.remove("QueryInfo")));
    if (!single.isEmpty()) {
      new AnswerParts(single, call(), path, start).addTo(exports, place());
    }
    if (saved) {
      exports.compareWithFolders(place(), path, start);
    }
    if (saved && token.isEmpty() && consistent && !exports.isFull()) {
      listings.forEach(
          (listing, resources) -> listing.complete(exports.at(place()), call(), resources));
      if (single.containsKey(AnswerParts.STREAM_NAMES)) {
        exports.at(place()).complete(AccountExport.DELIVERY_STREAM);
      }
    }
  }

  /** Adds what was read of an answer that breaks off. */
  void breakOff() {
    addResources();
    items.end(false);
  }

  /**
   * What the AWS CLI prints may be of several accounts; the script asks for one.
   *
   * @return false when some are of another place than the answer says
   */
  private boolean addResources() {
    ExportPlace at = place();
    boolean consistent = true;
    for (List<ExportedResource> resources : listings.values()) {
      for (ExportedResource resource : resources) {
        consistent &= exports.add(saved ? at : resource.ofArn().or(at), resource);
      }
    }
    return consistent;
  }

  /** Where it was asked, or else where its first resource is, or else where the file lies. */
  private ExportPlace place() {
    ExportPlace place =
        ExportPlace.of(texts.getOrDefault("account", ""), texts.getOrDefault("region", ""));
    return place
        .or(
            listings.values().stream()
                .flatMap(List::stream)
                .map(ExportedResource::ofArn)
                .filter(found -> !found.equals(ExportPlace.UNKNOWN))
                .findFirst()
                .orElse(ExportPlace.UNKNOWN))
        .or(ExportPlace.ofPath(path));
  }

  private void problem(String message) {
    exports.problem(Problem.unreadable(start.piece(path, " ").all(), message));
  }
}
