/** What is looked for: normal forms of destroyed values, as salted tokens, and their file. */
package org.recordlake.scan.token;
