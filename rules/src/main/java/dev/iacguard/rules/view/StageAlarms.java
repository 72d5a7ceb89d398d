package dev.iacguard.rules.view;

/**
 * Which errors of a stage an alarm tells of.
 *
 * @param client errors of callers
 * @param server errors of the API or what is behind it
 * @param unseen true when there may be alarms that the code does not show
 */
public record StageAlarms(boolean client, boolean server, boolean unseen) {}
