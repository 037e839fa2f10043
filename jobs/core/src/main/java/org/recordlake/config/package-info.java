/** Settings of an installation, and the strict reading of YAML that the catalogue shares. */
package org.recordlake.config;
