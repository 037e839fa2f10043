/** What the readers of tables under a header share: header names, fields, amounts, keys. */
package org.recordlake.format.tabular;
