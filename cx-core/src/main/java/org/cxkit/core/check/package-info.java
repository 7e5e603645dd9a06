/** Checks of constructor arguments whose messages say what was wanted and what came. */
package org.cxkit.core.check;
