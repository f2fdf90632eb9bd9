package io.trasa.security;

/** The parts people play; a user has one or more. */
public enum Role {
  ADMINISTRATOR,
  DISPATCHER,
  TECHNICIAN,
  WAREHOUSE,
  ACCOUNTANT,
  MANAGER,
  CUSTOMER;

  /** The name under which the security framework knows this role. */
  String authority() {
    return "ROLE_" + name();
  }
}
