package io.trasa.fieldwork;

import static io.trasa.fieldwork.Phone.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

@TrasaIT
class PhoneIT {

  private static final String CHECKLIST =
      ", 'checklist': [{'text': 'Photo of nameplate', 'required': true}, {'text': 'Sweep'}]";

  @Autowired private WebApplicationContext context;
  @Autowired private SettableClock clock;
  private FieldKit kit;
  private Phone phone;

  @BeforeEach
  void goToWork() {
    kit = new FieldKit(context);
    phone = kit.phone("Иван Петров");
    clock.advance(Duration.ofHours(5));
  }

  @Test
  void carriesAVisitThroughWithTrueTimes() {
    var job = kit.sentTo(phone, CHECKLIST);
    var id = job.visitId();
    var day = phone.visit(id);
    assertThat(day.at("/stage").asString()).isEqualTo("WAITING");
    assertThat(day.at("/accessNotes").asString()).isEqualTo("Ring twice");
    assertThat(day.at("/navigation").asString()).isEqualTo("geo:53.557000,13.260000");
    assertThat(day.at("/facts/checklist/0/required").asBoolean()).isTrue();

    var answer =
        phone.send(
            action("RECEIVED", id, "07:30:00", ""),
            action("ACCEPT", id, "07:31:00", ""),
            action("TRAVEL", id, "08:00:00", ""),
            action("ARRIVE", id, "08:20:00", ""),
            action("START", id, "08:25:00", ""),
            action("PAUSE", id, "09:00:00", ""),
            action("RESUME", id, "09:10:00", ""),
            action("CHECK", id, "09:20:00", "'itemIndex': 0, 'done': true, 'note': 'Серия 7'"),
            action("NOTE", id, "09:25:00", "'text': 'Смених клапана'"),
            action("FINISH", id, "09:30:00", ""));
    assertThat(answer.body().get("outcomes").valueStream())
        .as(answer.body().toString())
        .hasSize(10)
        .allMatch(outcome -> outcome.get("applied").asBoolean());

    assertThat(kit.statusOf(job)).isEqualTo("DONE");
    var seen = phone.visit(id);
    assertThat(seen.at("/stage").asString()).isEqualTo("DONE");
    assertThat(seen.at("/facts/checklist/0/note").asString()).isEqualTo("Серия 7");
    assertThat(seen.at("/facts/notes/0/technician").asString()).isEqualTo("Иван Петров");
    var times = seen.at("/facts/times");
    assertThat(times.valueStream().map(t -> t.get("kind").asString()))
        .containsExactly("TRAVEL", "WORK", "WORK");
    assertThat(times.at("/0/start").asString()).isEqualTo("2026-11-23T08:00:00Z");
    assertThat(times.at("/0/end").asString()).isEqualTo("2026-11-23T08:20:00Z");
    assertThat(times.at("/1/end").asString()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(times.at("/2/end").asString()).isEqualTo("2026-11-23T09:30:00Z");
    var history = kit.office.get("/api/orders/{id}/history", job.orderId()).body().get("items");
    assertThat(history.valueStream().map(step -> step.get("source").asString()))
        .endsWith("PHONE", "PHONE", "PHONE", "PHONE");
  }

  @Test
  void whereItIsIsKnownWhileItsOwnerWorksAndForgottenWhenHeWishes() {
    assertThat(at(53.55, "08:00:00")).as("on his day off").isFalse();
    assertThat(seen()).isEmpty();
    var shift =
        "{'technicianId': '%s', 'start': '2026-11-23T06:00:00Z', 'end': '2026-11-23T14:00:00Z'}";
    kit.office.post(shift.formatted(phone.technicianId()), "/api/shifts");

    assertThat(at(53.55, "11:59:00")).isTrue();
    assertThat(at(53.40, "11:30:00")).as("told late").isTrue();
    assertThat(seen())
        .singleElement()
        .satisfies(it -> assertThat(it.at("/lat").asDouble()).isEqualTo(53.55));
    assertThat(at(53.56, "12:30:00")).as("of a clock that is ahead").isTrue();
    assertThat(seen().getFirst().at("/seenAt").asString()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(phone.http().get("/api/positions").status()).isEqualTo(403);

    assertThat(phone.http().delete("/api/phone/position").status()).isEqualTo(204);
    assertThat(seen()).isEmpty();
  }

  private boolean at(double lat, String time) {
    var seen = "{'lat': %s, 'lon': 13.26, 'accuracyMetres': 12, 'seenAt': '2026-11-23T%sZ'}";
    var answer = phone.http().put(seen.formatted(lat, time), "/api/phone/position");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("noted").asBoolean();
  }

  private List<JsonNode> seen() {
    return kit.office
        .get("/api/positions")
        .body()
        .get("items")
        .valueStream()
        .filter(it -> it.at("/technicianId").asString().equals(phone.technicianId()))
        .toList();
  }

  @Test
  void bringsAlongWhatWasDoneAtTheSiteBefore() {
    var first = kit.sentTo(phone, "");
    phone.send(
        action("START", first.visitId(), "08:00:00", ""),
        action("NOTE", first.visitId(), "08:10:00", "'text': 'Valve sticks when cold'"),
        action("FINISH", first.visitId(), "08:30:00", ""));
    var next = kit.sentTo(phone, "");
    var past = phone.visit(next.visitId()).at("/history/0");
    assertThat(past.at("/status").asString()).isEqualTo("DONE");
    assertThat(past.at("/at").asString()).isEqualTo("2026-11-23T08:30:00Z");
    assertThat(past.at("/technicians/0").asString()).isEqualTo("Иван Петров");
    assertThat(past.at("/note").asString()).isEqualTo("Valve sticks when cold");
    assertThat(phone.visit(first.visitId()).at("/history"))
        .as("not its own")
        .noneMatch(visit -> "Valve sticks when cold".equals(visit.at("/note").asString()));
  }

  @Test
  void appliesARepeatedActionOnce() {
    var job = kit.sentTo(phone, "");
    var note = action("NOTE", job.visitId(), "09:00:00", "'text': 'Once'");
    var first = phone.send(note);
    clock.advance(Duration.ofMinutes(3));
    assertThat(phone.send(note).body()).isEqualTo(first.body());
    assertThat(phone.visit(job.visitId()).at("/facts/notes")).hasSize(1);
  }

  @Test
  void appliesParallelDuplicatesOnce() throws Exception {
    var job = kit.sentTo(phone, "");
    var accept = action("ACCEPT", job.visitId(), "09:00:00", "");
    var purchase =
        action(
            "PURCHASE", job.visitId(), "09:01:00", "'text': 'Hose', 'quantity': 1, 'cost': 12.5");
    try (var threads = Executors.newFixedThreadPool(6)) {
      var answers = new ArrayList<Future<Office.Answer>>();
      for (int i = 0; i < 6; i++) {
        answers.add(threads.submit(() -> phone.send(accept, purchase)));
      }
      for (var answer : answers) {
        assertThat(answer.get().body().get("outcomes").valueStream())
            .as(answer.get().body().toString())
            .allMatch(outcome -> outcome.get("applied").asBoolean());
      }
    }
    assertThat(phone.visit(job.visitId()).at("/facts/purchases")).hasSize(1);
    assertThat(kit.statusOf(job)).isEqualTo("ACCEPTED");
  }

  @Test
  void keepsARefusedActionAndGoesOn() {
    var job = kit.sentTo(phone, CHECKLIST);
    var id = job.visitId();
    var finish = action("FINISH", id, "09:00:00", "");
    var answer =
        phone.send(
            action("START", id, "08:00:00", ""),
            finish,
            action("NOTE", id, "09:01:00", "'text': 'Came after it'"));
    assertThat(answer.at("/outcomes/0/applied")).isEqualTo("true");
    assertThat(answer.at("/outcomes/1/code")).isEqualTo("checklist-open");
    assertThat(answer.at("/outcomes/1/problem")).contains("Photo of nameplate");
    assertThat(answer.at("/outcomes/2/applied")).isEqualTo("true");
    assertThat(kit.statusOf(job)).isEqualTo("IN_PROGRESS");

    phone.tell("CHECK", id, "09:02:00", "'itemIndex': 0, 'done': true");
    assertThat(phone.send(finish).at("/outcomes/0/code"))
        .as("the same id has the same outcome")
        .isEqualTo("checklist-open");
    assertThat(phone.tell("FINISH", id, "09:03:00", "").get("applied").asBoolean()).isTrue();
    var refused = kit.office.get("/api/visits/{id}/fieldwork", id).body().get("refused");
    assertThat(refused).hasSize(1);
    assertThat(refused.at("/0/kind").asString()).isEqualTo("FINISH");
  }

  @Test
  void judgesTheTimeOfATap() {
    var id = kit.sentTo(phone, "").visitId();
    var soon = phone.tell("NOTE", id, "12:05:00", "'text': 'Skew'");
    assertThat(soon.get("clockCorrected").asBoolean()).isFalse();
    var ahead = phone.tell("NOTE", id, "19:00:00", "'text': 'Ahead'");
    assertThat(ahead.get("applied").asBoolean()).isTrue();
    assertThat(ahead.get("clockCorrected").asBoolean()).isTrue();
    assertThat(ahead.get("at").asString()).isEqualTo("2026-11-23T12:00:00Z");
    var old = action("NOTE", id, "12:00:00", "'text': 'Old'").replace("2026-11-23", "2026-11-08");
    assertThat(phone.send(old).at("/outcomes/0/code")).isEqualTo("invalid");
  }

  @Test
  void refusesWhatIsNotTheirs() {
    var job = kit.sentTo(phone, "");
    var stranger = kit.phone("Stranger");
    assertThat(stranger.tell("ACCEPT", job.visitId(), "09:00:00", "").get("code").asString())
        .isEqualTo("not-yours");
    assertThat(stranger.has(job.visitId())).isFalse();
    assertThat(
            phone
                .tell("NOTE", UUID.randomUUID().toString(), "09:00:00", "'text': 'x'")
                .get("code")
                .asString())
        .isEqualTo("not-found");
    var mine = action("NOTE", job.visitId(), "09:00:00", "'text': 'Secret'");
    phone.send(mine);
    assertThat(stranger.send(mine).at("/outcomes/0/code")).isEqualTo("id-taken");
    for (var role : new Role[] {Role.DISPATCHER, Role.WAREHOUSE, Role.CUSTOMER}) {
      var other = new Office(context, role);
      assertThat(other.get("/api/phone/day").status()).isEqualTo(403);
      assertThat(other.post("{'actions': [%s]}".formatted(mine), "/api/phone/actions").status())
          .isEqualTo(403);
    }
  }

  @Test
  void refusesOnlyTheActionWhosePayloadIsWrong() {
    var id = kit.sentTo(phone, "").visitId();
    var answer =
        phone.send(
            action("NOTE", id, "09:00:00", "'text': '%s'".formatted("x".repeat(2001))),
            action("PURCHASE", id, "09:00:00", "'text': 'Hose', 'quantity': 0, 'cost': 3"),
            action("DECLINE", id, "09:00:00", "'reason': '  '"),
            action("SIGN", id, "09:00:00", "'name': 'Nobody'"),
            action("NOTE", id, "09:00:00", "'text': 'Good'"));
    assertThat(answer.body().get("outcomes").valueStream().map(o -> o.get("code").asString()))
        .startsWith("invalid", "invalid", "invalid", "invalid");
    assertThat(answer.at("/outcomes/4/applied")).isEqualTo("true");
  }

  @Test
  void declinesWithAReason() {
    var job = kit.sentTo(phone, "");
    phone.tell("DECLINE", job.visitId(), "09:00:00", "'reason': 'Колата е счупена'");
    assertThat(kit.statusOf(job)).isEqualTo("PLANNED");
    assertThat(phone.has(job.visitId())).isFalse();
    var history = kit.office.get("/api/orders/{id}/history", job.orderId()).body().get("items");
    assertThat(history.valueStream().map(step -> step.get("reason").asString()))
        .contains("Колата е счупена");
    clock.advance(Duration.ofMinutes(1));
    kit.step(job, "DISPATCH", phone);
    assertThat(phone.tell("ACCEPT", job.visitId(), "10:00:00", "").get("applied").asBoolean())
        .isTrue();
  }

  @Test
  void measuresEachOfACrew() {
    var helper = kit.phone("Helper");
    var job = kit.job("", 2);
    kit.dispatch(job, phone, helper);
    var id = job.visitId();
    helper.send(action("TRAVEL", id, "08:00:00", ""), action("START", id, "08:30:00", ""));
    assertThat(kit.statusOf(job)).as("the lead moves the visit").isEqualTo("DISPATCHED");
    phone.send(action("START", id, "08:40:00", ""), action("FINISH", id, "09:40:00", ""));
    assertThat(kit.statusOf(job)).isEqualTo("DONE");
    assertThat(helper.visit(id).get("stage").asString()).isEqualTo("WORKING");
    assertThat(helper.tell("FINISH", id, "10:00:00", "").get("applied").asBoolean()).isTrue();
    var done = context.getBean(FieldworkService.class).of(UUID.fromString(job.orderId()));
    assertThat(done.times())
        .extracting(t -> Duration.between(t.start(), t.end()).toMinutes())
        .containsExactlyInAnyOrder(30L, 90L, 60L);
  }

  @Test
  void acceptsWhatTheOfficeDidMeanwhile() {
    var job = kit.sentTo(phone, "");
    for (var step : new String[] {"ACCEPT", "TRAVEL", "START"}) {
      kit.step(job, step);
    }
    var answer =
        phone.send(
            action("TRAVEL", job.visitId(), "08:00:00", ""),
            action("START", job.visitId(), "08:30:00", ""),
            action("FINISH", job.visitId(), "09:30:00", ""));
    assertThat(answer.body().get("outcomes").valueStream())
        .as(answer.body().toString())
        .allMatch(outcome -> outcome.get("applied").asBoolean());
    assertThat(kit.statusOf(job)).isEqualTo("DONE");
  }

  @Test
  void stopsTimesOfAVisitThatIsTakenAway() {
    var job = kit.sentTo(phone, "");
    phone.tell("TRAVEL", job.visitId(), "11:00:00", "");
    kit.step(job, "CANCEL");
    var times =
        kit.office.get("/api/visits/{id}/fieldwork", job.visitId()).at("/facts/times/0/end");
    assertThat(times).isEqualTo("2026-11-23T12:00:00Z");
  }

  @Test
  void correctsTimesAndKeepsTheTaps() {
    var job = kit.sentTo(phone, "");
    var id = job.visitId();
    phone.send(action("START", id, "08:00:00", ""), action("FINISH", id, "11:00:00", ""));
    var time = kit.office.get("/api/visits/{id}/fieldwork", id).body().at("/facts/times/0");
    var form =
        "{'version': %d, 'start': '2026-11-23T08:00:00Z', 'end': '2026-11-23T%s:00Z', 'reason':"
            + " '%s'}";
    var path = "/api/visits/{id}/times/{time}/corrections";
    var timeId = time.get("id").asString();
    var corrected =
        kit.office.post(
            form.formatted(time.get("version").asLong(), "10:00", "Lunch"), path, id, timeId);
    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(201);
    assertThat(corrected.at("/end")).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(corrected.at("/tappedEnd")).isEqualTo("2026-11-23T11:00:00Z");
    assertThat(corrected.at("/corrections/0/by")).isEqualTo("anna");
    var again =
        kit.office.post(
            form.formatted(time.get("version").asLong(), "10:30", "Late"), path, id, timeId);
    assertThat(again.at("/code")).isEqualTo("changed-meanwhile");
    var future =
        kit.office.post(form.formatted(corrected.version(), "13:00", "x"), path, id, timeId);
    assertThat(future.at("/errors/0/field")).isEqualTo("end");
    var done = context.getBean(FieldworkService.class).of(UUID.fromString(job.orderId()));
    assertThat(done.times())
        .singleElement()
        .satisfies(t -> assertThat(t.end()).isEqualTo("2026-11-23T10:00:00Z"));
    var added =
        kit.office.post(
            """
            {'technicianId': '%s', 'kind': 'TRAVEL', 'start': '2026-11-23T07:40:00Z',
             'end': '2026-11-23T08:00:00Z', 'reason': 'Forgot to tap'}
            """
                .formatted(phone.technicianId()),
            "/api/visits/{id}/times",
            id);
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
  }
}
