package org.cxkit.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;

/** A stated number of threads, each of which does its part of the rows. */
final class Workers implements AutoCloseable {

    /** What one thread does with its part of the rows. */
    interface Part<T> {
        T of(int from, int to);
    }

    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    /** {@return what the parts of {@code rows} rows give, added up in their order} */
    <T> T sum(int rows, Part<T> part, BinaryOperator<T> plus) throws ExecutionException, InterruptedException {
        List<Future<T>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int from = (int) ((long) rows * i / threads);
            int to = (int) ((long) rows * (i + 1) / threads);
            parts.add(pool.submit(() -> part.of(from, to)));
        }
        T sum = parts.get(0).get();
        for (Future<T> other : parts.subList(1, threads)) {
            sum = plus.apply(sum, other.get());
        }
        return sum;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
