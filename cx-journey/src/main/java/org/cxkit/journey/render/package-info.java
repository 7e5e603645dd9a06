/** Pictures and texts of journey maps: SVG that adapts to light and dark and needs no script, Markdown, Mermaid. */
package org.cxkit.journey.render;
