package dev.iacguard.rules.custom;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.iacguard.rules.custom.Shape.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Declares the types of the values that expressions read. A field that a subject does not have is
 * not set: {@code has}.
 */
final class Shapes implements CelTypeProvider {
  private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

  private static final Field ID = text("the address in the stack; in a template, the logical id");
  private static final Field TYPE =
      text("the type in Terraform or CloudFormation: `AWS::ApiGateway::Stage`");
  private static final Field PATH = text("the file it is declared in, as reports show it");
  private static final Field TAGS = new Field(TEXTS, "effective tags, including default tags");
  private static final Field ATTRIBUTES =
      new Field(
          SimpleType.DYN, "arguments as written in the code; a nested block is a list of maps");

  static final Shape LOG_GROUP =
      shape("LogGroup")
          .with("id", ID)
          .with("type", TYPE)
          .with("path", PATH)
          .with("name", text("its name"))
          .with(
              "retentionDays",
              new Field(SimpleType.INT, "retention in days; 0 means that events never expire"))
          .with("tags", TAGS)
          .with("attributes", ATTRIBUTES)
          .build();

  static final Shape ACCESS_LOG =
      shape("AccessLog")
          .with("format", text("the format"))
          .with("formatKind", text("`json`, `clf`, `csv`, `xml`, `other`"))
          .with(
              "variables",
              new Field(
                  ListType.create(SimpleType.STRING),
                  "the variables in the format, `$context.` in front, each once"))
          .with("destination", text("`log-group`, `firehose` or `invalid`"))
          .build();

  static final Shape STAGE =
      shape("Stage")
          .with("id", ID)
          .with("type", TYPE)
          .with("path", PATH)
          .with("name", text("the stage's name"))
          .with("api", text("`REST`, `HTTP` or `WEBSOCKET`"))
          .with("kind", text("`declared`, `deployment`, `quick-create`, `sam` and the like"))
          .with("accessLog", object(ACCESS_LOG, "not set when there is none"))
          .with("logGroup", object(LOG_GROUP, "not set when the code declares none"))
          .with("tags", TAGS)
          .with("attributes", ATTRIBUTES)
          .build();

  static final Shape ROLE =
      shape("Role")
          .with("id", ID)
          .with("type", TYPE)
          .with("path", PATH)
          .with("reference", text("how the account setting refers to it"))
          .with("attributes", ATTRIBUTES)
          .build();

  static final Shape STACK =
      shape("Stack")
          .with("name", text("the directory or file it is read from"))
          .with("language", text("`terraform`, `terraform-plan`, `cloudformation`, `sam`"))
          .with(
              "stages",
              new Field(ListType.create(StructTypeReference.create("Stage")), "every stage of it"))
          .build();

  static final Shape RESOURCE =
      shape("Resource")
          .with("id", ID)
          .with("type", TYPE)
          .with("path", PATH)
          .with("attributes", ATTRIBUTES)
          .build();

  static final List<Shape> ALL = List.of(STAGE, ACCESS_LOG, LOG_GROUP, ROLE, STACK, RESOURCE);

  static Shape of(Target.Kind kind) {
    return switch (kind) {
      case STAGE -> STAGE;
      case LOG_GROUP -> LOG_GROUP;
      case ROLE -> ROLE;
      case STACK -> STACK;
      case RESOURCE -> RESOURCE;
    };
  }

  /** The shape of that name, or null when the type is none of ours. */
  static Optional<Shape> named(String name) {
    return ALL.stream().filter(shape -> shape.name().equals(name)).findFirst();
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ALL.stream().map(Shape::type).collect(ImmutableList.toImmutableList());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return named(name).map(Shape::type);
  }

  private static Field text(String promise) {
    return new Field(SimpleType.STRING, promise);
  }

  private static Field object(Shape shape, String promise) {
    StructType type = shape.type();
    return new Field(type, promise);
  }

  private static Builder shape(String name) {
    return new Builder(name);
  }

  private static final class Builder {
    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    Builder(String name) {
      this.name = name;
    }

    Builder with(String field, Field what) {
      fields.put(field, what);
      return this;
    }

    Shape build() {
      return new Shape(name, fields);
    }
  }
}
