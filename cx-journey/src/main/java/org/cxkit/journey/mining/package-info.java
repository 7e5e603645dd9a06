/** What a log tells: directly-follows flows with their waits, variants, funnels and hand-offs. */
package org.cxkit.journey.mining;
