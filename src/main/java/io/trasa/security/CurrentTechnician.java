package io.trasa.security;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which technician the person is who is acting now. */
@Component
public class CurrentTechnician {

  private final CurrentUser currentUser;
  private final Users users;

  CurrentTechnician(CurrentUser currentUser, Users users) {
    this.currentUser = currentUser;
    this.users = users;
  }

  /**
   * @throws AccessDeniedException if the user is no technician
   */
  @Transactional(readOnly = true)
  public UUID id() {
    return users
        .findByUsernameIgnoreCase(currentUser.name())
        .map(User::technicianId)
        .orElseThrow(
            () ->
                new AccessDeniedException(
                    "%s is linked to no technician. Ask the administrator to link the user."
                        .formatted(currentUser.name())));
  }
}
