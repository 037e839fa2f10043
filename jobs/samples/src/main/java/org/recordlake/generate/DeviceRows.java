package org.recordlake.generate;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * With what each guest joined. MAC addresses are locally administered ones, IP addresses come from
 * the ranges for documents.
 */
record DeviceRows(long seed) {
  private static final List<Device> DEVICES = Invented.list(Device.class, "devices");
  private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  private record Device(String type, String system, String version) {}

  void write(Meeting meeting, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "devices:" + meeting.id());
    for (Meeting.Guest guest : meeting.guests()) {
      int count = dice.chance(0.06) ? 2 : 1;
      for (int number = 1; number <= count; number++) {
        Device device = DEVICES.get(dice.weighted(46, 18, 12, 9, 5, 3, 4, 3));
        boolean dialled = device.type().equals("phone");
        out.accept(
            Table.DEVICE_USAGE.row(
                meeting.id(),
                meeting.date(),
                guest.participantId(),
                number,
                guest.customerId(),
                device.type(),
                device.system(),
                device.version(),
                dialled ? null : mac(dice),
                dialled ? null : address(dice)));
      }
    }
  }

  private static String mac(Dice dice) {
    return String.format(
        Locale.ROOT, "02:00:5E:%02X:%02X:%02X", dice.below(256), dice.below(256), dice.below(256));
  }

  private static String address(Dice dice) {
    return dice.chance(0.1)
        ? String.format(
            Locale.ROOT, "2001:db8:%x::%x", dice.between(1, 0xffff), dice.between(1, 0xffff))
        : dice.pick(NETWORKS) + dice.between(1, 254);
  }
}
