package dev.iacguard.rules.custom;

import java.util.List;
import java.util.Map;

/**
 * A subject as the input of an expression.
 *
 * @param fields what is known, in maps and lists
 * @param unknown why a field is not known, by its path from the variable on; a number is the place
 *     in a list, 0-based
 */
record CelInput(Map<String, Object> fields, Map<List<Object>, String> unknown) {}
