/** How far cases come along the steps of a funnel, under stated rules. */
package org.cxkit.journey.funnel;
