package io.trasa.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what was done at sites before. */
@Service
@Transactional(readOnly = true)
public class SiteHistory {

  /** As many visits of a site as fit on a phone. */
  public static final int MOST = 5;

  // By customer first: a site is its customer's, and orders are indexed by customer.
  private static final String LAST_VISITS =
      """
      select * from (
        select v.id, o.site_id, o.number, o.reason, o.scope, o.asset_ids, v.status, v.technician_ids,
          coalesce(v.finished_at, v.planned_start) as happened_at,
          row_number() over (
            partition by o.site_id order by coalesce(v.finished_at, v.planned_start) desc, v.id)
            as place
        from orders_order o join orders_visit v on v.order_id = o.id
        where o.customer_id in (:customers) and o.site_id in (:sites)
        and v.status in ('DONE', 'SETTLED', 'INVOICED', 'FAILED')
        and coalesce(v.finished_at, v.planned_start) is not null
      ) visit where place <= :most order by place
      """;

  private final JdbcClient jdbc;

  SiteHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An earlier visit.
   *
   * @param at when it ended, or else was to begin
   * @param assetIds the devices it was about
   * @param technicianIds who went, the lead first
   */
  public record PastVisit(
      UUID visitId,
      UUID siteId,
      String orderNumber,
      String title,
      VisitStatus status,
      Instant at,
      List<UUID> assetIds,
      List<UUID> technicianIds) {}

  /**
   * By visit of the sheets, the other visits to its site that were carried out or in vain, the
   * latest first; at most {@value #MOST} each.
   */
  public Map<UUID, List<PastVisit>> before(Collection<JobSheet> sheets) {
    if (sheets.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<PastVisit>> bySite =
        jdbc
            .sql(LAST_VISITS)
            .param("customers", sheets.stream().map(JobSheet::customerId).distinct().toList())
            .param("sites", sheets.stream().map(JobSheet::siteId).distinct().toList())
            .param("most", MOST + 1)
            .query(SiteHistory::visit)
            .list()
            .stream()
            .collect(Collectors.groupingBy(PastVisit::siteId));
    return sheets.stream()
        .collect(
            Collectors.toMap(
                JobSheet::visitId,
                sheet ->
                    bySite.getOrDefault(sheet.siteId(), List.of()).stream()
                        .filter(visit -> !visit.visitId().equals(sheet.visitId()))
                        .limit(MOST)
                        .toList()));
  }

  private static PastVisit visit(ResultSet row, int number) throws SQLException {
    return new PastVisit(
        row.getObject("id", UUID.class),
        row.getObject("site_id", UUID.class),
        row.getString("number"),
        Order.title(row.getString("number"), row.getString("reason"), row.getString("scope")),
        VisitStatus.valueOf(row.getString("status")),
        row.getTimestamp("happened_at").toInstant(),
        List.of((UUID[]) row.getArray("asset_ids").getArray()),
        List.of((UUID[]) row.getArray("technician_ids").getArray()));
  }
}
