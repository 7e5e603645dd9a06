package org.cxkit.journey.log;

import java.util.Arrays;

/** Coded events in the order they came: a column may be longer than the events, and channels may be missing. */
final class EventColumns {
    private static final int FIRST_CAPACITY = 1024;

    int size;
    int[] cases;
    int[] activities;
    long[] micros;
    int[] channels;

    EventColumns() {
        this(0, new int[FIRST_CAPACITY], new int[FIRST_CAPACITY], new long[FIRST_CAPACITY], new int[0]);
    }

    EventColumns(int size, int[] cases, int[] activities, long[] micros, int[] channels) {
        this.size = size;
        this.cases = cases;
        this.activities = activities;
        this.micros = micros;
        this.channels = channels;
    }

    boolean hasChannels() {
        return channels.length > 0;
    }

    void add(int caseCode, int activity, long instant, int channel) {
        if (size == cases.length) {
            int capacity = Math.addExact(size, size >> 1);
            cases = Arrays.copyOf(cases, capacity);
            activities = Arrays.copyOf(activities, capacity);
            micros = Arrays.copyOf(micros, capacity);
        }
        cases[size] = caseCode;
        activities[size] = activity;
        micros[size] = instant;
        if (channel != EventLog.NO_CHANNEL || hasChannels()) {
            addChannel(channel);
        }
        size++;
    }

    private void addChannel(int channel) {
        int before = channels.length;
        if (before <= size) {
            channels = Arrays.copyOf(channels, cases.length);
            // every event before the first with a channel has none
            if (before == 0) {
                Arrays.fill(channels, 0, size, EventLog.NO_CHANNEL);
            }
        }
        channels[size] = channel;
    }
}
