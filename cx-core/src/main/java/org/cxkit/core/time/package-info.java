/** Time as customer experience needs it: half-open windows, calendar periods in an explicit zone, fast reading. */
package org.cxkit.core.time;
