package org.recordlake.insights.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * Every rule "who takes these services takes that one too" that enough customers stand behind, in
 * exact counts: one row for each frequent set of two to four services and each service in it.
 */
public final class ServiceRules implements JavaStage {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          """
          basis string not null, antecedent string not null, consequent string not null,
          services int not null, with_antecedent bigint not null,
          with_consequent bigint not null, with_both bigint not null,
          all_counted bigint not null, customers_both bigint not null\
          """);

  @Override
  public String name() {
    return "stg_service_rules";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_service_baskets");
  }

  @Override
  public Set<String> parameters() {
    return Set.of("minimum_group");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    Dataset<Row> baskets = views.apply("stg_service_baskets").persist();
    try {
      FrequentSets sets = FrequentSets.of(baskets, parameters.minimumGroup());
      return baskets.sparkSession().createDataFrame(rules(sets), SCHEMA);
    } finally {
      baskets.unpersist();
    }
  }

  private static List<Row> rules(FrequentSets sets) {
    String[] names = sets.names();
    List<Row> rules = new ArrayList<>();
    for (long set : sets.sets()) {
      int[] services = ServiceSet.services(set);
      for (int place = 0; services.length > 1 && place < services.length; place++) {
        rules.add(rule(sets, names, set, place));
      }
    }
    return rules;
  }

  private static Row rule(FrequentSets sets, String[] names, long set, int place) {
    Basis basis = ServiceSet.basis(set);
    int consequent = ServiceSet.services(set)[place];
    long antecedent = ServiceSet.without(set, place);
    return RowFactory.create(
        basis.label(),
        Arrays.stream(ServiceSet.services(antecedent))
            .mapToObj(service -> names[service])
            .collect(Collectors.joining(Uses.SEPARATOR)),
        names[consequent],
        ServiceSet.size(set),
        sets.count(antecedent).seen(),
        sets.count(ServiceSet.single(basis, consequent)).seen(),
        sets.count(set).seen(),
        sets.count(ServiceSet.empty(basis)).seen(),
        sets.count(set).customers());
  }
}
