/** The data dictionary: the catalogue as pages for people. */
package org.recordlake.dictionary;
