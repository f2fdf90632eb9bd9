package io.trasa.fieldwork;

import static io.trasa.fieldwork.Phone.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class WorkDoneIT {

  private static final String LINES =
      """
      , 'lines': [
        {'kind': 'OPERATION', 'text': 'Service', 'quantity': 1, 'unit': 'pc', 'unitPrice': 80, 'vatRate': 19},
        {'kind': 'OPERATION', 'text': 'Sweep', 'quantity': 2, 'unit': 'pc', 'unitPrice': 10, 'vatRate': 19},
        {'kind': 'OTHER', 'text': 'Fee', 'quantity': 1, 'unit': 'pc', 'unitPrice': 5, 'vatRate': 19}]
      """;

  @Autowired private WebApplicationContext context;
  @Autowired private SettableClock clock;
  @Autowired private FieldworkService fieldwork;
  private FieldKit kit;
  private Phone phone;

  @BeforeEach
  void goToWork() {
    kit = new FieldKit(context);
    phone = kit.phone("Zażółć Gęślą");
    clock.advance(Duration.ofHours(5));
  }

  @Test
  void takesTheOrdersOperationsUnlessSomebodySaysOtherwise() {
    var job = kit.sentTo(phone, LINES);
    assertThat(of(job).operations()).as("nothing is done yet").isEmpty();
    phone.send(
        action("START", job.visitId(), "08:00:00", ""),
        action("OPERATION", job.visitId(), "08:10:00", "'text': 'Sweep', 'quantity': 3"),
        action("OPERATION", job.visitId(), "08:11:00", "'text': 'Extra', 'quantity': 1"),
        action("FINISH", job.visitId(), "09:00:00", ""));
    assertThat(of(job).operations())
        .extracting(o -> o.text() + " " + o.quantity().stripTrailingZeros().toPlainString())
        .containsExactlyInAnyOrder("Service 1", "Sweep 3", "Extra 1");
    phone.tell("OPERATION", job.visitId(), "09:10:00", "'text': 'Service', 'quantity': 0");
    assertThat(of(job).operations())
        .extracting(WorkDone.Operation::text)
        .containsExactlyInAnyOrder("Sweep", "Extra");
  }

  @Test
  void knowsPurchasesThatWereNotWithdrawn() {
    var job = kit.sentTo(phone, "");
    var mistake = UUID.randomUUID().toString();
    var buy = "'text': 'Маркуч', 'quantity': 2, 'cost': 12.5";
    phone.send(
        action(mistake, "PURCHASE", job.visitId(), "08:00:00", buy.replace("12.5", "1250")),
        action("WITHDRAW", job.visitId(), "08:01:00", "'usageId': '%s'".formatted(mistake)),
        action("PURCHASE", job.visitId(), "08:02:00", buy));
    assertThat(of(job).purchases())
        .singleElement()
        .satisfies(bought -> assertThat(bought.cost()).isEqualByComparingTo("12.5"));
  }

  @Test
  void leavesOutTimesThatStillRun() {
    var job = kit.sentTo(phone, "");
    phone.send(
        action("TRAVEL", job.visitId(), "08:00:00", ""),
        action("START", job.visitId(), "08:30:00", ""));
    assertThat(of(job).times())
        .singleElement()
        .satisfies(time -> assertThat(time.kind()).isEqualTo(WorkDone.TimeKind.TRAVEL));
  }

  private WorkDone of(FieldKit.Job job) {
    return fieldwork.of(UUID.fromString(job.orderId()));
  }
}
