package dev.iacguard.rules.check;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.rule.report.StackFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stack beside the others of its tree. */
public record StackInTree(String stack, StackFacts facts, Tree tree) {

  /** What the stacks of a tree tell of themselves. */
  public static final class Tree {
    /** With fewer stages of a kind there is no majority. */
    private static final int LEAST = 3;

    private static final int MOST_EARLIER = 4;

    private final List<Setter> setters = new ArrayList<>();
    private final Map<String, Map<String, String>> usual = new HashMap<>();

    /**
     * @param stacks by name, in the order they were found
     */
    public Tree(Map<String, StackFacts> stacks) {
      stacks.forEach(
          (stack, facts) ->
              facts
                  .accounts()
                  .forEach(account -> setters.add(new Setter(stack, code(stack), account))));
      Map<String, Map<Map<String, String>, Integer>> uses = new HashMap<>();
      Map<String, Integer> counts = new HashMap<>();
      for (StackFacts facts : stacks.values()) {
        for (StackFacts.Format format : facts.formats()) {
          if (format.broken()) {
            continue;
          }
          counts.merge(format.api(), 1, Integer::sum);
          uses.computeIfAbsent(format.api(), api -> new HashMap<>())
              .merge(format.members(), 1, Integer::sum);
        }
      }
      uses.forEach(
          (api, formats) ->
              formats.forEach(
                  (members, count) -> {
                    int all = counts.getOrDefault(api, 0);
                    if (all >= LEAST && 2 * count > all) {
                      usual.put(api, members);
                    }
                  }));
    }

    /** The members that more than half of the stages of a kind of API log; null for none. */
    @Nullable Map<String, String> usual(String api) {
      return usual.get(api);
    }

    /**
     * The settings of earlier stacks that may be of the same account and Region, the first few of
     * them.
     */
    List<StackFacts.Account> earlier(String stack, StackFacts.Account own) {
      List<StackFacts.Account> earlier = new ArrayList<>();
      String code = code(stack);
      for (Setter setter : setters) {
        if (setter.stack().equals(stack) || earlier.size() == MOST_EARLIER) {
          break;
        }
        if (!setter.code().equals(code) && mayBeSame(own, setter.account())) {
          earlier.add(setter.account());
        }
      }
      return earlier;
    }

    /** The settings of other stacks that may be of an account and Region, the first few of them. */
    public List<StackFacts.Account> setters(String stack, StackFacts.Target target) {
      return setters.stream()
          .filter(setter -> !setter.code().equals(code(stack)))
          .map(Setter::account)
          .filter(account -> account.target().mayBe(target))
          .limit(MOST_EARLIER)
          .toList();
    }

    /**
     * A stack that sets an account's role.
     *
     * @param code its name without a variant's behind it
     */
    private record Setter(String stack, String code, StackFacts.Account account) {}

    /** The name without a variant's behind it: {@code infra} of {@code infra (prod)}. */
    private static String code(String stack) {
      int variant = stack.endsWith(")") ? stack.lastIndexOf(" (") : -1;
      return variant > 0 ? stack.substring(0, variant) : stack;
    }

    /** A plan or state is compared with others of its kind, since it may be of the same code. */
    private static boolean mayBeSame(StackFacts.Account one, StackFacts.Account other) {
      return isCode(one.language()) == isCode(other.language())
          && one.target().mayBe(other.target());
    }

    private static boolean isCode(Language language) {
      return language != Language.TERRAFORM_PLAN && language != Language.TERRAFORM_STATE;
    }
  }
}
