package org.cxkit.metrics.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** One step of a {@link PathTransform}; its text is its name. */
sealed interface PathStep {

    /** {@return the path after this step; the one given is not altered} */
    List<String> apply(List<String> path);

    /** What to keep of touches of one channel. */
    enum Repeats implements PathStep {
        /** One of each run. */
        EXPOSURE {
            @Override
            public List<String> apply(List<String> path) {
                List<String> kept = new ArrayList<>();
                for (int i = 0; i < path.size(); i++) {
                    if (i == 0 || !path.get(i).equals(path.get(i - 1))) {
                        kept.add(path.get(i));
                    }
                }
                return kept;
            }
        },
        /** The first. */
        FIRST {
            @Override
            public List<String> apply(List<String> path) {
                return new ArrayList<>(new LinkedHashSet<>(path));
            }
        },
        /** The last. */
        RECENT {
            @Override
            public List<String> apply(List<String> path) {
                LinkedHashSet<String> kept = new LinkedHashSet<>();
                for (String channel : path) {
                    kept.remove(channel);
                    kept.add(channel);
                }
                return new ArrayList<>(kept);
            }
        },
        /** The first, with how many there were. */
        FREQUENCY {
            @Override
            public List<String> apply(List<String> path) {
                Map<String, Integer> touches = new LinkedHashMap<>();
                path.forEach(channel -> touches.merge(channel, 1, Integer::sum));
                List<String> counted = new ArrayList<>();
                touches.forEach((channel, count) -> counted.add(channel + " (" + count + ")"));
                return counted;
            }
        };

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps some touches of an end. */
    record Trim(int touches, boolean fromEnd) implements PathStep {
        @Override
        public List<String> apply(List<String> path) {
            int kept = Math.min(touches, path.size());
            return fromEnd ? path.subList(path.size() - kept, path.size()) : path.subList(0, kept);
        }

        @Override
        public String toString() {
            return (fromEnd ? "last " : "first ") + touches + (touches == 1 ? " touch" : " touches");
        }
    }

    /** Leaves channels out. */
    record Without(TreeSet<String> channels, Unless unless) implements PathStep {

        /** When, and where, channels stay. */
        enum Unless {
            /** Nowhere. */
            NEVER(""),
            /** In paths of nothing else. */
            ALL(" unless all"),
            /** In those, and before another channel. */
            BEFORE_THE_END(" at the end unless all");

            private final String text;

            Unless(String text) {
                this.text = text;
            }
        }

        @Override
        public List<String> apply(List<String> path) {
            List<String> kept = new ArrayList<>(path);
            if (unless == Unless.BEFORE_THE_END) {
                while (!kept.isEmpty() && channels.contains(kept.get(kept.size() - 1))) {
                    kept.remove(kept.size() - 1);
                }
            } else {
                kept.removeIf(channels::contains);
            }
            return kept.isEmpty() && unless != Unless.NEVER ? path : kept;
        }

        @Override
        public String toString() {
            return "without " + String.join(", ", channels) + unless.text;
        }
    }
}
