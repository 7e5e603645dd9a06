/** Which touchpoints a company has and how far it controls them, settled before any strategy is planned. */
package org.cxkit.core.classification;
