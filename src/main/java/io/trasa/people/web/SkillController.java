package io.trasa.people.web;

import io.trasa.people.RegisterService;
import io.trasa.people.Skill;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What technicians can do. */
@RestController
@RequestMapping("/api/skills")
class SkillController {

  private final RegisterService register;

  SkillController(RegisterService register) {
    this.register = register;
  }

  record SkillView(UUID id, long version, String name) {

    static SkillView of(Skill skill) {
      return new SkillView(skill.id(), skill.version(), skill.name());
    }
  }

  record SkillForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 100) String name) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<SkillView> list(Paging paging) {
    return PageView.of(register.skills(paging.request()), SkillView::of);
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  SkillView create(@RequestBody @Validated SkillForm form) {
    return SkillView.of(register.createSkill(form.name().strip()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  SkillView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) SkillForm form) {
    return SkillView.of(register.changeSkill(id, form.version(), form.name().strip()));
  }

  @DeleteMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    register.removeSkill(id);
  }
}
