package io.trasa.web;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page: a bounded queue of messages and the loop that sends them. */
final class Subscriber implements Runnable {

  record Message(String topic, String json) {}

  static final Message PING = new Message("ping", "");
  private static final Message END = new Message("end", "");
  private static final int MAX_WAITING = 256;

  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final String channel;
  private final String session;
  private final SseEmitter emitter;
  private final Consumer<Subscriber> whenGone;

  /**
   * @param session the session of the one who listens; empty if there is none
   */
  Subscriber(String channel, String session, SseEmitter emitter, Consumer<Subscriber> whenGone) {
    this.channel = channel;
    this.session = session;
    this.emitter = emitter;
    this.whenGone = whenGone;
    emitter.onCompletion(this::close);
    emitter.onError(fault -> close());
  }

  boolean listensTo(String wanted) {
    return channel.equals(wanted);
  }

  boolean belongsTo(String ended) {
    return session.equals(ended);
  }

  void offer(Message message) {
    if (!waiting.offer(message)) {
      close();
    }
  }

  void close() {
    waiting.clear();
    waiting.add(END);
  }

  @Override
  public void run() {
    try {
      for (Message next = waiting.take(); next != END; next = waiting.take()) {
        LiveStream.send(emitter, next);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      // The page was closed or the network broke; it connects again by itself.
      emitter.completeWithError(gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      whenGone.accept(this);
    }
  }
}
