/** The points of contact between a company and a customer, and what is known of each. */
package org.cxkit.core.touchpoint;
