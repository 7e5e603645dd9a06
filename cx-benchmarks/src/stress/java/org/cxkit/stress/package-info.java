/** What threads may see of a live monitor and of a live watch, tried out by jcstress. */
package org.cxkit.stress;
