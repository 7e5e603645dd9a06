/** Doors for event logs in files. */
package org.cxkit.journey.io;
