package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is deployed to one account and Region, as far as exports say. Nothing in it is open. */
final class DeployedStack implements Stack {
  private final String name;
  private final ExportPlace place;
  private final AccountExport export;
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Map<Address, Resource> byAddress = new HashMap<>();

  DeployedStack(String name, ExportPlace place, AccountExport export) {
    this.name = name;
    this.place = place;
    this.export = export;
    for (String type : export.types()) {
      List<Resource> resources = export.resources(type).stream().map(this::resource).toList();
      byType.put(type, resources);
      resources.forEach(resource -> byAddress.put(resource.address(), resource));
    }
  }

  private Resource resource(ExportedResource exported) {
    Span at = exported.place().piece(exported.path(), exported.id()).all();
    return new Resource(
        Address.of("", exported.id()),
        exported.type(),
        at,
        at,
        List.of(),
        List.of(),
        new ExportedAttributes(exported.attributes(), at, place),
        null);
  }

  @Override
  public String name() {
    return name;
  }

  ExportPlace place() {
    return place;
  }

  @Override
  public Language language() {
    return Language.DEPLOYED;
  }

  @Override
  public List<Resource> resources(String type) {
    return byType.getOrDefault(type, List.of());
  }

  @Override
  public @Nullable Resource resource(Address address) {
    return byAddress.get(address);
  }

  @Override
  public boolean hasAll(String type) {
    return export.hasAll(type);
  }

  /** Those of the files are told when they are found. */
  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
