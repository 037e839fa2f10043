package org.recordlake.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.ingest.account.FileOutcome.Status;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.recognise.RecognisedFile;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.ingest.resolve.ResolvedTable;
import org.recordlake.ingest.resolve.RowState;
import org.recordlake.ingest.resolve.StateCounts;
import org.recordlake.testing.ProjectFolder;

@DisplayName("What became of a file")
class FileOutcomeTest {
  private static final TableSpec TABLE =
      CatalogLoader.load(ProjectFolder.conf(), "usps-890-000").table("events");

  @Test
  @DisplayName("is said of each file of a table: taken in, refused, or without a row")
  void ofATable() {
    StateCounts counts =
        new StateCounts(
            Map.of(
                "taken", Map.of(RowState.STORED, 3L, RowState.BAD, 1L),
                "refused", Map.of(RowState.REFUSED, 1L, RowState.BAD, 2L)),
            Map.of(),
            3,
            0);
    assertThat(FileOutcome.of(resolved(counts, Map.of("refused", "too much is bad"))))
        .containsExactly(
            outcome(
                "taken", Status.COMMITTED, new Balance(4, 3, 0, 0, 1, 0, 0, 0), Optional.empty()),
            outcome(
                "refused",
                Status.REFUSED,
                new Balance(3, 0, 0, 0, 3, 0, 0, 0),
                Optional.of("too much is bad")),
            outcome("empty", Status.COMMITTED, Balance.ZERO, Optional.empty()));
  }

  @Test
  @DisplayName("keeps all but its balance where that is another")
  void withAnotherBalance() {
    Balance other = new Balance(1, 1, 0, 0, 0, 0, 0, 0);
    assertThat(
            outcome("a", Status.REFUSED, Balance.ZERO, Optional.of("too much is bad")).with(other))
        .isEqualTo(outcome("a", Status.REFUSED, other, Optional.of("too much is bad")));
  }

  private static ResolvedTable resolved(StateCounts counts, Map<String, String> refused) {
    List<RecognisedFile> files =
        List.of(recognised("taken"), recognised("refused"), recognised("empty"));
    return new ResolvedTable(
        new TableFiles(TABLE, files, null), null, null, counts, refused, Optional.empty());
  }

  private static RecognisedFile recognised(String hash) {
    return new RecognisedFile(
        file(hash),
        new NoRows(),
        List.of(TABLE),
        null,
        CompletableFuture.completedFuture(List.of()),
        CopyRetention.THIS_RUN,
        "name");
  }

  private static FileOutcome outcome(
      String hash, Status status, Balance balance, Optional<String> reason) {
    return new FileOutcome(
        file(hash), "events", "no-rows", "name", status, balance, reason, CopyRetention.THIS_RUN);
  }

  private static LandedFile file(String hash) {
    return new LandedFile("events", hash + ".csv", hash, "", 1, Instant.EPOCH, hash);
  }

  private static final class NoRows implements SourceReader {
    private static final long serialVersionUID = 1L;

    @Override
    public String format() {
      return "no-rows";
    }

    @Override
    public Set<String> tables(Head head) {
      return Set.of("events");
    }

    @Override
    public Iterator<RawRow> rows(SourceFile file, TableShape table) {
      return List.<RawRow>of().iterator();
    }
  }
}
