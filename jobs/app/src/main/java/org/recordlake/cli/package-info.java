/** The command line: what a person or a scheduler may ask of Recordlake, and how it answers. */
package org.recordlake.cli;
