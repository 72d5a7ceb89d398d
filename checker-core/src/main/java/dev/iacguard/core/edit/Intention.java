package dev.iacguard.core.edit;

import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A change of the code that would fix a finding, in no language. */
public sealed interface Intention {

  /** A place in the file that has to be changed. */
  Span at();

  /**
   * Gives a property a value. A literal that is there is replaced; anything else is not.
   *
   * @param path the names of nested blocks or properties, then the property
   */
  record SetProperty(Target resource, List<String> path, Term value) implements Intention {
    @Override
    public Span at() {
      return resource.header();
    }
  }

  /**
   * Gives a property of the whole template a value, outside of its resources.
   *
   * @param near a resource of the template
   * @param path from the root inwards: {@code Globals}, {@code HttpApi}, …
   */
  record SetInTemplate(Target near, List<String> path, Term value) implements Intention {
    @Override
    public Span at() {
      return near.header();
    }
  }

  /**
   * Replaces a literal where it was written, which may be far from where it is used.
   *
   * @param at the whole literal
   */
  record Replace(Span at, Term value) implements Intention {}

  /**
   * Adds tags to those of a resource.
   *
   * @param property the property that holds them
   * @param asList whether they are a list of {@code Key} and {@code Value}, else a map
   */
  record AddTags(Target resource, String property, boolean asList, SequencedMap<String, Term> tags)
      implements Intention {
    @Override
    public Span at() {
      return resource.header();
    }
  }

  /**
   * Adds members to a string that holds JSON, or words to one that does not.
   *
   * @param at where the string was written
   * @param separator stands between the words of a string that is not JSON; null for JSON
   * @param members variables by their keys
   */
  record ExtendText(Span at, @Nullable String separator, SequencedMap<String, String> members)
      implements Intention {}

  /**
   * Replaces words inside a string where it was written, each time they occur.
   *
   * @param at the whole string
   * @param words by what takes their place
   */
  record ReplaceWords(Span at, SequencedMap<String, String> words) implements Intention {}

  /**
   * Reads another attribute of the resource that a reference leads to.
   *
   * @param at the whole reference: {@code aws_cloudwatch_log_group.x.name}, {@code !Ref X}
   * @param attribute as the language names it
   */
  record ReadAttribute(Span at, String attribute) implements Intention {}

  /**
   * Orders a resource after another one of the same module or template.
   *
   * @param name of the other: {@code aws_api_gateway_account.this}, a logical id
   */
  record AddDependency(Target resource, String name) implements Intention {
    @Override
    public Span at() {
      return resource.header();
    }
  }

  /**
   * Declares a resource behind another one, for each of its instances.
   *
   * @param name of the new resource, made unique where it is taken
   */
  record Declare(Target beside, String type, String name, SequencedMap<String, Term> properties)
      implements Intention {
    @Override
    public Span at() {
      return beside.header();
    }
  }
}
