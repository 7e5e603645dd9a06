/** Money in exact decimals, what a customer costs the company, and rates that carry their own period. */
package org.cxkit.core.money;
