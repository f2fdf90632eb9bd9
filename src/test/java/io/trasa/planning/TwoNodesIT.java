package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import io.trasa.testkit.LiveEvents;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Two applications on one database, one of which is killed; this one only makes the company. */
@TrasaIT
@TestPropertySource(properties = "trasa.planning.parallel-jobs=0")
@Timeout(240)
class TwoNodesIT {

  private static final String JOBS = "/api/plan-jobs";
  private static final int SECONDS = 8;
  private static final int SECONDS_TO_SHARE = 15;

  @Autowired private CustomerService customers;
  @Autowired private OrderService orders;
  @Autowired private PeopleService people;
  @Autowired private RegisterService register;
  @Autowired private ShiftService shifts;
  @Autowired private UserService users;
  @Autowired private JdbcClient jdbc;
  @Autowired private Environment environment;

  @Test
  void aJobIsSeenAndStoppedFromAnyNodeAndSurvivesTheDeathOfItsOwn() {
    new SmallCompany(customers, orders, people, register, shifts);
    users.create(
        "watcher",
        "a long password",
        new UserService.Profile("W", Set.of(Role.DISPATCHER), "en", null));
    try (var first = Node.start(environment);
        var second = Node.start(environment)) {
      first.awaitStart();
      second.awaitStart();
      stopsFromTheOtherNode(first, second);
      searchesABigPlanOnBoth(first, second);
      survives(first, second);
    }
  }

  private void stopsFromTheOtherNode(Node first, Node second) {
    UUID id = plan(first.browser(), 60);
    Node other = isAt(id, first) ? second : first;
    await().until(() -> job(other, id).get("betterPlans").asInt() > 0);
    assertThat(other.browser().post("", JOBS + "/" + id + "/stop").status()).isEqualTo(200);
    await().until(() -> job(other, id).get("state").asString().equals("STOPPED"));
    assertThat(plansOf(id)).isEqualTo(1);
  }

  /** Big is from ten visits on here. */
  private void searchesABigPlanOnBoth(Node first, Node second) {
    UUID id = plan(first.browser(), SECONDS_TO_SHARE);
    boolean isFirst = isAt(id, first);
    Node own = isFirst ? first : second;
    Node other = isFirst ? second : first;
    var whoSearchesAPart =
        jdbc.sql(
                """
                select coalesce(max(picked_by), '') from planning_task
                where task_name = 'plan-part' and task_instance like :id
                """)
            .param("id", id + "/%")
            .query(String.class);
    await().until(() -> whoSearchesAPart.single().startsWith(other.pid() + "@"));
    await().until(() -> job(first, id).get("state").asString().equals("DONE"));
    assertThat(own.log()).contains("searched in 2 parts, 1 of them on other nodes");
    assertThat(plansOf(id)).isEqualTo(1);
    assertThat(job(first, id).get("planned").asInt()).isEqualTo(22);
    assertThat(number("select count(*) from planning_part where job_id = :id", id)).isZero();
  }

  private void survives(Node first, Node second) {
    try (LiveEvents atFirst = first.browser().listen();
        LiveEvents atSecond = second.browser().listen()) {
      UUID id = plan(first.browser(), SECONDS);
      boolean isFirst = isAt(id, first);
      Node doomed = isFirst ? first : second;
      Node heir = isFirst ? second : first;
      LiveEvents page = isFirst ? atSecond : atFirst;
      JsonNode progress =
          page.await("plan-job", job -> isOf(job, id) && job.get("betterPlans").asInt() > 0);
      var board = heir.browser().get("/api/board?day=" + SmallCompany.DAY + "&job=" + id);
      assertThat(board.at("/plan/id")).as("its best plan so far").isEqualTo(id.toString());
      assertThat(heir.browser().get(JOBS).json().at("/items/0/id").asString())
          .isEqualTo(id.toString());

      doomed.kill();

      JsonNode done = page.await("plan-job", job -> isOf(job, id) && !job.get("endedAt").isNull());
      assertThat(done.get("state").asString()).isEqualTo("DONE");
      assertThat(done.get("planned").asInt())
          .isGreaterThanOrEqualTo(progress.get("planned").asInt());
      assertThat(done.get("betterPlans").asInt()).isPositive();
      page.await("board", news -> true);
      assertThat(plansOf(id)).isEqualTo(1);
      assertThat(number("select attempt from planning_job where id = :id", id)).isEqualTo(2);
      assertThat(number("select searched_millis from planning_job where id = :id", id))
          .as("both together")
          .isLessThanOrEqualTo(Duration.ofSeconds(SECONDS + 2).toMillis());
      await()
          .until(
              () ->
                  number(
                          "select count(*) from planning_task where task_instance = cast(:id as"
                              + " text)",
                          id)
                      == 0);
    }
  }

  private static UUID plan(Browser browser, int seconds) {
    var wish = "{'from': '%s', 'days': 1, 'seconds': %d}".formatted(SmallCompany.DAY, seconds);
    var answer = browser.post(wish, JOBS);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return UUID.fromString(answer.at("/id"));
  }

  /** Waits until a node has taken the job and says whether it is this one. */
  private boolean isAt(UUID job, Node node) {
    var sql = "select coalesce(max(picked_by), '') from planning_task where task_instance = :id";
    var picked = jdbc.sql(sql).param("id", job.toString()).query(String.class);
    await().until(() -> !picked.single().isEmpty());
    return picked.single().startsWith(node.pid() + "@");
  }

  private static JsonNode job(Node node, UUID id) {
    return node.browser().get(JOBS + "/" + id).json();
  }

  private static boolean isOf(JsonNode job, UUID id) {
    return job.get("id").asString().equals(id.toString());
  }

  private long plansOf(UUID job) {
    return number("select count(*) from planning_plan where job_id = :id", job);
  }

  private long number(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(Long.class).single();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }
}
