package org.recordlake.generate;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * All rows of a generated lake, district by district. A district's rows depend on the seed, the
 * timeline, the number of the district and, for the last one, on how many customers there are; on
 * nothing that was generated before.
 */
final class GeneratedLake {
  private final int customerCount;
  private final Customers customers;
  private final List<Campaign> campaigns;
  private final List<CustomerRows> customerRows;
  private final List<CohortRows> cohortRows;

  GeneratedLake(long seed, Timeline time, int customerCount) {
    this(seed, time, customerCount, 0);
  }

  /**
   * @param secondSource share of the customers another source wrote down as well
   */
  GeneratedLake(long seed, Timeline time, int customerCount, double secondSource) {
    this.customerCount = customerCount;
    this.customers = new Customers(seed, time);
    this.campaigns = Campaign.all(seed, time);
    this.customerRows =
        List.of(
            new CrmRows(seed, time),
            new ProfileRows(seed, time),
            new CallRows(seed, time),
            new OrderRows(new Orders(seed, time, campaigns), new PaymentRows(seed, time)),
            new UsageRows(seed, time),
            new MarketingRows(seed, time, campaigns),
            new SurveyRows(seed, time),
            new SupplierRows(seed, time),
            new PaperRows(seed, time),
            new SecondSourceRows(seed, time, secondSource),
            new TruthRows());
    this.cohortRows =
        List.of(
            new CounterSales(seed, time), new EventRows(seed, time), new MeetingRows(seed, time));
  }

  int cohortCount() {
    return Cohort.count(customerCount);
  }

  void write(int cohortNumber, Consumer<Row> out) {
    int first = cohortNumber * Cohort.SIZE;
    int end = StrictMath.min(first + Cohort.SIZE, customerCount);
    List<Customer> members = IntStream.range(first, end).mapToObj(customers::customer).toList();
    if (cohortNumber == 0) {
      MarketingRows.campaigns(campaigns, out);
    }
    for (Customer customer : members) {
      customerRows.forEach(rows -> rows.write(customer, out));
    }
    Cohort cohort = new Cohort(cohortNumber, members);
    cohortRows.forEach(rows -> rows.write(cohort, out));
  }
}
