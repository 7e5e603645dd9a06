/** What customers really did: events as columns, in one canonical order whatever the order they came in. */
package org.cxkit.journey.log;
