/** Loyalty programmes: who is a member, and what the reduced prices of members cost the company. */
package org.cxkit.metrics.loyalty;
