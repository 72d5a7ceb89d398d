package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Stack;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.view.Stage;
import java.util.List;

/**
 * A stack in one scenario.
 *
 * @param stages those that are there
 * @param at what findings point to
 */
public record SeenStack(Stack stack, Scenario scenario, List<Stage> stages, Span at) {}
