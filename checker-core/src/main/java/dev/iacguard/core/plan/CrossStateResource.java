package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;

/**
 * A resource of another state, read together with a state that names its ARN.
 *
 * @param path of its file, as shown
 * @param documents reads what was left in that file
 */
record CrossStateResource(
    String path, PlannedResource plannedResource, PlanFile.Documents documents) {

  /** With the file in front, since the same address may be in both. */
  Address address() {
    Address address = plannedResource.address();
    return new Address(path + ":" + address.prefix(), address.name(), address.key());
  }
}
