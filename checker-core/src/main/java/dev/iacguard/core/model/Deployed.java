package dev.iacguard.core.model;

import java.util.List;

/**
 * What exports say of the accounts that code may be deployed to.
 *
 * @param accounts in a fixed order
 * @param problems what is wrong with the exports, and which answers they lack
 */
public record Deployed(List<DeployedAccount> accounts, List<Problem> problems) {
  public static final Deployed NONE = new Deployed(List.of(), List.of());
}
