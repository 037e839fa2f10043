package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FileChangesTest {
  private final FileChanges.Builder log = new FileChanges.Builder();

  @Test
  void aFileThatCameAndWentIsNoChange() throws JsonProcessingException {
    see("{'add':{'path':'a.parquet','size':10}}");
    see("{'remove':{'path':'old.parquet'}}");
    see("{'remove':{'path':'a.parquet'}}");
    see("{'add':{'path':'b.parquet','size':7}}");
    FileChanges changes = log.build();
    assertThat(changes.added()).containsExactly("b.parquet");
    assertThat(changes.removed()).containsExactly("old.parquet");
    assertThat(changes.bytes()).isEqualTo(7);
  }

  @Test
  void aFileThatWentAndCameBackIsNoChange() throws JsonProcessingException {
    see("{'remove':{'path':'old.parquet'}}");
    see("{'add':{'path':'old.parquet','size':3}}");
    assertThat(log.build()).isEqualTo(new FileChangesTest().log.build());
  }

  @Test
  void pathsAreThoseOnStorageAndOtherActionsAreNoFiles() throws JsonProcessingException {
    see("{'commitInfo':{'operation':'WRITE'}}");
    see("{'add':{'path':'with%20blank.parquet','size':1}}");
    assertThat(log.build().added()).containsExactly("with blank.parquet");
  }

  private void see(String action) throws JsonProcessingException {
    log.see(new ObjectMapper().readTree(action.replace('\'', '"')));
  }
}
