package dev.iacguard.core.model;

/**
 * What is known of an account and Region that code may be deployed to.
 *
 * @param account twelve digits; empty when it is not known
 * @param region empty when it is not known
 * @param stack what is deployed there
 */
public record DeployedAccount(String account, String region, Stack stack) {

  /** For people: {@code 111122223333 eu-west-1}. */
  public String name() {
    String known = (account + " " + region).strip();
    return known.isEmpty() ? stack.name() : known;
  }
}
