package io.trasa.documents.web;

import io.trasa.documents.FileService;
import io.trasa.documents.FileService.Purpose;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded files. */
@RestController
@RequestMapping("/api/files")
class FileController {

  private final FileService files;

  FileController(FileService files) {
    this.files = files;
  }

  record FileView(
      UUID id,
      Purpose purpose,
      UUID ownerId,
      String name,
      String type,
      long size,
      Instant createdAt,
      String createdBy) {

    static FileView of(FileService.Entry entry) {
      return new FileView(
          entry.id(),
          entry.purpose(),
          entry.ownerId(),
          entry.name(),
          entry.type(),
          entry.size(),
          entry.createdAt(),
          entry.createdBy());
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER, Role.WAREHOUSE})
  List<FileView> list(@RequestParam UUID owner) {
    return files.of(owner).stream().map(FileView::of).toList();
  }

  /** Stores a file once, however often it is sent: the id is the sender's. */
  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT})
  @ResponseStatus(HttpStatus.CREATED)
  FileView store(
      @RequestParam UUID id,
      @RequestParam Purpose purpose,
      @RequestParam UUID owner,
      @RequestPart MultipartFile file)
      throws IOException {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return FileView.of(files.store(id, purpose, owner, name, file.getBytes()));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER, Role.WAREHOUSE})
  ResponseEntity<byte[]> content(@PathVariable UUID id) {
    var entry = files.get(id);
    boolean picture = MediaType.parseMediaType(entry.type()).getType().equals("image");
    return picture
        ? SafeContent.picture(entry.name(), entry.type(), files.content(id))
        : SafeContent.toKeep(entry.name(), entry.type(), files.content(id));
  }
}
