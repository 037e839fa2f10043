package org.recordlake.format.contract;

import java.util.Optional;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;

/**
 * One action on an award, in whatever layout it came: a row of its own, and what the contract looks
 * like after it. The roll-up of all actions known follows once they are stored.
 *
 * @param on day it took effect
 * @param startOn first day of the contract, where the layout tells it
 * @param endOn last day of the contract as the action sets it
 * @param contractValue value of the contract as the action states it
 */
record Action(
    String award,
    String modification,
    Optional<String> on,
    Optional<String> obligation,
    Optional<String> startOn,
    Optional<String> endOn,
    Optional<String> contractValue,
    Optional<String> reason,
    Award described) {
  static final String CONTRACTS = "supplier_contracts";
  static final String ACTIONS = "supplier_contract_actions";

  /** What an action repeats of its award. */
  record Award(
      Optional<String> number,
      Optional<String> supplier,
      Optional<String> uei,
      Optional<String> duns,
      Optional<String> naics,
      Optional<String> productServiceCode,
      Optional<String> description) {}

  Cells cells(TableShape table) {
    return table.name().equals(CONTRACTS) ? contract() : action();
  }

  private Cells action() {
    return new Cells()
        .put("award_key", award)
        .put("modification_number", modification)
        .put("action_on", on)
        .put("obligation", obligation)
        .put("start_on", startOn)
        .put("end_on", endOn)
        .put("contract_value", contractValue)
        .put("reason", reason);
  }

  private Cells contract() {
    return new Cells()
        .put("award_key", award)
        .put("award_number", described.number)
        .put("supplier_name", described.supplier)
        .put("uei", described.uei)
        .put("duns", described.duns)
        .put("naics", described.naics)
        .put("start_on", start())
        .put("current_end_on", endOn)
        .put("value", contractValue.or(() -> obligation))
        .put("basis", "actions")
        .put("product_service_code", described.productServiceCode)
        .put("description", described.description)
        .put("updated_on", on);
  }

  /** A closing action may take effect after the contract's last day, which it does not move. */
  private Optional<String> start() {
    return startOn.or(() -> on).map(day -> endOn.filter(end -> end.compareTo(day) < 0).orElse(day));
  }
}
