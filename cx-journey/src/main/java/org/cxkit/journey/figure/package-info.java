/** How numbers are written in reports. */
package org.cxkit.journey.figure;
