package io.trasa.documents;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CompanyCards extends JpaRepository<CompanyCard, UUID> {}
