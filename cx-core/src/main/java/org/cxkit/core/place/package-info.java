/** Where the experience happens: locations, their hierarchy and the departments that answer. */
package org.cxkit.core.place;
