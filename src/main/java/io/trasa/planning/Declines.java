package io.trasa.planning;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Declines extends JpaRepository<Decline, UUID> {}
