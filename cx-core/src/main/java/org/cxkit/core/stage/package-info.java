/** The stages a customer passes through, in order, and the mappings between models of them. */
package org.cxkit.core.stage;
