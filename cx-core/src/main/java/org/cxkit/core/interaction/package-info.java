/** What happened: interactions of customers at touchpoints, and the journeys, tickets and reviews they make. */
package org.cxkit.core.interaction;
