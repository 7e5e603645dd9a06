/** Who has the experience: customers, other parties, and the personas they resemble. */
package org.cxkit.core.persona;
