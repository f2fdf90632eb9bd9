package io.trasa.security;

import io.trasa.common.Stored;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. */
@Entity
@Table(name = "security_user")
public class User extends Stored {

  private String username = "";
  private String displayName = "";
  private String passwordHash = "";
  private String language = "en";
  private boolean active = true;

  /** The technician this user is, for phone users. */
  private @Nullable UUID technicianId;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "security_user_role", joinColumns = @JoinColumn(name = "user_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = EnumSet.noneOf(Role.class);

  protected User() {}

  User(String username, String passwordHash) {
    this.username = username;
    this.passwordHash = passwordHash;
  }

  void describe(String displayName, Set<Role> roles, String language, @Nullable UUID technicianId) {
    this.displayName = displayName;
    this.roles = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    this.language = language;
    this.technicianId = technicianId;
  }

  void changePassword(String newHash) {
    this.passwordHash = newHash;
  }

  void speak(String language) {
    this.language = language;
  }

  void activate(boolean active) {
    this.active = active;
  }

  String passwordHash() {
    return passwordHash;
  }

  public String username() {
    return username;
  }

  public String displayName() {
    return displayName;
  }

  public String language() {
    return language;
  }

  public boolean isActive() {
    return active;
  }

  public @Nullable UUID technicianId() {
    return technicianId;
  }

  public Set<Role> roles() {
    return Set.copyOf(roles);
  }
}
