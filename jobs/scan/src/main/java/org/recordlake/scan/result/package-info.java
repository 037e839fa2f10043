/** What a scan says: hits without their values, and what could not be read. */
package org.recordlake.scan.result;
