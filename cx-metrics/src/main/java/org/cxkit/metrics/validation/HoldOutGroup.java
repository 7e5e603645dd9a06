package org.cxkit.metrics.validation;

import java.io.Serializable;

/**
 * What a model expected of the customers with one number of purchases, and what they did.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param frequency how many repeat purchases they had made in the calibration; the last group holds those with more too
 * @param customers how many they are, at least 1
 * @param bought how often they bought in the hold-out, on average
 * @param expected how often the model expected them to, on average
 */
public record HoldOutGroup(int frequency, long customers, double bought, double expected) implements Serializable {}
