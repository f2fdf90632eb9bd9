package io.trasa.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/**
 * One page of a list.
 *
 * @param total rows on all pages
 */
public record PageView<T>(List<T> items, int page, int size, long total) {

  public static <E, T> PageView<T> of(Page<E> found, Function<? super E, ? extends T> view) {
    List<T> items = found.getContent().stream().<T>map(view).toList();
    return new PageView<>(items, found.getNumber(), found.getSize(), found.getTotalElements());
  }

  /** A list that is short by nature and comes whole. */
  public static <T> PageView<T> whole(List<T> items) {
    return new PageView<>(items, 0, items.size(), items.size());
  }
}
