/** Which tables a file is for and how it is read, told by its layout. */
package org.recordlake.ingest.recognise;
