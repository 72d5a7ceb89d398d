package dev.iacguard.rules.example;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of infrastructure code, before it is written in a language. */
sealed interface Code {

  /** A string. */
  record Text(String text) implements Code {}

  /** A number, or an expression of the language. */
  record Plain(String text) implements Code {}

  /**
   * An attribute of a resource.
   *
   * @param resource as the language refers to it: {@code aws_cloudwatch_log_group.x}, {@code X}
   * @param attribute empty for a template's {@code Ref}
   */
  record Attribute(String resource, String attribute) implements Code {}

  /** An object, or in HCL a block. */
  record Members(Map<String, Code> members, boolean block) implements Code {}

  /** A list of objects. */
  record Items(List<Code> items) implements Code {}

  /**
   * An access log format that is a flat JSON object.
   *
   * @param fields variables by name
   */
  record JsonFormat(Map<String, String> fields) implements Code {}

  static Members object(Map<String, Code> members) {
    return new Members(members, false);
  }

  static Members block(Map<String, Code> members) {
    return new Members(members, true);
  }

  /** An object of strings. */
  static Members texts(Map<String, String> texts) {
    Map<String, Code> members = new LinkedHashMap<>();
    texts.forEach((key, text) -> members.put(key, new Text(text)));
    return object(members);
  }
}
