/** What all our pictures are drawn with: XML, colours, measured text. Not exported: colours and sizes may change. */
package org.cxkit.journey.svg;
