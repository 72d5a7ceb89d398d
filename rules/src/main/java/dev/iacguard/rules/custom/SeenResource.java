package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.scenario.Scenario;

/** A resource of any type in one scenario. */
public record SeenResource(Resource resource, Scenario scenario) {}
