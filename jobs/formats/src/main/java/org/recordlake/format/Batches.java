package org.recordlake.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Elements that come a few at a time, as the rows of one record do; made when asked for. */
public abstract class Batches<T> implements Iterator<T> {
  private final Deque<T> upcoming = new ArrayDeque<>();

  /** Gives what comes next to {@link #add}, perhaps nothing; false where it ends. */
  protected abstract boolean more();

  protected final void add(T next) {
    upcoming.add(next);
  }

  /** What {@code made} makes of each of {@code all}. */
  public static <S, T> Iterator<T> mapped(Iterator<S> all, Function<S, T> made) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public T next() {
        return made.apply(all.next());
      }
    };
  }

  @Override
  public final boolean hasNext() {
    boolean goesOn = true;
    while (upcoming.isEmpty() && goesOn) {
      goesOn = more();
    }
    return !upcoming.isEmpty();
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return upcoming.remove();
  }
}
