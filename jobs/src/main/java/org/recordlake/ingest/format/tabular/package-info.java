/** What the readers of tables under a header share: header names, fields, days, amounts, keys. */
package org.recordlake.ingest.format.tabular;
