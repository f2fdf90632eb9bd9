package io.trasa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class SubscriberTest {

  /** A page on a network that takes nothing until it is let go. */
  private static final class StuckPage extends SseEmitter {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void send(SseEventBuilder event) {
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  @Timeout(20)
  void neverHoldsUpThePublisherAndIsCutOff() throws InterruptedException {
    var page = new StuckPage();
    var gone = new CountDownLatch(1);
    var subscriber = new Subscriber(LiveStream.OFFICE, "", page, s -> gone.countDown());
    Thread.ofVirtual().start(subscriber);
    subscriber.offer(new Subscriber.Message("hello", "{}"));
    page.reached.await();
    for (int i = 0; i < 10_000; i++) {
      subscriber.offer(new Subscriber.Message("board", "{}"));
    }
    assertThat(gone.getCount()).as("still stuck, yet all is published").isEqualTo(1);
    page.released.countDown();
    assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
