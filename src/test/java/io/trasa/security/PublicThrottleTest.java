package io.trasa.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class PublicThrottleTest {

  private final PublicThrottle throttle = new PublicThrottle(new ProblemWriter(new JsonMapper()));

  @Test
  void slowsDownEachAddressOnItsOwn() throws Exception {
    for (int i = 0; i < PublicThrottle.CALLS_PER_ADDRESS; i++) {
      assertThat(call("/api/public/links/x", "10.0.0.1").getStatus()).isEqualTo(200);
    }
    var refused = call("/api/public/links/y", "10.0.0.1");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(refused.getContentAsString()).contains("too-many-attempts");
    assertThat(call("/api/public/links/x", "10.0.0.2").getStatus()).isEqualTo(200);
    assertThat(call("/api/orders", "10.0.0.1").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse call(String path, String address) throws Exception {
    var request = new MockHttpServletRequest("GET", path);
    request.setRemoteAddr(address);
    var response = new MockHttpServletResponse();
    throttle.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
