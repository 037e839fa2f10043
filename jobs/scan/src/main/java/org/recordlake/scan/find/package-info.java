/** How bytes become words, in every encoding, and words are asked of the tokens. */
package org.recordlake.scan.find;
