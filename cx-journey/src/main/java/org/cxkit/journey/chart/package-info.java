/** Charts of measured experience as SVG: scores with intervals, distributions, funnels, credit, the whale curve. */
package org.cxkit.journey.chart;
