/** What people answered in the polls of web meetings, and how meetings went. */
package org.recordlake.polls;
