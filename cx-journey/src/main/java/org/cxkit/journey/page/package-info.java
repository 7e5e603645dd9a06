/** A CX report as one HTML page and as text. */
package org.cxkit.journey.page;
