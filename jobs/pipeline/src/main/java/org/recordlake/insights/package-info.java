/** What customers are worth, use and need; what campaigns and events brought. */
package org.recordlake.insights;
