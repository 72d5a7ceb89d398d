package dev.iacguard.core.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what the user gives.
 *
 * @param values strings by key
 * @param agreed those on which other resources agree, by key; what the user gives comes first
 * @param lines what new stages log, by kind of API
 */
public record GivenValues(
    Map<String, String> values, Map<String, String> agreed, Map<String, LogLine> lines) {
  public GivenValues(Map<String, String> values) {
    this(values, Map.of(), Map.of());
  }

  /** With values on which the resources beside those to be changed agree. */
  public GivenValues agreeing(Map<String, String> others) {
    return new GivenValues(values, others, lines);
  }

  /** With the lines that new stages follow. */
  public GivenValues logging(Map<String, LogLine> usual) {
    return new GivenValues(values, agreed, usual);
  }

  /** The keys that an intention needs and that are not given, sorted. */
  public Set<String> missing(Intention intention) {
    Set<String> keys = new TreeSet<>();
    switch (intention) {
      case Intention.SetProperty it -> collect(it.value(), keys);
      case Intention.SetInTemplate it -> collect(it.value(), keys);
      case Intention.Replace it -> collect(it.value(), keys);
      case Intention.AddTags it -> it.tags().values().forEach(term -> collect(term, keys));
      case Intention.Declare it -> it.properties().values().forEach(term -> collect(term, keys));
      case Intention.ExtendText it -> {}
      case Intention.ReplaceWords it -> {}
      case Intention.ReadAttribute it -> {}
      case Intention.AddDependency it -> {}
    }
    return keys;
  }

  private @Nullable String value(Term.Given it) {
    @Nullable String given = values.get(it.key());
    return given == null && it.agreeable() ? agreed.get(it.key()) : given;
  }

  private void collect(Term term, Set<String> keys) {
    switch (term) {
      case Term.Given it -> {
        if (value(it) == null) {
          keys.add(it.key());
        }
      }
      case Term.Entries it -> it.entries().values().forEach(each -> collect(each, keys));
      case Term.Block it -> it.properties().values().forEach(each -> collect(each, keys));
      case Term.Items it -> it.items().forEach(each -> collect(each, keys));
      default -> {}
    }
  }

  /** The intention with every given value, and every usual line, in its place. */
  public Intention fill(Intention intention) {
    return switch (intention) {
      case Intention.SetProperty it ->
          new Intention.SetProperty(it.resource(), it.path(), fill(it.value()));
      case Intention.SetInTemplate it ->
          new Intention.SetInTemplate(it.near(), it.path(), fill(it.value()));
      case Intention.Replace it -> new Intention.Replace(it.at(), fill(it.value()));
      case Intention.AddTags it ->
          new Intention.AddTags(it.resource(), it.property(), it.asList(), fill(it.tags()));
      case Intention.Declare it ->
          new Intention.Declare(it.beside(), it.type(), it.name(), fill(it.properties()));
      case Intention.ExtendText it -> it;
      case Intention.ReplaceWords it -> it;
      case Intention.ReadAttribute it -> it;
      case Intention.AddDependency it -> it;
    };
  }

  private Term fill(Term term) {
    return switch (term) {
      case Term.Given it -> new Term.Text(Objects.requireNonNullElse(value(it), ""));
      case Term.Line it -> it.like(lines.get(it.api()));
      case Term.Entries it -> new Term.Entries(fill(it.entries()));
      case Term.Block it -> new Term.Block(fill(it.properties()));
      case Term.Items it ->
          new Term.Items(List.copyOf(it.items().stream().map(this::fill).toList()));
      default -> term;
    };
  }

  private SequencedMap<String, Term> fill(SequencedMap<String, Term> terms) {
    SequencedMap<String, Term> filled = new LinkedHashMap<>();
    terms.forEach((key, term) -> filled.put(key, fill(term)));
    return filled;
  }
}
