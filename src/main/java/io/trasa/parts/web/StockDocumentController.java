package io.trasa.parts.web;

import io.trasa.parts.StockDocument;
import io.trasa.parts.StockDocuments;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Transfers, returns, goods receipts and counts, as they were issued. */
@RestController
@RequestMapping("/api/stock-documents")
class StockDocumentController {

  private final StockDocuments documents;

  StockDocumentController(StockDocuments documents) {
    this.documents = documents;
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<StockDocumentView> list(
      @RequestParam(required = false) StockDocument.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable String search,
      Paging paging) {
    return PageView.of(documents.search(kind, search, paging.request()), StockDocumentView::of);
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  StockDocumentView get(@PathVariable UUID id) {
    return StockDocumentView.of(documents.get(id));
  }
}
