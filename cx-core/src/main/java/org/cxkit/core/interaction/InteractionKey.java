package org.cxkit.core.interaction;

import org.jspecify.annotations.Nullable;

/**
 * The part of an interaction by which figures are told apart: {@code Interaction::channel}, {@code
 * Interaction::stage}, {@code Interaction::usage}, or anything else a user can name.
 *
 * @param <K> the type of the keys, whose order is that of the figures
 */
@FunctionalInterface
public interface InteractionKey<K extends Comparable<? super K>> {

    /**
     * {@return the key of an interaction, or null if it is unknown}
     *
     * @param interaction any interaction
     */
    @Nullable
    K of(Interaction interaction);
}
