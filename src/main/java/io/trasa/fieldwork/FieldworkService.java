package io.trasa.fieldwork;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to what was done on site. */
@Service
public class FieldworkService {

  public WorkDone of(UUID orderId) {
    return new WorkDone(List.of(), List.of(), List.of());
  }
}
