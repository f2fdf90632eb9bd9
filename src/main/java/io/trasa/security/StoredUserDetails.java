package io.trasa.security;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Shows our users to the security framework. */
@Component
class StoredUserDetails implements UserDetailsService {

  private final Users users;

  StoredUserDetails(Users users) {
    this.users = users;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    return users
        .findByUsernameIgnoreCase(username)
        .map(StoredUserDetails::detailsOf)
        .orElseThrow(() -> new UsernameNotFoundException("There is no user " + username));
  }

  static UserDetails detailsOf(User user) {
    return org.springframework.security.core.userdetails.User.withUsername(user.username())
        .password(user.passwordHash())
        .authorities(user.roles().stream().map(Role::authority).toArray(String[]::new))
        .disabled(!user.isActive())
        .build();
  }
}
