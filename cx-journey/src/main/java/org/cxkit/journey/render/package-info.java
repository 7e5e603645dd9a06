/** Pictures of journeys and of measured experience as text: SVG that scales, adapts to light and dark, and needs no script. */
package org.cxkit.journey.render;
