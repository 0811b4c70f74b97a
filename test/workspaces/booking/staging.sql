-- MySQL dump 10.13  Distrib 9.7.4, for Linux (x86_64)
--
-- Host: 127.0.0.1    Database: booking
-- ------------------------------------------------------
-- Server version	9.7.4-2

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `activity_log`
--

DROP TABLE IF EXISTS `activity_log`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `activity_log` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `log_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `description` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `subject_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `subject_id` bigint unsigned DEFAULT NULL,
  `event` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `causer_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `causer_id` bigint unsigned DEFAULT NULL,
  `properties` json DEFAULT NULL,
  `batch_uuid` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `subject` (`subject_type`,`subject_id`),
  KEY `causer` (`causer_type`,`causer_id`),
  KEY `activity_log_log_name_index` (`log_name`),
  KEY `activity_log_company_id_index` (`company_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `activity_log`
--

LOCK TABLES `activity_log` WRITE;
/*!40000 ALTER TABLE `activity_log` DISABLE KEYS */;
/*!40000 ALTER TABLE `activity_log` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `appointment_modification_stats`
--

DROP TABLE IF EXISTS `appointment_modification_stats`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `appointment_modification_stats` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `stat_type` enum('cancel_30d','reschedule_30d','cancel_90d','reschedule_90d') COLLATE utf8mb4_unicode_ci NOT NULL,
  `period_start` date NOT NULL,
  `period_end` date NOT NULL,
  `count` int unsigned NOT NULL DEFAULT '0',
  `calculated_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `apt_stats_unique` (`company_id`,`customer_id`,`stat_type`,`period_start`),
  KEY `appointment_modification_stats_customer_id_foreign` (`customer_id`),
  KEY `apt_stats_company_idx` (`company_id`),
  KEY `apt_stats_customer_idx` (`company_id`,`customer_id`),
  CONSTRAINT `appointment_modification_stats_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `appointment_modification_stats_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `appointment_modification_stats`
--

LOCK TABLES `appointment_modification_stats` WRITE;
/*!40000 ALTER TABLE `appointment_modification_stats` DISABLE KEYS */;
/*!40000 ALTER TABLE `appointment_modification_stats` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `appointment_modifications`
--

DROP TABLE IF EXISTS `appointment_modifications`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `appointment_modifications` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `modification_type` enum('cancel','reschedule') COLLATE utf8mb4_unicode_ci NOT NULL,
  `within_policy` tinyint(1) NOT NULL DEFAULT '1',
  `fee_charged` decimal(10,2) NOT NULL DEFAULT '0.00',
  `reason` text COLLATE utf8mb4_unicode_ci,
  `modified_by_type` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `modified_by_id` varchar(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `metadata` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `appointment_modifications_appointment_id_foreign` (`appointment_id`),
  KEY `appointment_modifications_customer_id_foreign` (`customer_id`),
  KEY `apt_mod_company_idx` (`company_id`),
  KEY `apt_mod_rolling_idx` (`company_id`,`customer_id`,`modification_type`,`created_at`),
  KEY `apt_mod_appointment_idx` (`company_id`,`appointment_id`),
  CONSTRAINT `appointment_modifications_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE,
  CONSTRAINT `appointment_modifications_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `appointment_modifications_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `appointment_modifications`
--

LOCK TABLES `appointment_modifications` WRITE;
/*!40000 ALTER TABLE `appointment_modifications` DISABLE KEYS */;
/*!40000 ALTER TABLE `appointment_modifications` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `appointments`
--

DROP TABLE IF EXISTS `appointments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `appointments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned DEFAULT NULL,
  `call_id` bigint unsigned DEFAULT NULL,
  `calcom_event_type_id` bigint unsigned DEFAULT NULL,
  `calcom_booking_uid` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `external_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `starts_at` datetime NOT NULL,
  `ends_at` datetime NOT NULL,
  `starts_on` date GENERATED ALWAYS AS (cast(`starts_at` as date)) STORED,
  `duration_minutes` smallint unsigned DEFAULT NULL,
  `status` enum('pending','confirmed','completed','cancelled','no_show') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `source` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'phone' COMMENT 'phone, web, api, import',
  `price` decimal(10,2) DEFAULT NULL,
  `notes` text COLLATE utf8mb4_unicode_ci,
  `booking_metadata` json DEFAULT NULL,
  `series_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `parent_appointment_id` bigint unsigned DEFAULT NULL,
  `version` int unsigned NOT NULL DEFAULT '1' COMMENT 'optimistic lock',
  `reminder_24h_sent_at` timestamp NULL DEFAULT NULL,
  `cancelled_at` timestamp NULL DEFAULT NULL,
  `cancellation_reason` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `appointments_company_calcom_uid_unique` (`company_id`,`calcom_booking_uid`),
  UNIQUE KEY `appointments_company_id_external_id_unique` (`company_id`,`external_id`),
  KEY `appointments_starts_at_index` (`starts_at`),
  KEY `appointments_status_index` (`status`),
  KEY `appointments_company_id_starts_at_index` (`company_id`,`starts_at`),
  KEY `appointments_company_id_status_index` (`company_id`,`status`),
  KEY `appointments_staff_id_starts_at_index` (`staff_id`,`starts_at`),
  KEY `appointments_branch_id_starts_at_index` (`branch_id`,`starts_at`),
  KEY `appointments_customer_id_starts_at_index` (`customer_id`,`starts_at`),
  KEY `idx_appointments_range` (`starts_at`,`ends_at`),
  KEY `idx_appointments_company_range` (`company_id`,`starts_at`,`ends_at`),
  KEY `idx_appointments_staff_range` (`staff_id`,`starts_at`,`ends_at`),
  KEY `idx_appointments_branch_range` (`branch_id`,`starts_at`,`ends_at`),
  KEY `appointments_company_id_index` (`company_id`),
  KEY `appointments_reminder_due` (`reminder_24h_sent_at`,`starts_at`),
  KEY `appointments_status_starts` (`status`,`starts_at`),
  KEY `appointments_company_id_starts_on_index` (`company_id`,`starts_on`),
  KEY `appointments_company_id_starts_on_status_index` (`company_id`,`starts_on`,`status`),
  KEY `appt_dash_company_status_starts` (`company_id`,`status`,`starts_at`),
  KEY `appt_dash_company_staff` (`company_id`,`staff_id`),
  KEY `appt_dash_company_staff_starts` (`company_id`,`staff_id`,`starts_at`),
  KEY `appt_dash_company_branch` (`company_id`,`branch_id`),
  KEY `appt_dash_company_branch_starts` (`company_id`,`branch_id`,`starts_at`),
  KEY `appointments_parent_appointment_id_foreign` (`parent_appointment_id`),
  KEY `appointments_series_id_index` (`series_id`),
  KEY `appointments_series_id_starts_at_index` (`series_id`,`starts_at`),
  KEY `perf_appointments_company_starts` (`company_id`,`starts_at`),
  KEY `perf_appointments_service_starts` (`service_id`,`starts_at`),
  KEY `perf_appointments_branch_starts` (`branch_id`,`starts_at`),
  KEY `perf_appointments_staff_starts` (`staff_id`,`starts_at`),
  KEY `perf_appointments_status_starts` (`status`,`starts_at`),
  KEY `idx_appt_company_status_created` (`company_id`,`status`,`created_at`),
  KEY `idx_appt_company` (`company_id`),
  KEY `idx_appt_status` (`status`),
  KEY `idx_appt_call` (`call_id`),
  KEY `idx_appt_starts_at` (`starts_at`),
  KEY `idx_appt_company_status` (`company_id`,`status`),
  KEY `idx_appt_customer` (`customer_id`),
  KEY `idx_appt_service` (`service_id`),
  KEY `idx_appt_branch` (`branch_id`),
  KEY `idx_appt_staff` (`staff_id`),
  KEY `appointments_company_deleted_idx` (`company_id`,`deleted_at`),
  CONSTRAINT `appointments_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointments_call_id_foreign` FOREIGN KEY (`call_id`) REFERENCES `calls` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointments_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `appointments_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  CONSTRAINT `appointments_parent_appointment_id_foreign` FOREIGN KEY (`parent_appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointments_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointments_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `appointments`
--

LOCK TABLES `appointments` WRITE;
/*!40000 ALTER TABLE `appointments` DISABLE KEYS */;
INSERT INTO `appointments` (`id`, `company_id`, `branch_id`, `staff_id`, `customer_id`, `service_id`, `call_id`, `calcom_event_type_id`, `calcom_booking_uid`, `external_id`, `starts_at`, `ends_at`, `duration_minutes`, `status`, `source`, `price`, `notes`, `booking_metadata`, `series_id`, `parent_appointment_id`, `version`, `reminder_24h_sent_at`, `cancelled_at`, `cancellation_reason`, `created_at`, `updated_at`, `deleted_at`) VALUES (1,1,'00000000-0000-4000-8000-000000000101','00000000-0000-4000-8000-000000000201',1,1,NULL,NULL,NULL,NULL,'2025-10-27 09:00:00','2025-10-27 09:30:00',NULL,'confirmed','phone',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,'00000000-0000-4000-8000-000000000101','00000000-0000-4000-8000-000000000201',1,2,NULL,NULL,NULL,NULL,'2025-10-28 10:00:00','2025-10-28 11:30:00',NULL,'cancelled','phone',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,3,'00000000-0000-4000-8000-000000000103','00000000-0000-4000-8000-000000000203',3,3,NULL,NULL,NULL,NULL,'2025-10-28 10:00:00','2025-10-28 10:45:00',NULL,'pending','phone',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `appointments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `branch_service`
--

DROP TABLE IF EXISTS `branch_service`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `branch_service` (
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `price_override` decimal(10,2) DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  PRIMARY KEY (`branch_id`,`service_id`),
  KEY `branch_service_service_id_foreign` (`service_id`),
  CONSTRAINT `branch_service_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `branch_service_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `branch_service`
--

LOCK TABLES `branch_service` WRITE;
/*!40000 ALTER TABLE `branch_service` DISABLE KEYS */;
/*!40000 ALTER TABLE `branch_service` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `branches`
--

DROP TABLE IF EXISTS `branches`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `branches` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `street` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `postal_code` varchar(12) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `city` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `country` char(2) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'DE',
  `latitude` decimal(10,7) DEFAULT NULL,
  `longitude` decimal(10,7) DEFAULT NULL,
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `opening_hours` json DEFAULT NULL,
  `is_main` tinyint(1) NOT NULL DEFAULT '0',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `branches_company_id_slug_unique` (`company_id`,`slug`),
  KEY `branches_company_active_idx` (`company_id`,`is_active`),
  CONSTRAINT `branches_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `branches`
--

LOCK TABLES `branches` WRITE;
/*!40000 ALTER TABLE `branches` DISABLE KEYS */;
INSERT INTO `branches` VALUES ('00000000-0000-4000-8000-000000000101',1,'North','north',NULL,NULL,NULL,'DE',NULL,NULL,NULL,'{\"mon\": [[\"09:00\", \"18:00\"]]}',1,1,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),('00000000-0000-4000-8000-000000000102',1,'South','south',NULL,NULL,NULL,'DE',NULL,NULL,NULL,NULL,0,1,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),('00000000-0000-4000-8000-000000000103',3,'Quay','quay',NULL,NULL,NULL,'DE',NULL,NULL,NULL,'{\"mon\": [[\"09:00\", \"18:00\"]]}',1,1,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `branches` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `cache`
--

DROP TABLE IF EXISTS `cache`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `cache` (
  `key` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `value` mediumtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `expiration` int NOT NULL,
  PRIMARY KEY (`key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `cache`
--

LOCK TABLES `cache` WRITE;
/*!40000 ALTER TABLE `cache` DISABLE KEYS */;
/*!40000 ALTER TABLE `cache` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `cache_locks`
--

DROP TABLE IF EXISTS `cache_locks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `cache_locks` (
  `key` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `owner` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `expiration` int NOT NULL,
  PRIMARY KEY (`key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `cache_locks`
--

LOCK TABLES `cache_locks` WRITE;
/*!40000 ALTER TABLE `cache_locks` DISABLE KEYS */;
/*!40000 ALTER TABLE `cache_locks` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calcom_bookings`
--

DROP TABLE IF EXISTS `calcom_bookings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calcom_bookings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `calcom_event_type_id` bigint unsigned DEFAULT NULL,
  `calcom_uid` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'accepted',
  `starts_at` datetime NOT NULL,
  `ends_at` datetime NOT NULL,
  `attendee_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `attendee_email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `raw` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calcom_bookings_calcom_uid_unique` (`calcom_uid`),
  KEY `calcom_bookings_appointment_id_foreign` (`appointment_id`),
  KEY `calcom_bookings_calcom_event_type_id_foreign` (`calcom_event_type_id`),
  KEY `calcom_bookings_company_id_status_starts_at_index` (`company_id`,`status`,`starts_at`),
  CONSTRAINT `calcom_bookings_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `calcom_bookings_calcom_event_type_id_foreign` FOREIGN KEY (`calcom_event_type_id`) REFERENCES `calcom_event_types` (`id`) ON DELETE SET NULL,
  CONSTRAINT `calcom_bookings_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calcom_bookings`
--

LOCK TABLES `calcom_bookings` WRITE;
/*!40000 ALTER TABLE `calcom_bookings` DISABLE KEYS */;
/*!40000 ALTER TABLE `calcom_bookings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calcom_event_mappings`
--

DROP TABLE IF EXISTS `calcom_event_mappings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calcom_event_mappings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `calcom_event_type_id` bigint unsigned NOT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calcom_event_mappings_target_unique` (`service_id`,`staff_id`,`calcom_event_type_id`),
  KEY `calcom_service_mappings_company_id_foreign` (`company_id`),
  KEY `calcom_service_mappings_event_type_id_foreign` (`calcom_event_type_id`),
  KEY `calcom_event_mappings_staff_id_foreign` (`staff_id`),
  CONSTRAINT `calcom_event_mappings_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE,
  CONSTRAINT `calcom_service_mappings_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `calcom_service_mappings_event_type_id_foreign` FOREIGN KEY (`calcom_event_type_id`) REFERENCES `calcom_event_types` (`id`) ON DELETE CASCADE,
  CONSTRAINT `calcom_service_mappings_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calcom_event_mappings`
--

LOCK TABLES `calcom_event_mappings` WRITE;
/*!40000 ALTER TABLE `calcom_event_mappings` DISABLE KEYS */;
/*!40000 ALTER TABLE `calcom_event_mappings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calcom_event_types`
--

DROP TABLE IF EXISTS `calcom_event_types`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calcom_event_types` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `calcom_id` bigint unsigned NOT NULL,
  `slug` varchar(160) COLLATE utf8mb4_unicode_ci NOT NULL,
  `title` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `length_minutes` smallint unsigned NOT NULL DEFAULT '30',
  `is_hidden` tinyint(1) NOT NULL DEFAULT '0',
  `team_id` bigint unsigned DEFAULT NULL,
  `metadata` json DEFAULT NULL,
  `last_synced_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calcom_event_types_company_id_calcom_id_unique` (`company_id`,`calcom_id`),
  KEY `calcom_event_types_team_id_index` (`team_id`),
  CONSTRAINT `calcom_event_types_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calcom_event_types`
--

LOCK TABLES `calcom_event_types` WRITE;
/*!40000 ALTER TABLE `calcom_event_types` DISABLE KEYS */;
INSERT INTO `calcom_event_types` VALUES (1,1,9001,'cut','Cut',30,0,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,1,9002,'cut-long','Cut',60,0,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(3,3,9003,'massage','Massage',45,0,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `calcom_event_types` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calcom_sync_logs`
--

DROP TABLE IF EXISTS `calcom_sync_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calcom_sync_logs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `entity` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `entity_id` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `direction` enum('pull','push') COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'ok',
  `message` text COLLATE utf8mb4_unicode_ci,
  `payload` json DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `calcom_sync_logs_company_id_foreign` (`company_id`),
  KEY `calcom_sync_logs_entity_entity_id_index` (`entity`,`entity_id`),
  CONSTRAINT `calcom_sync_logs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calcom_sync_logs`
--

LOCK TABLES `calcom_sync_logs` WRITE;
/*!40000 ALTER TABLE `calcom_sync_logs` DISABLE KEYS */;
/*!40000 ALTER TABLE `calcom_sync_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `callback_escalations`
--

DROP TABLE IF EXISTS `callback_escalations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `callback_escalations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `callback_request_id` bigint unsigned NOT NULL,
  `escalated_from` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `escalated_to` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `escalation_reason` enum('sla_breach','manual','multiple_attempts') COLLATE utf8mb4_unicode_ci NOT NULL,
  `escalated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `resolved_at` timestamp NULL DEFAULT NULL,
  `resolution_notes` text COLLATE utf8mb4_unicode_ci,
  `metadata` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `callback_escalations_callback_request_id_foreign` (`callback_request_id`),
  KEY `callback_escalations_escalated_from_foreign` (`escalated_from`),
  KEY `callback_escalations_escalated_to_foreign` (`escalated_to`),
  KEY `callback_esc_company_idx` (`company_id`),
  KEY `callback_esc_request_idx` (`company_id`,`callback_request_id`),
  KEY `callback_esc_open_idx` (`company_id`,`resolved_at`),
  CONSTRAINT `callback_escalations_callback_request_id_foreign` FOREIGN KEY (`callback_request_id`) REFERENCES `callback_requests` (`id`) ON DELETE CASCADE,
  CONSTRAINT `callback_escalations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `callback_escalations_escalated_from_foreign` FOREIGN KEY (`escalated_from`) REFERENCES `staff` (`id`) ON DELETE SET NULL,
  CONSTRAINT `callback_escalations_escalated_to_foreign` FOREIGN KEY (`escalated_to`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `callback_escalations`
--

LOCK TABLES `callback_escalations` WRITE;
/*!40000 ALTER TABLE `callback_escalations` DISABLE KEYS */;
/*!40000 ALTER TABLE `callback_escalations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `callback_requests`
--

DROP TABLE IF EXISTS `callback_requests`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `callback_requests` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `service_id` bigint unsigned DEFAULT NULL COMMENT 'kept when the service is removed',
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL COMMENT 'whom the caller asked for',
  `assigned_to` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `phone_number` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `customer_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `preferred_time_window` json DEFAULT NULL,
  `urgency` enum('normal','high','urgent') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'normal',
  `status` enum('pending','assigned','contacted','completed','expired','cancelled') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `notes` text COLLATE utf8mb4_unicode_ci,
  `metadata` json DEFAULT NULL,
  `assigned_at` timestamp NULL DEFAULT NULL,
  `contacted_at` timestamp NULL DEFAULT NULL,
  `completed_at` timestamp NULL DEFAULT NULL,
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `callback_requests_customer_id_foreign` (`customer_id`),
  KEY `callback_requests_branch_id_foreign` (`branch_id`),
  KEY `callback_requests_staff_id_foreign` (`staff_id`),
  KEY `callback_requests_assigned_to_foreign` (`assigned_to`),
  KEY `callback_company_idx` (`company_id`),
  KEY `callback_status_urgency_idx` (`company_id`,`status`,`urgency`),
  KEY `callback_customer_idx` (`company_id`,`customer_id`),
  KEY `callback_assigned_idx` (`company_id`,`assigned_to`,`status`),
  KEY `callback_created_idx` (`company_id`,`created_at`),
  KEY `callback_expires_idx` (`company_id`,`expires_at`),
  CONSTRAINT `callback_requests_assigned_to_foreign` FOREIGN KEY (`assigned_to`) REFERENCES `staff` (`id`) ON DELETE SET NULL,
  CONSTRAINT `callback_requests_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `callback_requests_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `callback_requests_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `callback_requests_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `callback_requests`
--

LOCK TABLES `callback_requests` WRITE;
/*!40000 ALTER TABLE `callback_requests` DISABLE KEYS */;
/*!40000 ALTER TABLE `callback_requests` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calls`
--

DROP TABLE IF EXISTS `calls`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calls` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `phone_number_id` bigint unsigned DEFAULT NULL,
  `retell_call_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `direction` enum('inbound','outbound') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'inbound',
  `from_number` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `to_number` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `status` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'started',
  `outcome` varchar(60) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `started_at` timestamp NULL DEFAULT NULL,
  `ended_at` timestamp NULL DEFAULT NULL,
  `duration_sec` int unsigned DEFAULT NULL COMMENT 'seconds',
  `duration_minutes` decimal(8,2) DEFAULT NULL,
  `cost_cents` int unsigned NOT NULL DEFAULT '0',
  `transcript` longtext COLLATE utf8mb4_unicode_ci,
  `sentiment_score` decimal(5,2) DEFAULT NULL,
  `recording_url` varchar(1024) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `summary` text COLLATE utf8mb4_unicode_ci,
  `analysis` json DEFAULT NULL,
  `appointment_made` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calls_retell_call_id_unique` (`retell_call_id`),
  KEY `calls_branch_id_foreign` (`branch_id`),
  KEY `calls_from_number_index` (`from_number`),
  KEY `calls_company_id_created_at_index` (`company_id`,`created_at`),
  KEY `calls_company_id_index` (`company_id`),
  KEY `calls_phone_number_id_foreign` (`phone_number_id`),
  KEY `perf_calls_company_status_created` (`company_id`,`status`,`created_at`),
  KEY `perf_calls_customer_created` (`customer_id`,`created_at`),
  FULLTEXT KEY `calls_transcript_fulltext` (`transcript`),
  CONSTRAINT `calls_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `calls_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `calls_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `calls_phone_number_id_foreign` FOREIGN KEY (`phone_number_id`) REFERENCES `phone_numbers` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calls`
--

LOCK TABLES `calls` WRITE;
/*!40000 ALTER TABLE `calls` DISABLE KEYS */;
INSERT INTO `calls` VALUES (1,1,NULL,1,NULL,'call_0001','inbound',NULL,NULL,'ended',NULL,NULL,NULL,95,1.58,0,NULL,NULL,NULL,NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,NULL,NULL,NULL,'call_0002','inbound',NULL,NULL,'ended',NULL,NULL,NULL,240,NULL,0,NULL,NULL,NULL,NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,3,NULL,3,NULL,'call_0003','inbound',NULL,NULL,'ended',NULL,NULL,NULL,NULL,2.00,0,NULL,NULL,NULL,NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `calls` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `companies`
--

DROP TABLE IF EXISTS `companies`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `companies` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint unsigned DEFAULT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `phone` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'UTC',
  `locale` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `settings` json DEFAULT NULL,
  `default_language` varchar(10) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (json_unquote(json_extract(`settings`,_utf8mb4'$."language"'))) VIRTUAL,
  `billing_status` enum('trial','active','suspended','cancelled') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'trial',
  `trial_ends_at` timestamp NULL DEFAULT NULL,
  `calcom_team_id` bigint unsigned DEFAULT NULL,
  `balance_cents` int NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `companies_slug_unique` (`slug`),
  KEY `companies_tenant_id_foreign` (`tenant_id`),
  KEY `companies_billing_status_index` (`billing_status`),
  KEY `companies_calcom_team_id_index` (`calcom_team_id`),
  KEY `companies_default_language_index` (`default_language`),
  CONSTRAINT `companies_tenant_id_foreign` FOREIGN KEY (`tenant_id`) REFERENCES `tenants` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `companies`
--

LOCK TABLES `companies` WRITE;
/*!40000 ALTER TABLE `companies` DISABLE KEYS */;
INSERT INTO `companies` (`id`, `tenant_id`, `name`, `slug`, `email`, `phone`, `timezone`, `locale`, `is_active`, `settings`, `billing_status`, `trial_ends_at`, `calcom_team_id`, `balance_cents`, `created_at`, `updated_at`, `deleted_at`) VALUES (1,1,'Salon One','salon-one',NULL,NULL,'Europe/Berlin','en',1,'{\"language\": \"en\"}','active',NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,'Salon Two','salon-two',NULL,NULL,'Europe/Berlin','en',1,'{\"language\": \"de\"}','trial',NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,2,'Physio Quay','physio-quay',NULL,NULL,'Europe/Berlin','en',1,NULL,'active',NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `companies` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `customer_notes`
--

DROP TABLE IF EXISTS `customer_notes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `customer_notes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `customer_id` bigint unsigned NOT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `author_id` bigint unsigned DEFAULT NULL,
  `category` enum('general','preference','medical','complaint') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'general',
  `body` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_pinned` tinyint(1) NOT NULL DEFAULT '0',
  `parent_id` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `customer_notes_customer_id_foreign` (`customer_id`),
  KEY `customer_notes_author_id_foreign` (`author_id`),
  KEY `customer_notes_company_id_foreign` (`company_id`),
  KEY `customer_notes_parent_id_foreign` (`parent_id`),
  CONSTRAINT `customer_notes_author_id_foreign` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `customer_notes_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `customer_notes_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  CONSTRAINT `customer_notes_parent_id_foreign` FOREIGN KEY (`parent_id`) REFERENCES `customer_notes` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `customer_notes`
--

LOCK TABLES `customer_notes` WRITE;
/*!40000 ALTER TABLE `customer_notes` DISABLE KEYS */;
INSERT INTO `customer_notes` VALUES (1,1,1,NULL,'general','Prefers mornings;\nno calls -- please.',0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `customer_notes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `customers`
--

DROP TABLE IF EXISTS `customers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `customers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `tenant_id` bigint unsigned DEFAULT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `phone` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `phone_normalized` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `birthdate` date DEFAULT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `source` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'phone',
  `is_vip` tinyint(1) NOT NULL DEFAULT '0',
  `no_show_count` smallint unsigned NOT NULL DEFAULT '0',
  `preferred_staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  `marketing_consent_at` timestamp NULL DEFAULT NULL,
  `meta` json DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `customers_tenant_id_index` (`tenant_id`),
  KEY `customers_tenant_phone_idx` (`tenant_id`,`phone`),
  KEY `customers_email_index` (`email`),
  KEY `customers_phone_normalized_index` (`phone_normalized`),
  KEY `customers_preferred_staff_id_foreign` (`preferred_staff_id`),
  KEY `customers_company_phone_idx` (`company_id`,`phone_normalized`),
  KEY `customers_company_email_idx` (`company_id`,`email`),
  KEY `perf_customers_company_created` (`company_id`,`created_at`),
  CONSTRAINT `customers_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `customers_preferred_staff_id_foreign` FOREIGN KEY (`preferred_staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `customers`
--

LOCK TABLES `customers` WRITE;
/*!40000 ALTER TABLE `customers` DISABLE KEYS */;
INSERT INTO `customers` VALUES (1,1,1,'Customer A',NULL,'+49 000 0001','+490000001',NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL),(2,NULL,1,'Customer B\'s sister',NULL,'+49 000 0002','+490000002',NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL),(3,3,NULL,'Customer C',NULL,'+49 000 0003','+490000003',NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL),(4,NULL,2,'Customer D',NULL,NULL,NULL,NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL);
/*!40000 ALTER TABLE `customers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `failed_jobs`
--

DROP TABLE IF EXISTS `failed_jobs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `failed_jobs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `uuid` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `connection` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `queue` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `payload` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `exception` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `failed_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `failed_jobs_uuid_unique` (`uuid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `failed_jobs`
--

LOCK TABLES `failed_jobs` WRITE;
/*!40000 ALTER TABLE `failed_jobs` DISABLE KEYS */;
/*!40000 ALTER TABLE `failed_jobs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `holidays`
--

DROP TABLE IF EXISTS `holidays`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `holidays` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `day` date NOT NULL,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_closed` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `holidays_company_id_branch_id_day_unique` (`company_id`,`branch_id`,`day`),
  KEY `holidays_branch_id_foreign` (`branch_id`),
  CONSTRAINT `holidays_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `holidays_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `holidays`
--

LOCK TABLES `holidays` WRITE;
/*!40000 ALTER TABLE `holidays` DISABLE KEYS */;
/*!40000 ALTER TABLE `holidays` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `integrations`
--

DROP TABLE IF EXISTS `integrations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `integrations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `ulid` char(26) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `provider` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `credentials` text COLLATE utf8mb4_unicode_ci COMMENT 'encrypted by the model cast',
  `settings` json DEFAULT NULL,
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'disconnected',
  `connected_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `integrations_company_id_provider_unique` (`company_id`,`provider`),
  UNIQUE KEY `integrations_ulid_unique` (`ulid`),
  CONSTRAINT `integrations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `integrations`
--

LOCK TABLES `integrations` WRITE;
/*!40000 ALTER TABLE `integrations` DISABLE KEYS */;
/*!40000 ALTER TABLE `integrations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `job_batches`
--

DROP TABLE IF EXISTS `job_batches`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `job_batches` (
  `id` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `total_jobs` int NOT NULL,
  `pending_jobs` int NOT NULL,
  `failed_jobs` int NOT NULL,
  `failed_job_ids` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `options` mediumtext COLLATE utf8mb4_unicode_ci,
  `cancelled_at` int DEFAULT NULL,
  `created_at` int NOT NULL,
  `finished_at` int DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `job_batches`
--

LOCK TABLES `job_batches` WRITE;
/*!40000 ALTER TABLE `job_batches` DISABLE KEYS */;
/*!40000 ALTER TABLE `job_batches` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `jobs`
--

DROP TABLE IF EXISTS `jobs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `jobs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `queue` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `payload` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `attempts` tinyint unsigned NOT NULL,
  `reserved_at` int unsigned DEFAULT NULL,
  `available_at` int unsigned NOT NULL,
  `created_at` int unsigned NOT NULL,
  PRIMARY KEY (`id`),
  KEY `jobs_queue_index` (`queue`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `jobs`
--

LOCK TABLES `jobs` WRITE;
/*!40000 ALTER TABLE `jobs` DISABLE KEYS */;
/*!40000 ALTER TABLE `jobs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `migrations`
--

DROP TABLE IF EXISTS `migrations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `migrations` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `migration` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `batch` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=105 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `migrations`
--

LOCK TABLES `migrations` WRITE;
/*!40000 ALTER TABLE `migrations` DISABLE KEYS */;
INSERT INTO `migrations` VALUES (1,'0001_01_01_000000_create_users_table',1),(2,'0001_01_01_000001_create_cache_table',1),(3,'0001_01_01_000002_create_jobs_table',1),(4,'2024_01_08_091500_create_tenants_table',1),(5,'2024_01_08_091600_create_companies_table',1),(6,'2024_01_08_091700_create_branches_table',1),(7,'2024_01_08_092000_create_staff_table',1),(8,'2024_01_08_092500_create_customers_table',1),(9,'2024_01_09_101010_create_services_table',1),(10,'2024_01_09_101300_create_service_staff_table',1),(11,'2024_01_09_101400_create_branch_service_table',1),(12,'2024_01_10_083000_create_appointments_table',1),(13,'2024_01_12_140212_create_personal_access_tokens_table',1),(14,'2024_01_15_090000_create_company_phones_table',1),(15,'2024_01_16_110455_create_calls_table',1),(16,'2024_01_18_153000_add_slug_to_services',1),(17,'2024_01_22_080101_add_company_id_to_users_table',1),(18,'2024_01_29_101500_create_working_hours_table',1),(19,'2024_02_02_120000_create_customer_notes_table',1),(20,'2024_02_05_094512_add_indexes_to_appointments_table',1),(21,'2024_02_09_160000_add_color_and_category_to_services',1),(22,'2024_02_14_071530_create_telescope_entries_table',1),(23,'2024_02_20_113000_rename_branch_id_to_home_branch_id_on_staff',1),(24,'2024_02_27_090909_add_call_id_to_appointments',1),(25,'2024_03_04_101112_create_calcom_event_types_table',1),(26,'2024_03_04_101530_create_calcom_bookings_table',1),(27,'2024_03_05_081500_add_calcom_columns_to_appointments_table',1),(28,'2024_03_11_145233_create_webhook_logs_table',1),(29,'2024_03_18_100000_rename_company_phones_to_phone_numbers',1),(30,'2024_03_25_133700_add_settings_to_companies',1),(31,'2024_04_02_091011_add_normalized_phone_to_customers',1),(32,'2024_04_08_083000_create_permission_tables',1),(33,'2024_04_15_101010_add_duration_minutes_to_calls_table',1),(34,'2024_04_22_170000_speed_up_appointment_calendar',1),(35,'2024_05_06_090000_create_retell_webhooks_table',1),(36,'2024_05_13_112233_add_fulltext_index_to_calls_transcript',1),(37,'2024_05_21_143000_change_price_on_services_to_decimal',1),(38,'2024_05_28_081212_create_activity_log_table',1),(39,'2024_06_03_100500_make_users_passwordless',1),(40,'2024_06_10_093030_create_calcom_service_mappings_table',1),(41,'2024_06_17_150000_add_soft_deletes_to_core_tables',1),(42,'2024_06_24_110000_create_integrations_table',1),(43,'2024_07_01_084500_add_preferred_staff_to_customers',1),(44,'2024_07_09_121500_add_generated_full_name_to_staff',1),(45,'2024_07_16_100000_widen_recording_url_on_calls',1),(46,'2024_07_23_131313_rename_calcom_service_mappings',1),(47,'2024_08_05_091500_create_holidays_table',1),(48,'2024_08_12_101500_add_status_enum_to_appointments',1),(49,'2024_08_20_141500_create_staff_service_assignments_table',1),(50,'2024_08_20_141600_backfill_staff_service_assignments',1),(51,'2024_09_02_090000_add_company_indexes_everywhere',1),(52,'2024_09_09_080000_add_geo_to_branches',1),(53,'2024_09_16_103000_create_calcom_sync_logs_table',1),(54,'2024_09_23_111500_add_reminder_columns_to_appointments',1),(55,'2024_10_01_083000_add_cost_to_calls',1),(56,'2024_10_08_153000_create_notification_tables',1),(57,'2024_10_15_094500_add_tenant_id_to_companies',1),(58,'2024_10_22_101010_add_starts_on_to_appointments',1),(59,'2024_11_04_120000_add_billing_status_to_companies',1),(60,'2024_11_11_090000_add_phone_number_id_to_calls',1),(61,'2024_11_18_140000_add_is_default_to_services',1),(62,'2024_11_25_101500_add_dashboard_indexes_to_appointments',1),(63,'2024_12_02_083045_drop_legacy_columns_from_customers',1),(64,'2024_12_09_110000_add_default_language_to_companies',1),(65,'2024_12_16_093000_unique_branch_slug_per_company',1),(66,'2025_01_07_085959_backfill_company_id_on_customers',1),(67,'2025_01_13_101500_add_parent_id_to_customer_notes',1),(68,'2025_01_20_150000_add_series_to_appointments',1),(69,'2025_01_27_090000_rename_duration_on_calls',1),(70,'2025_02_03_113000_convert_call_direction_to_enum',1),(71,'2025_02_10_094500_add_meta_to_customers',1),(72,'2025_02_17_081500_add_valid_from_to_working_hours',1),(73,'2025_02_24_140000_rename_indexes_on_phone_numbers',1),(74,'2025_03_03_100000_add_company_scope_to_permissions',1),(75,'2025_03_10_123000_add_analysis_to_calls',1),(76,'2025_03_17_091500_performance_indexes_round_two',1),(77,'2025_03_24_110011_add_version_to_appointments',1),(78,'2025_03_31_083000_drop_unused_index_from_calls',1),(79,'2025_04_07_141414_add_last_login_to_users',1),(80,'2025_04_14_100000_add_signature_to_retell_webhooks',1),(81,'2025_04_22_090000_add_overrides_to_branch_service',1),(82,'2025_04_28_113000_add_duration_ms_to_webhook_logs',1),(83,'2025_05_05_083000_make_customer_email_nullable',1),(84,'2025_05_12_150505_add_cancellation_to_appointments',1),(85,'2025_05_19_101500_add_buffer_to_services',1),(86,'2025_05_26_093000_add_calcom_event_type_to_services',1),(87,'2025_06_02_110000_add_opening_hours_to_branches',1),(88,'2025_06_10_081500_add_user_id_to_staff',1),(89,'2025_06_16_142000_add_balance_to_companies',1),(90,'2025_06_23_100000_add_no_show_count_to_customers',1),(91,'2025_07_01_091500_more_appointment_indexes',1),(92,'2025_07_14_103000_add_attendee_to_calcom_bookings',1),(93,'2025_07_28_084500_add_company_id_to_activity_log',1),(94,'2025_08_11_120000_add_metadata_to_calcom_event_types',1),(95,'2025_08_25_093000_backfill_appointment_duration',1),(96,'2025_09_08_101500_add_external_id_to_appointments',1),(97,'2025_09_22_140000_multi_tenant_indexes_on_appointments',1),(98,'2025_10_01_060100_create_notification_configurations_table',1),(99,'2025_10_01_060201_create_policy_configurations_table',1),(100,'2025_10_01_060203_create_callback_requests_table',1),(101,'2025_10_01_060304_create_appointment_modifications_table',1),(102,'2025_10_01_060305_create_callback_escalations_table',1),(103,'2025_10_01_060400_create_appointment_modification_stats_table',1),(104,'2025_10_14_093000_add_expires_at_to_callback_requests',1);
/*!40000 ALTER TABLE `migrations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `model_has_permissions`
--

DROP TABLE IF EXISTS `model_has_permissions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `model_has_permissions` (
  `permission_id` bigint unsigned NOT NULL,
  `model_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `model_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`permission_id`,`model_id`,`model_type`),
  KEY `model_has_permissions_model_id_model_type_index` (`model_id`,`model_type`),
  CONSTRAINT `model_has_permissions_permission_id_foreign` FOREIGN KEY (`permission_id`) REFERENCES `permissions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `model_has_permissions`
--

LOCK TABLES `model_has_permissions` WRITE;
/*!40000 ALTER TABLE `model_has_permissions` DISABLE KEYS */;
/*!40000 ALTER TABLE `model_has_permissions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `model_has_roles`
--

DROP TABLE IF EXISTS `model_has_roles`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `model_has_roles` (
  `role_id` bigint unsigned NOT NULL,
  `model_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `model_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`role_id`,`model_id`,`model_type`),
  KEY `model_has_roles_model_id_model_type_index` (`model_id`,`model_type`),
  CONSTRAINT `model_has_roles_role_id_foreign` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `model_has_roles`
--

LOCK TABLES `model_has_roles` WRITE;
/*!40000 ALTER TABLE `model_has_roles` DISABLE KEYS */;
/*!40000 ALTER TABLE `model_has_roles` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_configurations`
--

DROP TABLE IF EXISTS `notification_configurations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_configurations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `configurable_type` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `configurable_id` varchar(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `event_type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `channel` enum('email','sms','whatsapp','push') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'email',
  `fallback_channel` varchar(20) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `is_enabled` tinyint(1) NOT NULL DEFAULT '1',
  `retry_count` tinyint unsigned NOT NULL DEFAULT '3',
  `retry_delay_minutes` smallint unsigned NOT NULL DEFAULT '5',
  `template_override` text COLLATE utf8mb4_unicode_ci,
  `metadata` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `notif_config_unique` (`company_id`,`configurable_type`,`configurable_id`,`event_type`,`channel`),
  KEY `notif_config_company_idx` (`company_id`),
  KEY `notif_config_lookup_idx` (`company_id`,`configurable_type`,`configurable_id`),
  KEY `notif_config_event_idx` (`company_id`,`event_type`,`is_enabled`),
  CONSTRAINT `notification_configurations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_configurations`
--

LOCK TABLES `notification_configurations` WRITE;
/*!40000 ALTER TABLE `notification_configurations` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_configurations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_logs`
--

DROP TABLE IF EXISTS `notification_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_logs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `notifiable_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `notifiable_id` varchar(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `event` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'queued',
  `error` text COLLATE utf8mb4_unicode_ci,
  `sent_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `notification_logs_notifiable_type_notifiable_id_index` (`notifiable_type`,`notifiable_id`),
  KEY `notification_logs_company_id_status_index` (`company_id`,`status`),
  CONSTRAINT `notification_logs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_logs`
--

LOCK TABLES `notification_logs` WRITE;
/*!40000 ALTER TABLE `notification_logs` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_preferences`
--

DROP TABLE IF EXISTS `notification_preferences`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_preferences` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `event` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_enabled` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `notification_preferences_customer_id_channel_event_unique` (`customer_id`,`channel`,`event`),
  KEY `notification_preferences_company_id_foreign` (`company_id`),
  CONSTRAINT `notification_preferences_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `notification_preferences_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_preferences`
--

LOCK TABLES `notification_preferences` WRITE;
/*!40000 ALTER TABLE `notification_preferences` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_preferences` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions`
--

DROP TABLE IF EXISTS `permissions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(125) COLLATE utf8mb4_unicode_ci NOT NULL,
  `guard_name` varchar(125) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `permissions_name_guard_name_unique` (`name`,`guard_name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions`
--

LOCK TABLES `permissions` WRITE;
/*!40000 ALTER TABLE `permissions` DISABLE KEYS */;
/*!40000 ALTER TABLE `permissions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `personal_access_tokens`
--

DROP TABLE IF EXISTS `personal_access_tokens`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `personal_access_tokens` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `tokenable_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `tokenable_id` bigint unsigned NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `token` varchar(64) COLLATE utf8mb4_unicode_ci NOT NULL,
  `abilities` text COLLATE utf8mb4_unicode_ci,
  `last_used_at` timestamp NULL DEFAULT NULL,
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `personal_access_tokens_token_unique` (`token`),
  KEY `personal_access_tokens_tokenable_type_tokenable_id_index` (`tokenable_type`,`tokenable_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `personal_access_tokens`
--

LOCK TABLES `personal_access_tokens` WRITE;
/*!40000 ALTER TABLE `personal_access_tokens` DISABLE KEYS */;
/*!40000 ALTER TABLE `personal_access_tokens` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `phone_numbers`
--

DROP TABLE IF EXISTS `phone_numbers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `phone_numbers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `number` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `label` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `retell_agent_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `type` enum('main','direct','test') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'main',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `phone_numbers_number_unique` (`number`),
  KEY `company_phones_branch_fk` (`branch_id`),
  KEY `phone_numbers_company_id_is_active_index` (`company_id`,`is_active`),
  CONSTRAINT `company_phones_branch_fk` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `company_phones_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `phone_numbers`
--

LOCK TABLES `phone_numbers` WRITE;
/*!40000 ALTER TABLE `phone_numbers` DISABLE KEYS */;
INSERT INTO `phone_numbers` VALUES (1,1,'00000000-0000-4000-8000-000000000101','+49 000 1000','Main',NULL,'main',1,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `phone_numbers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `policy_configurations`
--

DROP TABLE IF EXISTS `policy_configurations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `policy_configurations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `configurable_type` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `configurable_id` varchar(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `policy_type` enum('cancellation','reschedule','recurring') COLLATE utf8mb4_unicode_ci NOT NULL,
  `config` json NOT NULL,
  `is_override` tinyint(1) NOT NULL DEFAULT '0',
  `overrides_id` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `policy_config_unique` (`company_id`,`configurable_type`,`configurable_id`,`policy_type`,`deleted_at`),
  KEY `policy_configurations_overrides_id_foreign` (`overrides_id`),
  KEY `policy_config_company_idx` (`company_id`),
  KEY `policy_config_lookup_idx` (`company_id`,`configurable_type`,`configurable_id`),
  KEY `policy_config_type_idx` (`company_id`,`policy_type`),
  CONSTRAINT `policy_configurations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `policy_configurations_overrides_id_foreign` FOREIGN KEY (`overrides_id`) REFERENCES `policy_configurations` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `policy_configurations`
--

LOCK TABLES `policy_configurations` WRITE;
/*!40000 ALTER TABLE `policy_configurations` DISABLE KEYS */;
INSERT INTO `policy_configurations` VALUES (1,1,'branch','00000000-0000-4000-8000-000000000101','cancellation','{\"hours\": 24}',0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,'branch','00000000-0000-4000-8000-000000000101','cancellation','{\"hours\": 48}',0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `policy_configurations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_webhooks`
--

DROP TABLE IF EXISTS `retell_webhooks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_webhooks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `event` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `retell_call_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `payload` json NOT NULL,
  `signature_valid` tinyint(1) DEFAULT NULL,
  `processed_at` timestamp NULL DEFAULT NULL,
  `attempts` tinyint unsigned NOT NULL DEFAULT '0',
  `error` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `retell_webhooks_event_processed_at_index` (`event`,`processed_at`),
  KEY `retell_webhooks_retell_call_id_index` (`retell_call_id`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_webhooks`
--

LOCK TABLES `retell_webhooks` WRITE;
/*!40000 ALTER TABLE `retell_webhooks` DISABLE KEYS */;
INSERT INTO `retell_webhooks` VALUES (1,'call_ended','call_0001','{\"event\": \"call_ended\"}',NULL,NULL,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `retell_webhooks` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `role_has_permissions`
--

DROP TABLE IF EXISTS `role_has_permissions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `role_has_permissions` (
  `permission_id` bigint unsigned NOT NULL,
  `role_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`permission_id`,`role_id`),
  KEY `role_has_permissions_role_id_foreign` (`role_id`),
  CONSTRAINT `role_has_permissions_permission_id_foreign` FOREIGN KEY (`permission_id`) REFERENCES `permissions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `role_has_permissions_role_id_foreign` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `role_has_permissions`
--

LOCK TABLES `role_has_permissions` WRITE;
/*!40000 ALTER TABLE `role_has_permissions` DISABLE KEYS */;
/*!40000 ALTER TABLE `role_has_permissions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `roles`
--

DROP TABLE IF EXISTS `roles`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `roles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `name` varchar(125) COLLATE utf8mb4_unicode_ci NOT NULL,
  `guard_name` varchar(125) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `roles_company_id_name_guard_name_unique` (`company_id`,`name`,`guard_name`),
  CONSTRAINT `roles_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `roles`
--

LOCK TABLES `roles` WRITE;
/*!40000 ALTER TABLE `roles` DISABLE KEYS */;
/*!40000 ALTER TABLE `roles` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `service_staff`
--

DROP TABLE IF EXISTS `service_staff`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `service_staff` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `service_id` bigint unsigned NOT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `service_staff_service_id_staff_id_unique` (`service_id`,`staff_id`),
  KEY `service_staff_staff_id_foreign` (`staff_id`),
  CONSTRAINT `service_staff_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE,
  CONSTRAINT `service_staff_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `service_staff`
--

LOCK TABLES `service_staff` WRITE;
/*!40000 ALTER TABLE `service_staff` DISABLE KEYS */;
INSERT INTO `service_staff` VALUES (1,1,'00000000-0000-4000-8000-000000000201','2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,3,'00000000-0000-4000-8000-000000000203','2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `service_staff` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `services`
--

DROP TABLE IF EXISTS `services`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `services` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(160) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `description` text COLLATE utf8mb4_unicode_ci,
  `duration_minutes` smallint unsigned NOT NULL DEFAULT '30',
  `buffer_minutes` smallint unsigned NOT NULL DEFAULT '0',
  `price` decimal(10,2) NOT NULL DEFAULT '0.00',
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `calcom_event_type_id` bigint unsigned DEFAULT NULL,
  `category` varchar(80) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `is_online` tinyint(1) NOT NULL DEFAULT '0',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `is_default` tinyint(1) NOT NULL DEFAULT '0',
  `color` char(7) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  `priority` int DEFAULT '0',
  PRIMARY KEY (`id`),
  UNIQUE KEY `services_company_id_slug_unique` (`company_id`,`slug`),
  KEY `services_company_id_is_active_index` (`company_id`,`is_active`),
  KEY `services_calcom_event_type_id_foreign` (`calcom_event_type_id`),
  CONSTRAINT `services_calcom_event_type_id_foreign` FOREIGN KEY (`calcom_event_type_id`) REFERENCES `calcom_event_types` (`id`) ON DELETE SET NULL,
  CONSTRAINT `services_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `services`
--

LOCK TABLES `services` WRITE;
/*!40000 ALTER TABLE `services` DISABLE KEYS */;
INSERT INTO `services` VALUES (1,1,'Cut','cut',NULL,30,0,29.00,'EUR',1,NULL,0,1,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,0),(2,1,'Colour','colour',NULL,90,0,89.50,'EUR',NULL,NULL,0,1,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,0),(3,3,'Massage','massage',NULL,45,0,60.00,'EUR',3,NULL,0,1,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,0);
/*!40000 ALTER TABLE `services` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sessions`
--

DROP TABLE IF EXISTS `sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sessions` (
  `id` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `ip_address` varchar(45) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `user_agent` text COLLATE utf8mb4_unicode_ci,
  `payload` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `last_activity` int NOT NULL,
  PRIMARY KEY (`id`),
  KEY `sessions_user_id_index` (`user_id`),
  KEY `sessions_last_activity_index` (`last_activity`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sessions`
--

LOCK TABLES `sessions` WRITE;
/*!40000 ALTER TABLE `sessions` DISABLE KEYS */;
/*!40000 ALTER TABLE `sessions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `staff`
--

DROP TABLE IF EXISTS `staff`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `staff` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `home_branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `first_name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `last_name` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `full_name` varchar(255) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (trim(concat(`first_name`,_utf8mb4' ',coalesce(`last_name`,_utf8mb4'')))) STORED,
  `email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `phone` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `calcom_user_id` bigint unsigned DEFAULT NULL,
  `is_bookable` tinyint(1) NOT NULL DEFAULT '1',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `skills` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `staff_home_branch_id_foreign` (`home_branch_id`),
  KEY `staff_company_id_full_name_index` (`company_id`,`full_name`),
  KEY `staff_company_active_idx` (`company_id`,`is_active`),
  KEY `staff_user_id_foreign` (`user_id`),
  CONSTRAINT `staff_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `staff_home_branch_id_foreign` FOREIGN KEY (`home_branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `staff_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `staff`
--

LOCK TABLES `staff` WRITE;
/*!40000 ALTER TABLE `staff` DISABLE KEYS */;
INSERT INTO `staff` (`id`, `company_id`, `home_branch_id`, `user_id`, `first_name`, `last_name`, `email`, `phone`, `calcom_user_id`, `is_bookable`, `is_active`, `skills`, `created_at`, `updated_at`, `deleted_at`) VALUES ('00000000-0000-4000-8000-000000000201',1,'00000000-0000-4000-8000-000000000101',NULL,'Ada','Z.',NULL,NULL,NULL,1,1,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),('00000000-0000-4000-8000-000000000202',1,NULL,NULL,'Ben',NULL,NULL,NULL,NULL,1,1,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),('00000000-0000-4000-8000-000000000203',3,'00000000-0000-4000-8000-000000000103',NULL,'Cleo','Y.',NULL,NULL,NULL,1,1,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `staff` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `staff_service_assignments`
--

DROP TABLE IF EXISTS `staff_service_assignments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `staff_service_assignments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `is_primary` tinyint(1) NOT NULL DEFAULT '0',
  `custom_duration_minutes` smallint unsigned DEFAULT NULL,
  `custom_price` decimal(10,2) DEFAULT NULL,
  `valid_from` date DEFAULT NULL,
  `valid_until` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ssa_staff_service_unique` (`staff_id`,`service_id`),
  KEY `staff_service_assignments_service_id_foreign` (`service_id`),
  KEY `ssa_company_service_primary` (`company_id`,`service_id`,`is_primary`),
  CONSTRAINT `staff_service_assignments_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `staff_service_assignments_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE,
  CONSTRAINT `staff_service_assignments_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `staff_service_assignments`
--

LOCK TABLES `staff_service_assignments` WRITE;
/*!40000 ALTER TABLE `staff_service_assignments` DISABLE KEYS */;
INSERT INTO `staff_service_assignments` VALUES (1,1,'00000000-0000-4000-8000-000000000201',1,1,NULL,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,1,'00000000-0000-4000-8000-000000000202',2,0,NULL,79.00,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(3,3,'00000000-0000-4000-8000-000000000203',3,1,NULL,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `staff_service_assignments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `telescope_entries`
--

DROP TABLE IF EXISTS `telescope_entries`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `telescope_entries` (
  `sequence` bigint unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `batch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `family_hash` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `should_display_on_index` tinyint(1) NOT NULL DEFAULT '1',
  `type` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `content` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` datetime DEFAULT NULL,
  PRIMARY KEY (`sequence`),
  UNIQUE KEY `telescope_entries_uuid_unique` (`uuid`),
  KEY `telescope_entries_batch_id_index` (`batch_id`),
  KEY `telescope_entries_family_hash_index` (`family_hash`),
  KEY `telescope_entries_created_at_index` (`created_at`),
  KEY `telescope_entries_type_should_display_on_index_index` (`type`,`should_display_on_index`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `telescope_entries`
--

LOCK TABLES `telescope_entries` WRITE;
/*!40000 ALTER TABLE `telescope_entries` DISABLE KEYS */;
/*!40000 ALTER TABLE `telescope_entries` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `telescope_entries_tags`
--

DROP TABLE IF EXISTS `telescope_entries_tags`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `telescope_entries_tags` (
  `entry_uuid` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `tag` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  PRIMARY KEY (`entry_uuid`,`tag`),
  KEY `telescope_entries_tags_tag_index` (`tag`),
  CONSTRAINT `telescope_entries_tags_entry_uuid_foreign` FOREIGN KEY (`entry_uuid`) REFERENCES `telescope_entries` (`uuid`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `telescope_entries_tags`
--

LOCK TABLES `telescope_entries_tags` WRITE;
/*!40000 ALTER TABLE `telescope_entries_tags` DISABLE KEYS */;
/*!40000 ALTER TABLE `telescope_entries_tags` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `telescope_monitoring`
--

DROP TABLE IF EXISTS `telescope_monitoring`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `telescope_monitoring` (
  `tag` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  PRIMARY KEY (`tag`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `telescope_monitoring`
--

LOCK TABLES `telescope_monitoring` WRITE;
/*!40000 ALTER TABLE `telescope_monitoring` DISABLE KEYS */;
/*!40000 ALTER TABLE `telescope_monitoring` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `tenants`
--

DROP TABLE IF EXISTS `tenants`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `tenants` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `plan` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'starter',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `tenants_slug_unique` (`slug`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `tenants`
--

LOCK TABLES `tenants` WRITE;
/*!40000 ALTER TABLE `tenants` DISABLE KEYS */;
INSERT INTO `tenants` VALUES (1,'Example Salons','example-salons','pro',1,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,'Sample Physio','sample-physio','starter',1,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `tenants` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `users`
--

DROP TABLE IF EXISTS `users`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `users` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `email` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `email_verified_at` timestamp NULL DEFAULT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `role` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'operator',
  `locale` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `login_code_hash` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `login_code_expires_at` timestamp NULL DEFAULT NULL,
  `last_login_at` timestamp NULL DEFAULT NULL,
  `remember_token` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `users_email_unique` (`email`),
  KEY `users_company_id_foreign` (`company_id`),
  CONSTRAINT `users_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `users`
--

LOCK TABLES `users` WRITE;
/*!40000 ALTER TABLE `users` DISABLE KEYS */;
INSERT INTO `users` VALUES (1,'Operator One','one@example.org',NULL,1,'owner','en',1,NULL,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,'Operator Two','two@example.org',NULL,3,'operator','en',1,NULL,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `users` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `webhook_logs`
--

DROP TABLE IF EXISTS `webhook_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `webhook_logs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `provider` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `event` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `http_status` smallint unsigned DEFAULT NULL,
  `request_headers` json DEFAULT NULL,
  `payload` longtext COLLATE utf8mb4_unicode_ci,
  `response` text COLLATE utf8mb4_unicode_ci,
  `duration_ms` int unsigned DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `webhook_logs_provider_event_index` (`provider`,`event`),
  KEY `webhook_logs_created_at_index` (`created_at`),
  KEY `webhook_logs_company_id_index` (`company_id`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `webhook_logs`
--

LOCK TABLES `webhook_logs` WRITE;
/*!40000 ALTER TABLE `webhook_logs` DISABLE KEYS */;
INSERT INTO `webhook_logs` VALUES (1,1,'calcom','BOOKING_CREATED',200,NULL,NULL,NULL,NULL,'2025-10-20 08:00:00');
/*!40000 ALTER TABLE `webhook_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `working_hours`
--

DROP TABLE IF EXISTS `working_hours`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `working_hours` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `weekday` tinyint unsigned NOT NULL COMMENT '1 = Monday ... 7 = Sunday',
  `starts_at` time NOT NULL,
  `ends_at` time NOT NULL,
  `valid_from` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `working_hours_branch_id_foreign` (`branch_id`),
  KEY `working_hours_staff_id_weekday_index` (`staff_id`,`weekday`),
  KEY `working_hours_company_fk` (`company_id`),
  CONSTRAINT `working_hours_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `working_hours_company_fk` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `working_hours_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `working_hours`
--

LOCK TABLES `working_hours` WRITE;
/*!40000 ALTER TABLE `working_hours` DISABLE KEYS */;
INSERT INTO `working_hours` VALUES (1,1,'00000000-0000-4000-8000-000000000201',NULL,1,'09:00:00','17:00:00',NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,1,'00000000-0000-4000-8000-000000000201',NULL,2,'09:00:00','17:00:00',NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(3,1,'00000000-0000-4000-8000-000000000201',NULL,3,'09:00:00','17:00:00',NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `working_hours` ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
