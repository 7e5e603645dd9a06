/** The designed journey map: what a customer should meet, stage by stage, and what a log says they met. */
package org.cxkit.journey.map;
