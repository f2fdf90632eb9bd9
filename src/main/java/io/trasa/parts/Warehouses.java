package io.trasa.parts;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Warehouses extends JpaRepository<Warehouse, UUID> {}
