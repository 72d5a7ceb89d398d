package dev.iacguard.core.model;

/**
 * Marks a resource that is not written in the code as such.
 *
 * @param from the address of the resource that is written
 * @param how {@code sam}, {@code sam-extra} (the additional stage named Stage) or {@code
 *     sam-implicit}
 */
public record Generated(Address from, String how) {}
