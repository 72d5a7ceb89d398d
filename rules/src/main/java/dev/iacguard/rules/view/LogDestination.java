package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding.Related;
import java.util.List;

/**
 * The destination of access logs as a subject of the rules about log groups.
 *
 * @param destination in this scenario
 * @param at where it is written in the stage
 * @param users the stages that log to it
 */
public record LogDestination(Destination destination, Origin at, List<Related> users) {}
