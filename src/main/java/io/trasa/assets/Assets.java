package io.trasa.assets;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Assets extends JpaRepository<Asset, UUID>, JpaSpecificationExecutor<Asset> {

  Optional<Asset> findByModelIdAndSerialIgnoreCase(UUID modelId, String serial);

  /** Writes the copies of a customer's name, without touching version and stamps. */
  @Modifying(flushAutomatically = true)
  @Query(
      value =
          "update assets_asset set customer_name = :name"
              + " where customer_id = :customerId and customer_name <> :name",
      nativeQuery = true)
  void renameCustomer(UUID customerId, String name);

  /** Writes the copies of a model's names, without touching version and stamps. */
  @Modifying(flushAutomatically = true)
  @Query(
      value =
          "update assets_asset set model_name = :name, model_kind = :kind"
              + " where model_id = :modelId and (model_name <> :name or model_kind <> :kind)",
      nativeQuery = true)
  void renameModel(UUID modelId, String name, String kind);
}
