/**
 * From dropped files to records. {@link org.recordlake.ingest.Ingest} is the way in; its
 * sub-packages stand in the order in which a row meets them, and each knows only those before it:
 * {@code land}, {@code recognise}, {@code read}, {@code check}, {@code resolve}, {@code write},
 * {@code account}.
 */
package org.recordlake.ingest;
