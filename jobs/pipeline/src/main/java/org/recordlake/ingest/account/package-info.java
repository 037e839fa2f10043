/** Every row accounted for: balances, the ledger of files, and what people are told. */
package org.recordlake.ingest.account;
