/** What threads may see of a live monitor, tried out by jcstress. */
package org.cxkit.stress;
