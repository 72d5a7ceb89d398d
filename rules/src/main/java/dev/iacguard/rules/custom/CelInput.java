package dev.iacguard.rules.custom;

import dev.iacguard.core.model.WorkBudget;
import java.util.List;
import java.util.Map;

/**
 * A subject as an expression sees it.
 *
 * @param fields what is known, in maps and lists
 * @param unknown why a field is not known, by its path from the variable on; a number is the place
 *     in a list, 0-based
 * @param work is charged with what evaluating takes
 */
record CelInput(Map<String, Object> fields, Map<List<Object>, String> unknown, WorkBudget work) {}
