package io.trasa.web;

import io.trasa.common.ConflictException;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells open pages what changed, as server-sent events. Each page has a queue and a thread of its
 * own, so that a slow network never holds up the one who publishes; a page that falls too far
 * behind is cut off and connects again.
 */
@Component
public class LiveStream implements SmartLifecycle, DisposableBean {

  static final int MAX_PAGES = 2_000;
  private static final long NO_TIMEOUT = 0;
  private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

  /** The channel of everybody at a desk. */
  public static final String OFFICE = "office";

  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final JsonMapper json;
  private volatile boolean running;

  LiveStream(JsonMapper json) {
    this.json = json;
  }

  /** The channel of one technician's phones. */
  public static String technician(UUID id) {
    return "technician:" + id;
  }

  /** Sends the data, as JSON, to every open page at a desk under the given event name. */
  public void publish(String topic, Object data) {
    publishTo(OFFICE, topic, data);
  }

  /** The same to the pages that listen to one channel. */
  public void publishTo(String channel, String topic, Object data) {
    var listening = subscribers.stream().filter(s -> s.listensTo(channel)).toList();
    if (!listening.isEmpty()) {
      var message = new Subscriber.Message(topic, json.writeValueAsString(data));
      listening.forEach(s -> s.offer(message));
    }
  }

  /** The same once the running transaction is committed, so that nobody loads the old state. */
  public void publishAfterCommit(String topic, Object data) {
    publishAfterCommitTo(OFFICE, topic, data);
  }

  /** As {@link #publishAfterCommit}, to the pages that listen to one channel. */
  public void publishAfterCommitTo(String channel, String topic, Object data) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            publishTo(channel, topic, data);
          }
        });
  }

  /** Ends the streams of a session that is over: its user may not listen any more. */
  public void hangUp(String sessionId) {
    subscribers.stream().filter(s -> s.belongsTo(sessionId)).forEach(Subscriber::close);
  }

  @EventListener
  void on(HttpSessionDestroyedEvent ended) {
    hangUp(ended.getId());
  }

  private static String session() {
    var request = RequestContextHolder.getRequestAttributes();
    return request == null ? "" : request.getSessionId();
  }

  /**
   * A new open page that hears one channel, for as long as the caller's session lasts; see the
   * class for what happens to slow ones.
   */
  public SseEmitter subscribe(String channel) {
    if (subscribers.size() >= MAX_PAGES) {
      throw new ConflictException(
          "too-many-pages",
          "%d pages are connected already.".formatted(MAX_PAGES),
          "Close some and try again.");
    }
    var emitter = new SseEmitter(NO_TIMEOUT);
    var subscriber = new Subscriber(channel, session(), emitter, subscribers::remove);
    subscribers.add(subscriber);
    subscriber.offer(new Subscriber.Message("hello", "{}"));
    senders.execute(subscriber);
    return emitter;
  }

  @Scheduled(fixedRate = 15_000)
  void ping() {
    subscribers.forEach(s -> s.offer(Subscriber.PING));
  }

  @Override
  public void start() {
    running = true;
  }

  /** Open streams would otherwise hold up the graceful stop of the web server. */
  @Override
  public void stop() {
    running = false;
    log.debug("Closing {} live pages", subscribers.size());
    subscribers.forEach(Subscriber::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void destroy() {
    senders.shutdownNow();
  }

  static void send(SseEmitter emitter, Subscriber.Message message) throws IOException {
    emitter.send(
        message == Subscriber.PING
            ? SseEmitter.event().comment("ping")
            : SseEmitter.event()
                .name(message.topic())
                .data(message.json(), MediaType.APPLICATION_JSON));
  }
}
