package io.trasa.testkit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream as a page sees it: events in their order, to be waited for. */
public final class LiveEvents implements AutoCloseable {

  /** One event and its data. */
  public record Event(String name, JsonNode data) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Stream<String> lines;
  private String name = "";
  private volatile boolean orderly;

  LiveEvents(Stream<String> lines) {
    this.lines = lines;
    Thread.ofVirtual().start(this::readAll);
  }

  private void readAll() {
    try {
      lines.forEach(this::read);
      orderly = true;
    } finally {
      ended.countDown();
    }
  }

  /** Waits until the server hangs up; true if it did so in an orderly way. */
  public boolean awaitEnd() {
    try {
      return ended.await(Browser.PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && orderly;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(String line) {
    if (line.startsWith("event:")) {
      name = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      events.add(new Event(name, new JsonMapper().readTree(line.substring("data:".length()))));
    }
  }

  /** The next event of that name and kind; those before it are forgotten. */
  public JsonNode await(String wanted, Predicate<JsonNode> matching) {
    long end = System.nanoTime() + Browser.PATIENCE.toNanos();
    try {
      for (Event next = poll(end); next != null; next = poll(end)) {
        if (next.name().equals(wanted) && matching.test(next.data())) {
          return next.data();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("No such event came: " + wanted);
  }

  private @Nullable Event poll(long end) throws InterruptedException {
    return events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    lines.close();
  }
}
