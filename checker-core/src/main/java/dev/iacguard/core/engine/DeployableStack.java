package dev.iacguard.core.engine;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack of code together with what is known of the accounts that it may be deployed to. */
record DeployableStack(Stack code, List<DeployedAccount> deployed) implements Stack {

  /** The same source, whose stack knows the accounts. */
  static StackSource source(StackSource code, List<DeployedAccount> deployed) {
    return deployed.isEmpty() ? code : new Source(code, deployed);
  }

  private record Source(StackSource code, List<DeployedAccount> deployed) implements StackSource {
    @Override
    public String name() {
      return code.name();
    }

    @Override
    public Stack load(WorkBudget work) {
      Stack stack = code.load(work);
      return stack.language() == Language.DEPLOYED ? stack : new DeployableStack(stack, deployed);
    }
  }

  @Override
  public String name() {
    return code.name();
  }

  @Override
  public Language language() {
    return code.language();
  }

  @Override
  public List<Resource> resources(String type) {
    return code.resources(type);
  }

  @Override
  public List<Resource> switchedOff(String type) {
    return code.switchedOff(type);
  }

  @Override
  public @Nullable Resource elsewhere(String type, String name) {
    return code.elsewhere(type, name);
  }

  @Override
  public @Nullable Resource resource(Address address) {
    return code.resource(address);
  }

  @Override
  public boolean isAskedFor(String address) {
    return code.isAskedFor(address);
  }

  @Override
  public boolean hasAll(String type) {
    return code.hasAll(type);
  }

  @Override
  public List<Problem> problems() {
    return code.problems();
  }
}
