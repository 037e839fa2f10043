/** Files of every kind, decoded so that each text in them is looked at. */
package org.recordlake.scan.decode;
