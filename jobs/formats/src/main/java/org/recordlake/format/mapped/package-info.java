/**
 * Reads any table or list of objects by a mapping that a file of the configuration tells: for
 * systems whose exports have no reader of their own.
 */
package org.recordlake.format.mapped;
