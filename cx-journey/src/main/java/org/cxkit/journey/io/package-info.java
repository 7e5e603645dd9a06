/** Journeys and designed maps from files. */
package org.cxkit.journey.io;
