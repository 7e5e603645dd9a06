/** Paths of touches: the journeys that attribution is told from, as columns, as text and as distinct paths counted. */
package org.cxkit.metrics.path;
