package io.trasa.reporting;

import static io.trasa.reporting.Column.Type.CODE;
import static io.trasa.reporting.Column.Type.DAY;
import static io.trasa.reporting.Column.Type.INSTANT;
import static io.trasa.reporting.Column.Type.MONEY;
import static io.trasa.reporting.Column.Type.NUMBER;
import static io.trasa.reporting.Column.Type.TEXT;

import io.trasa.common.NotFoundException;
import java.util.List;

/** All reports there are. A new one is a view, an entry here, and its words in four languages. */
final class Reports {

  private static final String ORDER = "/orders/{order_id}";
  private static final String PARTS_OF_TECHNICIAN =
      "/reports/parts-lines?technician_id={technician_id}&part_id={part_id}";
  private static final String PARTS_OF_INVOICE = "/reports/parts-lines?invoice_id={invoice_id}";

  static final List<Report> ALL =
      List.of(
          new Report(
              "unfinished-repairs",
              "reporting_unfinished_repair",
              "created_at",
              false,
              null,
              List.of("status", "type"),
              false,
              List.of(
                  Column.of("number", TEXT).to(ORDER),
                  Column.of("created_at", INSTANT),
                  Column.of("customer", TEXT),
                  Column.of("city", TEXT),
                  Column.of("title", TEXT),
                  Column.of("type", CODE),
                  Column.of("priority", CODE),
                  Column.of("status", CODE),
                  Column.of("due_date", DAY),
                  Column.of("planned_start", INSTANT),
                  Column.of("technicians", TEXT)),
              "created_at, number",
              null),
          new Report(
              "history-by-serial",
              "reporting_asset_history",
              "happened_at",
              false,
              "search",
              List.of("asset_id"),
              false,
              List.of(
                  Column.of("serial", TEXT).to("/equipment/{asset_id}"),
                  Column.of("model", TEXT),
                  Column.of("customer", TEXT),
                  Column.of("happened_at", INSTANT),
                  Column.of("number", TEXT).to(ORDER),
                  Column.of("type", CODE),
                  Column.of("status", CODE),
                  Column.of("title", TEXT),
                  Column.of("work", TEXT),
                  Column.of("parts", TEXT),
                  Column.sum("net", MONEY)),
              "serial, happened_at, number",
              null),
          new Report(
              "earnings",
              "reporting_earning",
              "day",
              true,
              null,
              List.of("technician_id"),
              true,
              List.of(
                  Column.of("technician", TEXT)
                      .to("/reports/earnings-lines?technician_id={technician_id}"),
                  Column.of("kind", CODE),
                  Column.of("service", CODE)
                      .to(
                          "/reports/earnings-lines?technician_id={technician_id}&kind={kind}"
                              + "&service={service}"),
                  Column.sum("quantity", NUMBER),
                  Column.sum("amount", MONEY)),
              "technician, technician_id, kind, service",
              null),
          new Report(
              "earnings-lines",
              "reporting_earning",
              "day",
              true,
              null,
              List.of("technician_id", "kind", "service"),
              false,
              List.of(
                  Column.of("day", DAY),
                  Column.of("technician", TEXT),
                  Column.of("order_number", TEXT).to(ORDER),
                  Column.of("kind", CODE),
                  Column.of("service", CODE),
                  Column.of("quantity", NUMBER),
                  Column.of("rate", MONEY),
                  Column.sum("amount", MONEY),
                  Column.of("reason", TEXT)),
              "day, technician, order_number",
              "earnings"),
          new Report(
              "parts-by-technician",
              "reporting_part_used",
              "happened_at",
              false,
              null,
              List.of("technician_id"),
              true,
              List.of(
                  Column.of("technician", TEXT)
                      .to("/reports/parts-lines?technician_id={technician_id}"),
                  Column.of("code", TEXT).to(PARTS_OF_TECHNICIAN),
                  Column.of("name", TEXT),
                  Column.sum("quantity", NUMBER),
                  Column.of("unit", TEXT),
                  Column.sum("cost", MONEY)),
              "technician, code",
              null),
          new Report(
              "parts-by-invoice",
              "reporting_part_used",
              "happened_at",
              false,
              null,
              List.of("invoice_id"),
              true,
              List.of(
                  Column.of("invoice_number", TEXT).to("/invoices/{invoice_id}"),
                  Column.of("order_number", TEXT).to(ORDER),
                  Column.of("code", TEXT).to(PARTS_OF_INVOICE),
                  Column.of("name", TEXT),
                  Column.sum("quantity", NUMBER),
                  Column.of("unit", TEXT),
                  Column.sum("cost", MONEY)),
              "invoice_number nulls first, order_number, code",
              null),
          new Report(
              "parts-lines",
              "reporting_part_used",
              "happened_at",
              false,
              null,
              List.of("technician_id", "part_id", "invoice_id"),
              false,
              List.of(
                  Column.of("happened_at", INSTANT),
                  Column.of("technician", TEXT),
                  Column.of("code", TEXT),
                  Column.of("name", TEXT),
                  Column.sum("quantity", NUMBER),
                  Column.of("unit", TEXT),
                  Column.sum("cost", MONEY),
                  Column.of("order_number", TEXT).to(ORDER),
                  Column.of("invoice_number", TEXT).to("/invoices/{invoice_id}")),
              "happened_at, movement_id",
              "parts-by-technician"),
          new Report(
              "profitability",
              "reporting_profitability",
              "settled_at",
              false,
              "search",
              List.of("type"),
              false,
              List.of(
                  Column.of("number", TEXT).to(ORDER),
                  Column.of("settled_at", INSTANT),
                  Column.of("customer", TEXT),
                  Column.of("title", TEXT),
                  Column.of("type", CODE),
                  Column.sum("net", MONEY).to("/settlement/{order_id}"),
                  Column.sum("labour", MONEY),
                  Column.sum("parts", MONEY),
                  Column.sum("purchases", MONEY),
                  Column.sum("cost", MONEY),
                  Column.sum("margin", MONEY)),
              "settled_at desc, number",
              null));

  private Reports() {}

  /**
   * @throws NotFoundException if there is none of that name
   */
  static Report get(String name) {
    return ALL.stream()
        .filter(report -> report.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("report", name));
  }
}
