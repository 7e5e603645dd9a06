/** Half-open windows and calendar periods in an explicit zone. */
package org.cxkit.core.time;
