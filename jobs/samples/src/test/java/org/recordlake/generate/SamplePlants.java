package org.recordlake.generate;

/**
 * Everything that is planted in the samples on purpose, so that each rule of the lake has rows it
 * must catch and rows it must let by.
 */
final class SamplePlants {
  private SamplePlants() {}

  static void plant(SampleFolder folder) {
    FaultPlants.plant(folder);
    PaymentPlants.plant(folder);
    BoundaryPlants.plant(folder);
    CustomerBoundaryPlants.plant(folder);
    MeetingPlants.plant(folder);
    RepeatPlants.plant(folder);
    OddityPlants.plant(folder);
    PaperPlants.plant(folder);
    HoldPlants.plant(folder);
  }
}
