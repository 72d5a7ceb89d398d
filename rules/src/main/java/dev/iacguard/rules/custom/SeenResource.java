package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.World;

/** A resource of any type in one world. */
public record SeenResource(Resource resource, World world) {}
