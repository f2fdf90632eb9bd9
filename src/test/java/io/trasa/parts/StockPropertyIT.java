package io.trasa.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.Order;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many clients at once, who repeat what they sent: no piece is lost, doubled or invented. */
@TrasaIT
class StockPropertyIT {

  private static final int CLIENTS = 8;
  private static final int STEPS = 40;

  @Autowired private ApplicationContext context;
  @Autowired private JdbcClient database;
  private StockKit kit;

  /** What the ledger must hold, by the id of the request: each counts once, however often sent. */
  private final Map<UUID, BigDecimal> received = new ConcurrentHashMap<>();

  private final Map<UUID, Usage> used = new ConcurrentHashMap<>();
  private final Map<UUID, UUID> takenBack = new ConcurrentHashMap<>();
  private final List<Callable<?>> sent = new CopyOnWriteArrayList<>();

  private List<Part> parts = List.of();
  private List<UUID> technicians = List.of();
  private List<Order> orders = List.of();

  @BeforeEach
  void openTheWarehouse() {
    kit = new StockKit(context);
    parts = IntStream.range(0, 3).mapToObj(i -> kit.part("Teil " + i, "0")).toList();
    technicians = IntStream.range(0, 3).mapToObj(i -> kit.technician("T" + i)).toList();
    orders = IntStream.range(0, 4).mapToObj(i -> kit.order()).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverLosesOrDoublesAPiece(long seed) throws Exception {
    inParallel(
        IntStream.range(0, CLIENTS)
            .mapToObj(client -> (Callable<Integer>) () -> play(new Random(seed * 100 + client)))
            .toList());

    assertThat(context.getBean(StockBook.class).differences()).isEmpty();
    assertThat(sum("from parts_balance b where part_id = any(?)"))
        .as("all that came is in the warehouse, on vans or with customers")
        .isEqualByComparingTo(received.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(sum("from parts_movement where kind = 'USE' and part_id = any(?)"))
        .as("each accepted use counts once")
        .isEqualByComparingTo(total(used.values().stream()));
    assertThat(sum("from parts_movement where kind = 'TAKE_BACK' and part_id = any(?)"))
        .isEqualByComparingTo(total(takenBack.keySet().stream().map(used::get)));
    assertThat(used).as("the play was a real one").hasSizeGreaterThan(10);
    orders.forEach(this::checkWay);
  }

  /** Asks the balances, where {@code ofOrder} asks the movements. */
  private void checkWay(Order order) {
    for (var part : kit.stock.ofOrder(order.id())) {
      assertThat(part.collected())
          .as("%s of %s", part.code(), order.number())
          .isEqualByComparingTo(part.used().add(part.returned()).add(part.onVan()));
      assertThat(held("VAN", order, part)).isEqualByComparingTo(part.onVan());
      assertThat(held("CUSTOMER", order, part)).isEqualByComparingTo(part.used());
    }
  }

  private int play(Random random) throws Exception {
    for (int i = 0; i < STEPS; i++) {
      var request = next(random);
      attempt(request);
      sent.add(request);
      if (random.nextInt(3) == 0) {
        attempt(sent.get(random.nextInt(sent.size())));
      }
    }
    return STEPS;
  }

  /** A refusal is an answer too; anything else ends the test. */
  private static void attempt(Callable<?> request) throws Exception {
    try {
      request.call();
    } catch (ConflictException refusal) {
      assertThat(refusal.code()).isEqualTo("not-enough");
    } catch (NotFoundException refusal) {
      assertThat(refusal).hasMessageContaining("use of a part");
    }
  }

  private Callable<?> next(Random random) {
    var technician = any(technicians, random);
    var order = any(orders, random);
    var quantity = BigDecimal.valueOf(1 + random.nextInt(4000), 3);
    var id = new UUID(random.nextLong(), random.nextLong());
    return switch (random.nextInt(10)) {
      case 0, 1 -> receive(id, lines(random), quantity);
      case 2, 3, 4 -> handOver(id, technician, lines(random));
      case 5 -> bringBack(id, technician, lines(random));
      case 6, 7, 8 -> use(id, technician, any(parts, random), order, quantity);
      default -> takeBackOrRelease(random, order);
    };
  }

  private Callable<?> receive(UUID id, List<TransferService.Line> lines, BigDecimal quantity) {
    var goods = lines.stream().map(l -> new GoodsService.Line(l.partId(), quantity)).toList();
    return () -> {
      kit.goods.receive(new GoodsService.Receipt(id, "", goods));
      return received.put(id, quantity.multiply(BigDecimal.valueOf(goods.size())));
    };
  }

  private Callable<?> handOver(UUID id, UUID technician, List<TransferService.Line> lines) {
    return () ->
        kit.transfers.handOver(
            new TransferService.HandOver(id, technician, StockKit.MONDAY, lines, ""));
  }

  private Callable<?> bringBack(UUID id, UUID technician, List<TransferService.Line> lines) {
    return () -> kit.transfers.bringBack(new TransferService.BringBack(id, technician, lines, ""));
  }

  private Callable<?> use(UUID id, UUID technician, Part part, Order order, BigDecimal quantity) {
    var usage =
        new Usage(
            id,
            order.id(),
            order.visits().getFirst().id(),
            technician,
            part.id(),
            quantity,
            StockKit.NINE);
    return () -> {
      kit.stock.use(usage);
      return used.put(id, usage);
    };
  }

  private Callable<?> takeBackOrRelease(Random random, Order order) {
    var known = new ArrayList<>(used.values());
    if (known.isEmpty() || random.nextBoolean()) {
      return () -> {
        kit.stock.release(order.id());
        return order;
      };
    }
    var usage = any(known, random);
    return () -> {
      kit.stock.takeBack(usage.id(), usage.technicianId());
      return takenBack.put(usage.id(), usage.id());
    };
  }

  /** One to three lines in any order of parts: whoever locked them as they come would block. */
  private List<TransferService.Line> lines(Random random) {
    return IntStream.range(0, 1 + random.nextInt(3))
        .mapToObj(
            i ->
                new TransferService.Line(
                    any(parts, random).id(),
                    random.nextInt(3) == 0 ? null : any(orders, random).id(),
                    BigDecimal.valueOf(1 + random.nextInt(2500), 3)))
        .toList();
  }

  @Test
  void numbersPapersWithoutGapsWhenManyAreIssuedAtOnce() throws Exception {
    kit.receive(parts.getFirst(), "10");
    var last = lastNumber();
    List<Callable<@Nullable String>> requests = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Every other one fails after it got its number, and must not use it up.
      var quantity = i % 2 == 0 ? "0.1" : "1000";
      requests.add(() -> numberOf(technicians.getFirst(), quantity));
    }
    var numbers = inParallel(requests).stream().filter(n -> n != null).sorted().toList();
    assertThat(numbers)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(last + 1, last + 20)
                .mapToObj(n -> "T26-%05d".formatted(n))
                .toList());
  }

  private @Nullable String numberOf(UUID technician, String quantity) {
    try {
      return kit.handOver(technician, parts.getFirst(), null, quantity).content().number();
    } catch (ConflictException notEnough) {
      return null;
    }
  }

  private int lastNumber() {
    return database
        .sql("select coalesce(max(last_number), 0) from parts_document_series where series = 'T26'")
        .query(Integer.class)
        .single();
  }

  private BigDecimal sum(String from) {
    return database
        .sql("select coalesce(sum(quantity), 0) " + from)
        .param(parts.stream().map(Part::id).toArray(UUID[]::new))
        .query(BigDecimal.class)
        .single();
  }

  private BigDecimal held(String kind, Order order, OrderPart part) {
    return database
        .sql(
            """
            select coalesce(sum(b.quantity), 0) from parts_balance b
            join parts_location l on l.id = b.location_id
            where l.kind = ? and b.order_id = ? and b.part_id = ?
            """)
        .params(kind, order.id(), part.partId())
        .query(BigDecimal.class)
        .single();
  }

  private static BigDecimal total(Stream<Usage> usages) {
    return usages.map(Usage::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static <T> List<T> inParallel(List<? extends Callable<T>> work) throws Exception {
    try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
