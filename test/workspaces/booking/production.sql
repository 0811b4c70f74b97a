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
-- Table structure for table `absence_approvals`
--

DROP TABLE IF EXISTS `absence_approvals`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `absence_approvals` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `absence_request_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `approved` tinyint(1) NOT NULL,
  `remark` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `absence_approvals_absence_request_id_foreign` (`absence_request_id`),
  KEY `absence_approvals_user_id_foreign` (`user_id`),
  CONSTRAINT `absence_approvals_absence_request_id_foreign` FOREIGN KEY (`absence_request_id`) REFERENCES `absence_requests` (`id`) ON DELETE CASCADE,
  CONSTRAINT `absence_approvals_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `absence_approvals`
--

LOCK TABLES `absence_approvals` WRITE;
/*!40000 ALTER TABLE `absence_approvals` DISABLE KEYS */;
/*!40000 ALTER TABLE `absence_approvals` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `absence_balances`
--

DROP TABLE IF EXISTS `absence_balances`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `absence_balances` (
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `absence_type_id` bigint unsigned NOT NULL,
  `year` year NOT NULL,
  `entitled` decimal(5,1) NOT NULL DEFAULT '0.0',
  `taken` decimal(5,1) NOT NULL DEFAULT '0.0',
  `left` decimal(5,1) GENERATED ALWAYS AS ((`entitled` - `taken`)) VIRTUAL,
  PRIMARY KEY (`staff_id`,`absence_type_id`,`year`),
  KEY `absence_balances_absence_type_id_foreign` (`absence_type_id`),
  CONSTRAINT `absence_balances_absence_type_id_foreign` FOREIGN KEY (`absence_type_id`) REFERENCES `absence_types` (`id`) ON DELETE CASCADE,
  CONSTRAINT `absence_balances_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `absence_balances`
--

LOCK TABLES `absence_balances` WRITE;
/*!40000 ALTER TABLE `absence_balances` DISABLE KEYS */;
/*!40000 ALTER TABLE `absence_balances` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `absence_requests`
--

DROP TABLE IF EXISTS `absence_requests`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `absence_requests` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `absence_type_id` bigint unsigned NOT NULL,
  `from_day` date NOT NULL,
  `to_day` date NOT NULL,
  `half_day` tinyint(1) NOT NULL DEFAULT '0',
  `days` smallint unsigned GENERATED ALWAYS AS (((to_days(`to_day`) - to_days(`from_day`)) + 1)) STORED,
  `status` enum('requested','approved','rejected','cancelled') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'requested',
  `comment` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `absence_requests_absence_type_id_foreign` (`absence_type_id`),
  KEY `absence_requests_staff_id_from_day_to_day_index` (`staff_id`,`from_day`,`to_day`),
  CONSTRAINT `absence_requests_absence_type_id_foreign` FOREIGN KEY (`absence_type_id`) REFERENCES `absence_types` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `absence_requests_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `absence_requests`
--

LOCK TABLES `absence_requests` WRITE;
/*!40000 ALTER TABLE `absence_requests` DISABLE KEYS */;
/*!40000 ALTER TABLE `absence_requests` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `absence_types`
--

DROP TABLE IF EXISTS `absence_types`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `absence_types` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `code` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL,
  `label` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_paid` tinyint(1) NOT NULL DEFAULT '1',
  `needs_approval` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `absence_types_company_id_code_unique` (`company_id`,`code`),
  CONSTRAINT `absence_types_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `absence_types`
--

LOCK TABLES `absence_types` WRITE;
/*!40000 ALTER TABLE `absence_types` DISABLE KEYS */;
INSERT INTO `absence_types` VALUES (1,NULL,'holiday','Holiday',1,1,NULL,NULL),(2,NULL,'sick','Sick leave',1,0,NULL,NULL),(3,NULL,'training','Training',1,1,NULL,NULL);
/*!40000 ALTER TABLE `absence_types` ENABLE KEYS */;
UNLOCK TABLES;

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
-- Table structure for table `admin_updates`
--

DROP TABLE IF EXISTS `admin_updates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `admin_updates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `body` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `category` enum('feature','fix','notice','maintenance') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'notice',
  `audience` enum('all','owners','operators') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'all',
  `is_public` tinyint(1) NOT NULL DEFAULT '0',
  `views` int unsigned NOT NULL DEFAULT '0',
  `created_by` bigint unsigned DEFAULT NULL,
  `published_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `admin_updates_slug_unique` (`slug`),
  KEY `admin_updates_created_by_foreign` (`created_by`),
  KEY `admin_updates_published_at_index` (`published_at`),
  CONSTRAINT `admin_updates_created_by_foreign` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `admin_updates`
--

LOCK TABLES `admin_updates` WRITE;
/*!40000 ALTER TABLE `admin_updates` DISABLE KEYS */;
/*!40000 ALTER TABLE `admin_updates` ENABLE KEYS */;
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
-- Table structure for table `appointment_wish_notifications`
--

DROP TABLE IF EXISTS `appointment_wish_notifications`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `appointment_wish_notifications` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `appointment_wish_id` bigint unsigned NOT NULL,
  `channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'email',
  `recipient` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `sent_at` timestamp NULL DEFAULT NULL,
  `opened_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `awn_wish_channel_index` (`appointment_wish_id`,`channel`),
  CONSTRAINT `appointment_wish_notifications_appointment_wish_id_foreign` FOREIGN KEY (`appointment_wish_id`) REFERENCES `appointment_wishes` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `appointment_wish_notifications`
--

LOCK TABLES `appointment_wish_notifications` WRITE;
/*!40000 ALTER TABLE `appointment_wish_notifications` DISABLE KEYS */;
/*!40000 ALTER TABLE `appointment_wish_notifications` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `appointment_wishes`
--

DROP TABLE IF EXISTS `appointment_wishes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `appointment_wishes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `call_id` bigint unsigned DEFAULT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `service_id` bigint unsigned DEFAULT NULL,
  `desired_from` datetime NOT NULL,
  `desired_until` datetime DEFAULT NULL,
  `duration_minutes` smallint unsigned DEFAULT NULL,
  `alternatives_offered` json DEFAULT NULL,
  `rejection_reason` enum('not_available','price','too_late','hung_up','other') COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `status` enum('open','notified','booked','expired') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'open',
  `followed_up_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `appointment_wishes_branch_id_foreign` (`branch_id`),
  KEY `appointment_wishes_call_id_foreign` (`call_id`),
  KEY `appointment_wishes_customer_id_foreign` (`customer_id`),
  KEY `appointment_wishes_service_id_foreign` (`service_id`),
  KEY `appointment_wishes_company_id_status_desired_from_index` (`company_id`,`status`,`desired_from`),
  CONSTRAINT `appointment_wishes_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointment_wishes_call_id_foreign` FOREIGN KEY (`call_id`) REFERENCES `calls` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointment_wishes_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `appointment_wishes_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `appointment_wishes_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `appointment_wishes`
--

LOCK TABLES `appointment_wishes` WRITE;
/*!40000 ALTER TABLE `appointment_wishes` DISABLE KEYS */;
/*!40000 ALTER TABLE `appointment_wishes` ENABLE KEYS */;
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
  `discount_cents` int unsigned NOT NULL DEFAULT '0',
  `coupon_code` varchar(32) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
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
INSERT INTO `appointments` (`id`, `company_id`, `branch_id`, `staff_id`, `customer_id`, `service_id`, `call_id`, `calcom_event_type_id`, `calcom_booking_uid`, `external_id`, `starts_at`, `ends_at`, `duration_minutes`, `status`, `source`, `price`, `discount_cents`, `coupon_code`, `notes`, `booking_metadata`, `series_id`, `parent_appointment_id`, `version`, `reminder_24h_sent_at`, `cancelled_at`, `cancellation_reason`, `created_at`, `updated_at`, `deleted_at`) VALUES (1,1,'00000000-0000-4000-8000-000000000101','00000000-0000-4000-8000-000000000201',1,1,NULL,NULL,NULL,NULL,'2025-10-27 09:00:00','2025-10-27 09:30:00',NULL,'confirmed','phone',NULL,0,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,'00000000-0000-4000-8000-000000000101','00000000-0000-4000-8000-000000000201',1,2,NULL,NULL,NULL,NULL,'2025-10-28 10:00:00','2025-10-28 11:30:00',NULL,'cancelled','phone',NULL,0,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,3,'00000000-0000-4000-8000-000000000103','00000000-0000-4000-8000-000000000203',3,3,NULL,NULL,NULL,NULL,'2025-10-28 10:00:00','2025-10-28 10:45:00',NULL,'pending','phone',NULL,0,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `appointments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_accounts`
--

DROP TABLE IF EXISTS `billing_accounts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_accounts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `legal_name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `vat_id` varchar(20) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `street` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `zip` varchar(12) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `city` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `country` char(2) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'DE',
  `invoice_email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `balance_cents` int NOT NULL DEFAULT '0',
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `payment_term_days` tinyint unsigned NOT NULL DEFAULT '30',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `billing_accounts_company_id_unique` (`company_id`),
  CONSTRAINT `billing_accounts_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_accounts`
--

LOCK TABLES `billing_accounts` WRITE;
/*!40000 ALTER TABLE `billing_accounts` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_accounts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_credit_notes`
--

DROP TABLE IF EXISTS `billing_credit_notes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_credit_notes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `billing_invoice_id` bigint unsigned NOT NULL,
  `number` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL,
  `amount_cents` int NOT NULL DEFAULT '0',
  `reason` enum('error','goodwill','downgrade') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'error',
  `approved_by` bigint unsigned DEFAULT NULL,
  `issued_on` date NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `billing_credit_notes_number_unique` (`number`),
  KEY `billing_credit_notes_billing_invoice_id_foreign` (`billing_invoice_id`),
  KEY `billing_credit_notes_approved_by_foreign` (`approved_by`),
  CONSTRAINT `billing_credit_notes_approved_by_foreign` FOREIGN KEY (`approved_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `billing_credit_notes_billing_invoice_id_foreign` FOREIGN KEY (`billing_invoice_id`) REFERENCES `billing_invoices` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_credit_notes`
--

LOCK TABLES `billing_credit_notes` WRITE;
/*!40000 ALTER TABLE `billing_credit_notes` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_credit_notes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_invoice_items`
--

DROP TABLE IF EXISTS `billing_invoice_items`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_invoice_items` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `billing_invoice_id` bigint unsigned NOT NULL,
  `line` smallint unsigned NOT NULL,
  `description` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `quantity` decimal(12,3) NOT NULL DEFAULT '1.000',
  `unit_price` decimal(12,4) NOT NULL DEFAULT '0.0000',
  `tax_percent` decimal(5,2) NOT NULL DEFAULT '19.00',
  `billing_tax_rate_id` smallint unsigned DEFAULT NULL,
  `period_from` date DEFAULT NULL,
  `period_until` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `billing_invoice_items_billing_invoice_id_line_unique` (`billing_invoice_id`,`line`),
  KEY `bii_tax_rate_foreign` (`billing_tax_rate_id`),
  CONSTRAINT `bii_tax_rate_foreign` FOREIGN KEY (`billing_tax_rate_id`) REFERENCES `billing_tax_rates` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT `billing_invoice_items_billing_invoice_id_foreign` FOREIGN KEY (`billing_invoice_id`) REFERENCES `billing_invoices` (`id`) ON DELETE CASCADE,
  CONSTRAINT `billing_invoice_items_tax_check` CHECK ((`tax_percent` between 0 and 100))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_invoice_items`
--

LOCK TABLES `billing_invoice_items` WRITE;
/*!40000 ALTER TABLE `billing_invoice_items` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_invoice_items` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_invoices`
--

DROP TABLE IF EXISTS `billing_invoices`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_invoices` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `billing_account_id` bigint unsigned NOT NULL,
  `number` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` enum('draft','open','paid','void','uncollectible') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'draft',
  `issued_on` date DEFAULT NULL,
  `due_on` date DEFAULT NULL,
  `net` decimal(12,2) NOT NULL DEFAULT '0.00',
  `tax` decimal(12,2) NOT NULL DEFAULT '0.00',
  `gross` decimal(12,2) GENERATED ALWAYS AS ((`net` + `tax`)) STORED,
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `pdf_path` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `footer_text` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `billing_invoices_number_unique` (`number`),
  KEY `billing_invoices_billing_account_id_status_index` (`billing_account_id`,`status`),
  KEY `billing_invoices_due_on_index` (`due_on`),
  CONSTRAINT `billing_invoices_billing_account_id_foreign` FOREIGN KEY (`billing_account_id`) REFERENCES `billing_accounts` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB AUTO_INCREMENT=10000 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_invoices`
--

LOCK TABLES `billing_invoices` WRITE;
/*!40000 ALTER TABLE `billing_invoices` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_invoices` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_plan_features`
--

DROP TABLE IF EXISTS `billing_plan_features`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_plan_features` (
  `billing_plan_id` bigint unsigned NOT NULL,
  `feature` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `limit` int unsigned DEFAULT NULL,
  PRIMARY KEY (`billing_plan_id`,`feature`),
  CONSTRAINT `billing_plan_features_billing_plan_id_foreign` FOREIGN KEY (`billing_plan_id`) REFERENCES `billing_plans` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_plan_features`
--

LOCK TABLES `billing_plan_features` WRITE;
/*!40000 ALTER TABLE `billing_plan_features` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_plan_features` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_plans`
--

DROP TABLE IF EXISTS `billing_plans`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_plans` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `monthly_price_cents` int NOT NULL DEFAULT '0',
  `price_per_minute` decimal(8,4) NOT NULL DEFAULT '0.0000',
  `included_minutes` int unsigned NOT NULL DEFAULT '0',
  `is_public` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `billing_plans_code_unique` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_plans`
--

LOCK TABLES `billing_plans` WRITE;
/*!40000 ALTER TABLE `billing_plans` DISABLE KEYS */;
INSERT INTO `billing_plans` VALUES (1,'starter','Starter',0,0.1900,50,1,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,'team','Team',4900,0.1500,500,1,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(3,'clinic','Clinic',14900,0.1100,2000,1,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `billing_plans` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_subscriptions`
--

DROP TABLE IF EXISTS `billing_subscriptions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_subscriptions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `billing_account_id` bigint unsigned NOT NULL,
  `billing_plan_id` bigint unsigned NOT NULL,
  `status` enum('trialing','active','past_due','cancelled') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'trialing',
  `trial_ends_on` date DEFAULT NULL,
  `current_period_start` date NOT NULL,
  `current_period_end` date NOT NULL,
  `seats` int unsigned NOT NULL DEFAULT '1',
  `replaces_id` bigint unsigned DEFAULT NULL,
  `cancelled_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `billing_subscriptions_billing_account_id_foreign` (`billing_account_id`),
  KEY `billing_subscriptions_billing_plan_id_foreign` (`billing_plan_id`),
  KEY `billing_subscriptions_replaces_id_foreign` (`replaces_id`),
  KEY `billing_subscriptions_status_current_period_end_index` (`status`,`current_period_end`),
  CONSTRAINT `billing_subscriptions_billing_account_id_foreign` FOREIGN KEY (`billing_account_id`) REFERENCES `billing_accounts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `billing_subscriptions_billing_plan_id_foreign` FOREIGN KEY (`billing_plan_id`) REFERENCES `billing_plans` (`id`),
  CONSTRAINT `billing_subscriptions_replaces_id_foreign` FOREIGN KEY (`replaces_id`) REFERENCES `billing_subscriptions` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_subscriptions`
--

LOCK TABLES `billing_subscriptions` WRITE;
/*!40000 ALTER TABLE `billing_subscriptions` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_subscriptions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_tax_rates`
--

DROP TABLE IF EXISTS `billing_tax_rates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_tax_rates` (
  `id` smallint unsigned NOT NULL AUTO_INCREMENT,
  `country` char(2) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `percent` decimal(5,2) NOT NULL,
  `is_reduced` tinyint(1) NOT NULL DEFAULT '0',
  `valid_from` date NOT NULL DEFAULT '2020-01-01',
  `valid_until` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `billing_tax_rates_country_percent_valid_from_unique` (`country`,`percent`,`valid_from`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_tax_rates`
--

LOCK TABLES `billing_tax_rates` WRITE;
/*!40000 ALTER TABLE `billing_tax_rates` DISABLE KEYS */;
INSERT INTO `billing_tax_rates` VALUES (1,'DE','Standard',19.00,0,'2020-01-01',NULL,NULL,NULL),(2,'DE','Reduced',7.00,1,'2020-01-01',NULL,NULL,NULL),(3,'AT','Standard',20.00,0,'2020-01-01',NULL,NULL,NULL);
/*!40000 ALTER TABLE `billing_tax_rates` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `billing_usage_records`
--

DROP TABLE IF EXISTS `billing_usage_records`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `billing_usage_records` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `billing_subscription_id` bigint unsigned NOT NULL,
  `billable_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `billable_id` bigint unsigned DEFAULT NULL,
  `unit` enum('minute','sms','email','seat') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'minute',
  `quantity` decimal(12,4) NOT NULL DEFAULT '0.0000',
  `unit_price` decimal(10,4) NOT NULL DEFAULT '0.0000',
  `amount` decimal(14,4) GENERATED ALWAYS AS ((`quantity` * `unit_price`)) STORED,
  `used_on` date NOT NULL,
  `invoiced` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `billing_usage_records_billable_type_billable_id_index` (`billable_type`,`billable_id`),
  KEY `bur_subscription_day_index` (`billing_subscription_id`,`used_on`),
  KEY `billing_usage_records_invoiced_used_on_index` (`invoiced`,`used_on`),
  CONSTRAINT `billing_usage_records_billing_subscription_id_foreign` FOREIGN KEY (`billing_subscription_id`) REFERENCES `billing_subscriptions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Never changed once invoiced';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `billing_usage_records`
--

LOCK TABLES `billing_usage_records` WRITE;
/*!40000 ALTER TABLE `billing_usage_records` DISABLE KEYS */;
/*!40000 ALTER TABLE `billing_usage_records` ENABLE KEYS */;
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
-- Table structure for table `calendar_accounts`
--

DROP TABLE IF EXISTS `calendar_accounts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calendar_accounts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `provider` enum('google','outlook','caldav','ics') COLLATE utf8mb4_unicode_ci NOT NULL,
  `account_email` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `refresh_credential` text COLLATE utf8mb4_unicode_ci COMMENT 'encrypted',
  `two_way` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calendar_accounts_staff_id_provider_account_email_unique` (`staff_id`,`provider`,`account_email`),
  CONSTRAINT `calendar_accounts_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calendar_accounts`
--

LOCK TABLES `calendar_accounts` WRITE;
/*!40000 ALTER TABLE `calendar_accounts` DISABLE KEYS */;
/*!40000 ALTER TABLE `calendar_accounts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calendar_blocks`
--

DROP TABLE IF EXISTS `calendar_blocks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calendar_blocks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `calendar_event_id` bigint unsigned DEFAULT NULL,
  `starts_at` datetime NOT NULL,
  `ends_at` datetime NOT NULL,
  `label` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'Busy',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `calendar_blocks_calendar_event_id_foreign` (`calendar_event_id`),
  KEY `calendar_blocks_staff_id_starts_at_index` (`staff_id`,`starts_at`),
  CONSTRAINT `calendar_blocks_calendar_event_id_foreign` FOREIGN KEY (`calendar_event_id`) REFERENCES `calendar_events` (`id`) ON DELETE CASCADE,
  CONSTRAINT `calendar_blocks_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calendar_blocks`
--

LOCK TABLES `calendar_blocks` WRITE;
/*!40000 ALTER TABLE `calendar_blocks` DISABLE KEYS */;
/*!40000 ALTER TABLE `calendar_blocks` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calendar_events`
--

DROP TABLE IF EXISTS `calendar_events`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calendar_events` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `calendar_feed_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `external_id` varchar(191) COLLATE utf8mb4_unicode_ci NOT NULL,
  `starts_at` datetime NOT NULL,
  `ends_at` datetime NOT NULL,
  `all_day` tinyint(1) NOT NULL DEFAULT '0',
  `is_busy` tinyint(1) NOT NULL DEFAULT '1',
  `etag` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calendar_events_calendar_feed_id_external_id_unique` (`calendar_feed_id`,`external_id`),
  KEY `calendar_events_appointment_id_foreign` (`appointment_id`),
  KEY `calendar_events_range_index` (`calendar_feed_id`,`starts_at`,`ends_at`),
  CONSTRAINT `calendar_events_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `calendar_events_calendar_feed_id_foreign` FOREIGN KEY (`calendar_feed_id`) REFERENCES `calendar_feeds` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calendar_events`
--

LOCK TABLES `calendar_events` WRITE;
/*!40000 ALTER TABLE `calendar_events` DISABLE KEYS */;
/*!40000 ALTER TABLE `calendar_events` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calendar_feeds`
--

DROP TABLE IF EXISTS `calendar_feeds`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calendar_feeds` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `calendar_account_id` bigint unsigned NOT NULL,
  `external_id` varchar(191) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `blocks_bookings` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calendar_feeds_calendar_account_id_external_id_unique` (`calendar_account_id`,`external_id`),
  CONSTRAINT `calendar_feeds_calendar_account_id_foreign` FOREIGN KEY (`calendar_account_id`) REFERENCES `calendar_accounts` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calendar_feeds`
--

LOCK TABLES `calendar_feeds` WRITE;
/*!40000 ALTER TABLE `calendar_feeds` DISABLE KEYS */;
/*!40000 ALTER TABLE `calendar_feeds` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `calendar_sync_tokens`
--

DROP TABLE IF EXISTS `calendar_sync_tokens`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `calendar_sync_tokens` (
  `calendar_feed_id` bigint unsigned NOT NULL,
  `cursor` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `full_sync_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`calendar_feed_id`),
  CONSTRAINT `calendar_sync_tokens_calendar_feed_id_foreign` FOREIGN KEY (`calendar_feed_id`) REFERENCES `calendar_feeds` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `calendar_sync_tokens`
--

LOCK TABLES `calendar_sync_tokens` WRITE;
/*!40000 ALTER TABLE `calendar_sync_tokens` DISABLE KEYS */;
/*!40000 ALTER TABLE `calendar_sync_tokens` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Temporary view structure for view `call_overview`
--

DROP TABLE IF EXISTS `call_overview`;
/*!50001 DROP VIEW IF EXISTS `call_overview`*/;
SET @saved_cs_client     = @@character_set_client;
/*!50503 SET character_set_client = utf8mb4 */;
/*!50001 CREATE VIEW `call_overview` AS SELECT 
 1 AS `call_id`,
 1 AS `company_id`,
 1 AS `company_name`,
 1 AS `customer_name`,
 1 AS `status`,
 1 AS `duration_sec`,
 1 AS `session_status`,
 1 AS `error_count`*/;
SET character_set_client = @saved_cs_client;

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
  `cost_cents` int unsigned NOT NULL DEFAULT '0' COMMENT 'sum of the parts, rounded',
  `transcript` longtext COLLATE utf8mb4_unicode_ci,
  `sentiment_score` decimal(5,2) DEFAULT NULL,
  `recording_url` varchar(1024) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `summary` text COLLATE utf8mb4_unicode_ci,
  `analysis` json DEFAULT NULL,
  `appointment_made` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  `cost_agent_cents` decimal(10,4) NOT NULL DEFAULT '0.0000',
  `cost_telephony_cents` decimal(10,4) NOT NULL DEFAULT '0.0000',
  `cost_llm_cents` decimal(10,4) NOT NULL DEFAULT '0.0000',
  `billing_usage_record_id` bigint unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `calls_retell_call_id_unique` (`retell_call_id`),
  KEY `calls_branch_id_foreign` (`branch_id`),
  KEY `calls_from_number_index` (`from_number`),
  KEY `calls_company_id_created_at_index` (`company_id`,`created_at`),
  KEY `calls_company_id_index` (`company_id`),
  KEY `calls_phone_number_id_foreign` (`phone_number_id`),
  KEY `perf_calls_company_status_created` (`company_id`,`status`,`created_at`),
  KEY `perf_calls_customer_created` (`customer_id`,`created_at`),
  KEY `calls_billing_usage_record_id_foreign` (`billing_usage_record_id`),
  FULLTEXT KEY `calls_transcript_fulltext` (`transcript`),
  CONSTRAINT `calls_billing_usage_record_id_foreign` FOREIGN KEY (`billing_usage_record_id`) REFERENCES `billing_usage_records` (`id`) ON DELETE SET NULL,
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
INSERT INTO `calls` VALUES (1,1,NULL,1,NULL,'call_0001','inbound',NULL,NULL,'ended',NULL,NULL,NULL,95,1.58,0,NULL,NULL,NULL,NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,0.0000,0.0000,0.0000,NULL),(2,1,NULL,NULL,NULL,'call_0002','inbound',NULL,NULL,'ended',NULL,NULL,NULL,240,NULL,0,NULL,NULL,NULL,NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,0.0000,0.0000,0.0000,NULL),(3,3,NULL,3,NULL,'call_0003','inbound',NULL,NULL,'ended',NULL,NULL,NULL,NULL,2.00,0,NULL,NULL,NULL,NULL,NULL,0,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,0.0000,0.0000,0.0000,NULL);
/*!40000 ALTER TABLE `calls` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaign_audiences`
--

DROP TABLE IF EXISTS `campaign_audiences`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaign_audiences` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `filters` json DEFAULT NULL,
  `size_estimate` int unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `campaign_audiences_company_id_foreign` (`company_id`),
  CONSTRAINT `campaign_audiences_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaign_audiences`
--

LOCK TABLES `campaign_audiences` WRITE;
/*!40000 ALTER TABLE `campaign_audiences` DISABLE KEYS */;
/*!40000 ALTER TABLE `campaign_audiences` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaign_clicks`
--

DROP TABLE IF EXISTS `campaign_clicks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaign_clicks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `campaign_recipient_id` bigint unsigned NOT NULL,
  `url` varchar(2048) COLLATE utf8mb4_unicode_ci NOT NULL,
  `url_hash` char(64) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (sha2(`url`,256)) STORED,
  `clicked_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `campaign_clicks_campaign_recipient_id_url_hash_index` (`campaign_recipient_id`,`url_hash`),
  CONSTRAINT `campaign_clicks_campaign_recipient_id_foreign` FOREIGN KEY (`campaign_recipient_id`) REFERENCES `campaign_recipients` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaign_clicks`
--

LOCK TABLES `campaign_clicks` WRITE;
/*!40000 ALTER TABLE `campaign_clicks` DISABLE KEYS */;
/*!40000 ALTER TABLE `campaign_clicks` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaign_messages`
--

DROP TABLE IF EXISTS `campaign_messages`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaign_messages` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `campaign_audience_id` bigint unsigned NOT NULL,
  `title` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `channel` enum('email','sms','call') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'email',
  `send_at` datetime DEFAULT NULL,
  `status` enum('draft','scheduled','sending','sent','stopped') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'draft',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `campaign_messages_campaign_audience_id_foreign` (`campaign_audience_id`),
  KEY `campaign_messages_status_send_at_index` (`status`,`send_at`),
  CONSTRAINT `campaign_messages_campaign_audience_id_foreign` FOREIGN KEY (`campaign_audience_id`) REFERENCES `campaign_audiences` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaign_messages`
--

LOCK TABLES `campaign_messages` WRITE;
/*!40000 ALTER TABLE `campaign_messages` DISABLE KEYS */;
/*!40000 ALTER TABLE `campaign_messages` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaign_recipients`
--

DROP TABLE IF EXISTS `campaign_recipients`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaign_recipients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `campaign_message_id` bigint unsigned NOT NULL,
  `campaign_variant_id` bigint unsigned DEFAULT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `sent_at` timestamp NULL DEFAULT NULL,
  `opened_at` timestamp NULL DEFAULT NULL,
  `unsubscribed_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `campaign_recipients_campaign_message_id_customer_id_unique` (`campaign_message_id`,`customer_id`),
  KEY `campaign_recipients_campaign_variant_id_foreign` (`campaign_variant_id`),
  KEY `campaign_recipients_customer_id_foreign` (`customer_id`),
  CONSTRAINT `campaign_recipients_campaign_message_id_foreign` FOREIGN KEY (`campaign_message_id`) REFERENCES `campaign_messages` (`id`) ON DELETE CASCADE,
  CONSTRAINT `campaign_recipients_campaign_variant_id_foreign` FOREIGN KEY (`campaign_variant_id`) REFERENCES `campaign_variants` (`id`) ON DELETE SET NULL,
  CONSTRAINT `campaign_recipients_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaign_recipients`
--

LOCK TABLES `campaign_recipients` WRITE;
/*!40000 ALTER TABLE `campaign_recipients` DISABLE KEYS */;
/*!40000 ALTER TABLE `campaign_recipients` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `campaign_variants`
--

DROP TABLE IF EXISTS `campaign_variants`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `campaign_variants` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `campaign_message_id` bigint unsigned NOT NULL,
  `letter` char(1) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'A',
  `subject` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `body` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `weight` tinyint unsigned NOT NULL DEFAULT '50',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `campaign_variants_campaign_message_id_letter_unique` (`campaign_message_id`,`letter`),
  CONSTRAINT `campaign_variants_campaign_message_id_foreign` FOREIGN KEY (`campaign_message_id`) REFERENCES `campaign_messages` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `campaign_variants`
--

LOCK TABLES `campaign_variants` WRITE;
/*!40000 ALTER TABLE `campaign_variants` DISABLE KEYS */;
/*!40000 ALTER TABLE `campaign_variants` ENABLE KEYS */;
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
-- Table structure for table `consent_purposes`
--

DROP TABLE IF EXISTS `consent_purposes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `consent_purposes` (
  `id` smallint unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `label` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_essential` tinyint(1) NOT NULL DEFAULT '0',
  PRIMARY KEY (`id`),
  UNIQUE KEY `consent_purposes_code_unique` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `consent_purposes`
--

LOCK TABLES `consent_purposes` WRITE;
/*!40000 ALTER TABLE `consent_purposes` DISABLE KEYS */;
INSERT INTO `consent_purposes` VALUES (1,'recording','Calls may be recorded',0),(2,'reminders','Reminders of appointments',1),(3,'marketing','News and offers',0);
/*!40000 ALTER TABLE `consent_purposes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `consent_records`
--

DROP TABLE IF EXISTS `consent_records`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `consent_records` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `customer_id` bigint unsigned NOT NULL,
  `consent_text_id` bigint unsigned NOT NULL,
  `call_id` bigint unsigned DEFAULT NULL,
  `given_by` enum('voice','web','paper','email') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'voice',
  `given_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `evidence_path` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `consent_records_consent_text_id_foreign` (`consent_text_id`),
  KEY `consent_records_call_id_foreign` (`call_id`),
  KEY `consent_records_customer_id_given_at_index` (`customer_id`,`given_at`),
  CONSTRAINT `consent_records_call_id_foreign` FOREIGN KEY (`call_id`) REFERENCES `calls` (`id`) ON DELETE SET NULL,
  CONSTRAINT `consent_records_consent_text_id_foreign` FOREIGN KEY (`consent_text_id`) REFERENCES `consent_texts` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `consent_records_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `consent_records`
--

LOCK TABLES `consent_records` WRITE;
/*!40000 ALTER TABLE `consent_records` DISABLE KEYS */;
/*!40000 ALTER TABLE `consent_records` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `consent_texts`
--

DROP TABLE IF EXISTS `consent_texts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `consent_texts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `consent_purpose_id` smallint unsigned NOT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL,
  `version` smallint unsigned NOT NULL DEFAULT '1',
  `text` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `valid_from` date NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `consent_texts_consent_purpose_id_language_version_unique` (`consent_purpose_id`,`language`,`version`),
  CONSTRAINT `consent_texts_consent_purpose_id_foreign` FOREIGN KEY (`consent_purpose_id`) REFERENCES `consent_purposes` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `consent_texts`
--

LOCK TABLES `consent_texts` WRITE;
/*!40000 ALTER TABLE `consent_texts` DISABLE KEYS */;
/*!40000 ALTER TABLE `consent_texts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `consent_withdrawals`
--

DROP TABLE IF EXISTS `consent_withdrawals`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `consent_withdrawals` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `consent_record_id` bigint unsigned NOT NULL,
  `recorded_by` bigint unsigned DEFAULT NULL,
  `reason` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `withdrawn_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `consent_withdrawals_consent_record_id_unique` (`consent_record_id`),
  KEY `consent_withdrawals_recorded_by_foreign` (`recorded_by`),
  CONSTRAINT `consent_withdrawals_consent_record_id_foreign` FOREIGN KEY (`consent_record_id`) REFERENCES `consent_records` (`id`) ON DELETE CASCADE,
  CONSTRAINT `consent_withdrawals_recorded_by_foreign` FOREIGN KEY (`recorded_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `consent_withdrawals`
--

LOCK TABLES `consent_withdrawals` WRITE;
/*!40000 ALTER TABLE `consent_withdrawals` DISABLE KEYS */;
/*!40000 ALTER TABLE `consent_withdrawals` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `contract_agreements`
--

DROP TABLE IF EXISTS `contract_agreements`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `contract_agreements` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `contract_template_id` bigint unsigned NOT NULL,
  `document_file_id` bigint unsigned DEFAULT NULL,
  `starts_on` date NOT NULL,
  `ends_on` date DEFAULT NULL,
  `notice_months` tinyint unsigned NOT NULL DEFAULT '3',
  `status` enum('draft','sent','signed','terminated') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'draft',
  `signed_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `contract_agreements_contract_template_id_foreign` (`contract_template_id`),
  KEY `contract_agreements_document_file_id_foreign` (`document_file_id`),
  KEY `contract_agreements_company_id_status_index` (`company_id`,`status`),
  CONSTRAINT `contract_agreements_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `contract_agreements_contract_template_id_foreign` FOREIGN KEY (`contract_template_id`) REFERENCES `contract_templates` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `contract_agreements_document_file_id_foreign` FOREIGN KEY (`document_file_id`) REFERENCES `document_files` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `contract_agreements`
--

LOCK TABLES `contract_agreements` WRITE;
/*!40000 ALTER TABLE `contract_agreements` DISABLE KEYS */;
/*!40000 ALTER TABLE `contract_agreements` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `contract_clauses`
--

DROP TABLE IF EXISTS `contract_clauses`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `contract_clauses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `contract_template_id` bigint unsigned NOT NULL,
  `number` varchar(12) COLLATE utf8mb4_unicode_ci NOT NULL,
  `heading` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `body` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_optional` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `contract_clauses_contract_template_id_number_unique` (`contract_template_id`,`number`),
  CONSTRAINT `contract_clauses_contract_template_id_foreign` FOREIGN KEY (`contract_template_id`) REFERENCES `contract_templates` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `contract_clauses`
--

LOCK TABLES `contract_clauses` WRITE;
/*!40000 ALTER TABLE `contract_clauses` DISABLE KEYS */;
/*!40000 ALTER TABLE `contract_clauses` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `contract_renewals`
--

DROP TABLE IF EXISTS `contract_renewals`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `contract_renewals` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `contract_agreement_id` bigint unsigned NOT NULL,
  `renewed_on` date NOT NULL,
  `until` date NOT NULL,
  `automatic` tinyint(1) NOT NULL DEFAULT '1',
  `price_change_percent` decimal(5,2) DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `contract_renewals_contract_agreement_id_foreign` (`contract_agreement_id`),
  CONSTRAINT `contract_renewals_contract_agreement_id_foreign` FOREIGN KEY (`contract_agreement_id`) REFERENCES `contract_agreements` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `contract_renewals`
--

LOCK TABLES `contract_renewals` WRITE;
/*!40000 ALTER TABLE `contract_renewals` DISABLE KEYS */;
/*!40000 ALTER TABLE `contract_renewals` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `contract_templates`
--

DROP TABLE IF EXISTS `contract_templates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `contract_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `version` int unsigned NOT NULL DEFAULT '1',
  `is_current` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `contract_templates_name_language_version_unique` (`name`,`language`,`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `contract_templates`
--

LOCK TABLES `contract_templates` WRITE;
/*!40000 ALTER TABLE `contract_templates` DISABLE KEYS */;
/*!40000 ALTER TABLE `contract_templates` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `conversation_flow_nodes`
--

DROP TABLE IF EXISTS `conversation_flow_nodes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `conversation_flow_nodes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `version_id` bigint unsigned NOT NULL,
  `parent_id` bigint unsigned DEFAULT NULL,
  `node_key` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `title` varchar(150) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `type` enum('start','message','question','function','branch','end') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'message',
  `instruction` text COLLATE utf8mb4_unicode_ci,
  `edges` json DEFAULT NULL,
  `position_x` smallint NOT NULL DEFAULT '0',
  `position_y` smallint NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `cfn_version_key_unique` (`version_id`,`node_key`),
  KEY `conversation_flow_nodes_parent_id_foreign` (`parent_id`),
  CONSTRAINT `conversation_flow_nodes_parent_id_foreign` FOREIGN KEY (`parent_id`) REFERENCES `conversation_flow_nodes` (`id`) ON DELETE SET NULL,
  CONSTRAINT `conversation_flow_nodes_version_id_foreign` FOREIGN KEY (`version_id`) REFERENCES `conversation_flow_versions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `conversation_flow_nodes`
--

LOCK TABLES `conversation_flow_nodes` WRITE;
/*!40000 ALTER TABLE `conversation_flow_nodes` DISABLE KEYS */;
/*!40000 ALTER TABLE `conversation_flow_nodes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `conversation_flow_versions`
--

DROP TABLE IF EXISTS `conversation_flow_versions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `conversation_flow_versions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `conversation_flow_id` bigint unsigned NOT NULL,
  `version` int unsigned NOT NULL,
  `definition` json NOT NULL,
  `changelog` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `checksum` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `is_live` tinyint(1) NOT NULL DEFAULT '0',
  `author_id` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `cfv_flow_version_unique` (`conversation_flow_id`,`version`),
  KEY `conversation_flow_versions_author_id_foreign` (`author_id`),
  CONSTRAINT `conversation_flow_versions_author_id_foreign` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `conversation_flow_versions_conversation_flow_id_foreign` FOREIGN KEY (`conversation_flow_id`) REFERENCES `conversation_flows` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `conversation_flow_versions`
--

LOCK TABLES `conversation_flow_versions` WRITE;
/*!40000 ALTER TABLE `conversation_flow_versions` DISABLE KEYS */;
/*!40000 ALTER TABLE `conversation_flow_versions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `conversation_flows`
--

DROP TABLE IF EXISTS `conversation_flows`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `conversation_flows` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `external_flow_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `description` text COLLATE utf8mb4_unicode_ci,
  `definition` longtext COLLATE utf8mb4_unicode_ci,
  `start_node` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'welcome',
  `status` enum('draft','published','archived') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'draft',
  `current_version_id` bigint unsigned DEFAULT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `created_by` bigint unsigned DEFAULT NULL,
  `published_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `conversation_flows_company_id_slug_unique` (`company_id`,`slug`),
  UNIQUE KEY `conversation_flows_external_flow_id_unique` (`external_flow_id`),
  KEY `conversation_flows_created_by_foreign` (`created_by`),
  KEY `conversation_flows_status_language_index` (`status`,`language`),
  KEY `conversation_flows_current_version_id_foreign` (`current_version_id`),
  CONSTRAINT `conversation_flows_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `conversation_flows_created_by_foreign` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `conversation_flows_current_version_id_foreign` FOREIGN KEY (`current_version_id`) REFERENCES `conversation_flow_versions` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `conversation_flows`
--

LOCK TABLES `conversation_flows` WRITE;
/*!40000 ALTER TABLE `conversation_flows` DISABLE KEYS */;
/*!40000 ALTER TABLE `conversation_flows` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `coupon_campaigns`
--

DROP TABLE IF EXISTS `coupon_campaigns`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `coupon_campaigns` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `starts_at` datetime DEFAULT NULL,
  `ends_at` datetime DEFAULT NULL,
  `budget_cents` int unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `coupon_campaigns_company_id_foreign` (`company_id`),
  CONSTRAINT `coupon_campaigns_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `coupon_campaigns`
--

LOCK TABLES `coupon_campaigns` WRITE;
/*!40000 ALTER TABLE `coupon_campaigns` DISABLE KEYS */;
/*!40000 ALTER TABLE `coupon_campaigns` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `coupon_codes`
--

DROP TABLE IF EXISTS `coupon_codes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `coupon_codes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `coupon_campaign_id` bigint unsigned NOT NULL,
  `code` varchar(32) COLLATE utf8mb4_unicode_ci NOT NULL,
  `discount_type` enum('percent','amount') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'percent',
  `discount` decimal(8,2) NOT NULL,
  `max_uses` int unsigned DEFAULT NULL,
  `uses` int unsigned NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `code_normalized` varchar(32) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (upper(`code`)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `coupon_codes_coupon_campaign_id_code_normalized_unique` (`coupon_campaign_id`,`code_normalized`),
  CONSTRAINT `coupon_codes_coupon_campaign_id_foreign` FOREIGN KEY (`coupon_campaign_id`) REFERENCES `coupon_campaigns` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `coupon_codes`
--

LOCK TABLES `coupon_codes` WRITE;
/*!40000 ALTER TABLE `coupon_codes` DISABLE KEYS */;
/*!40000 ALTER TABLE `coupon_codes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `coupon_redemptions`
--

DROP TABLE IF EXISTS `coupon_redemptions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `coupon_redemptions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `coupon_code_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `saved_cents` int unsigned NOT NULL DEFAULT '0',
  `redeemed_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `coupon_redemptions_coupon_code_id_foreign` (`coupon_code_id`),
  KEY `coupon_redemptions_customer_id_foreign` (`customer_id`),
  KEY `coupon_redemptions_appointment_id_foreign` (`appointment_id`),
  CONSTRAINT `coupon_redemptions_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `coupon_redemptions_coupon_code_id_foreign` FOREIGN KEY (`coupon_code_id`) REFERENCES `coupon_codes` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `coupon_redemptions_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `coupon_redemptions`
--

LOCK TABLES `coupon_redemptions` WRITE;
/*!40000 ALTER TABLE `coupon_redemptions` DISABLE KEYS */;
/*!40000 ALTER TABLE `coupon_redemptions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `coupon_service`
--

DROP TABLE IF EXISTS `coupon_service`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `coupon_service` (
  `coupon_code_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`coupon_code_id`,`service_id`),
  KEY `coupon_service_service_id_foreign` (`service_id`),
  CONSTRAINT `coupon_service_coupon_code_id_foreign` FOREIGN KEY (`coupon_code_id`) REFERENCES `coupon_codes` (`id`) ON DELETE CASCADE,
  CONSTRAINT `coupon_service_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `coupon_service`
--

LOCK TABLES `coupon_service` WRITE;
/*!40000 ALTER TABLE `coupon_service` DISABLE KEYS */;
/*!40000 ALTER TABLE `coupon_service` ENABLE KEYS */;
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
  `sms_opt_in` tinyint(1) NOT NULL DEFAULT '0',
  `sms_opt_in_at` timestamp NULL DEFAULT NULL,
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
  `email_domain` varchar(191) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (substring_index(`email`,_utf8mb4'@',-(1))) VIRTUAL,
  `search_name` varchar(255) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (lower(trim(`name`))) STORED,
  PRIMARY KEY (`id`),
  KEY `customers_tenant_id_index` (`tenant_id`),
  KEY `customers_tenant_phone_idx` (`tenant_id`,`phone`),
  KEY `customers_email_index` (`email`),
  KEY `customers_phone_normalized_index` (`phone_normalized`),
  KEY `customers_preferred_staff_id_foreign` (`preferred_staff_id`),
  KEY `customers_company_phone_idx` (`company_id`,`phone_normalized`),
  KEY `customers_company_email_idx` (`company_id`,`email`),
  KEY `perf_customers_company_created` (`company_id`,`created_at`),
  KEY `customers_search_name_index` (`company_id`,`search_name`),
  CONSTRAINT `customers_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `customers_preferred_staff_id_foreign` FOREIGN KEY (`preferred_staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `customers`
--

LOCK TABLES `customers` WRITE;
/*!40000 ALTER TABLE `customers` DISABLE KEYS */;
INSERT INTO `customers` (`id`, `company_id`, `tenant_id`, `name`, `email`, `phone`, `sms_opt_in`, `sms_opt_in_at`, `phone_normalized`, `birthdate`, `language`, `source`, `is_vip`, `no_show_count`, `preferred_staff_id`, `created_at`, `updated_at`, `deleted_at`, `marketing_consent_at`, `meta`) VALUES (1,1,1,'Customer A',NULL,'+49 000 0001',0,NULL,'+490000001',NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL),(2,NULL,1,'Customer B\'s sister',NULL,'+49 000 0002',0,NULL,'+490000002',NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL),(3,3,NULL,'Customer C',NULL,'+49 000 0003',0,NULL,'+490000003',NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL),(4,NULL,2,'Customer D',NULL,NULL,0,NULL,NULL,NULL,'en','phone',0,0,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL,NULL,NULL);
/*!40000 ALTER TABLE `customers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `dashboard_layouts`
--

DROP TABLE IF EXISTS `dashboard_layouts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `dashboard_layouts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'Overview',
  `grid` json NOT NULL DEFAULT (json_array()),
  `is_default` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `dashboard_layouts_user_id_foreign` (`user_id`),
  CONSTRAINT `dashboard_layouts_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `dashboard_layouts`
--

LOCK TABLES `dashboard_layouts` WRITE;
/*!40000 ALTER TABLE `dashboard_layouts` DISABLE KEYS */;
/*!40000 ALTER TABLE `dashboard_layouts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `dashboard_shares`
--

DROP TABLE IF EXISTS `dashboard_shares`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `dashboard_shares` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `dashboard_layout_id` bigint unsigned NOT NULL,
  `shared_with_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `shared_with_id` bigint unsigned NOT NULL,
  `access` enum('view','edit') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'view',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `dashboard_shares_once` (`dashboard_layout_id`,`shared_with_type`,`shared_with_id`),
  KEY `dashboard_shares_shared_with_type_shared_with_id_index` (`shared_with_type`,`shared_with_id`),
  CONSTRAINT `dashboard_shares_dashboard_layout_id_foreign` FOREIGN KEY (`dashboard_layout_id`) REFERENCES `dashboard_layouts` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `dashboard_shares`
--

LOCK TABLES `dashboard_shares` WRITE;
/*!40000 ALTER TABLE `dashboard_shares` DISABLE KEYS */;
/*!40000 ALTER TABLE `dashboard_shares` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `dashboard_widgets`
--

DROP TABLE IF EXISTS `dashboard_widgets`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `dashboard_widgets` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `dashboard_layout_id` bigint unsigned NOT NULL,
  `report_widget_id` bigint unsigned DEFAULT NULL,
  `component` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `x` tinyint NOT NULL DEFAULT '0',
  `y` tinyint NOT NULL DEFAULT '0',
  `width` tinyint NOT NULL DEFAULT '4',
  `height` tinyint NOT NULL DEFAULT '2',
  `settings` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `dashboard_widgets_dashboard_layout_id_foreign` (`dashboard_layout_id`),
  KEY `dashboard_widgets_report_widget_id_foreign` (`report_widget_id`),
  CONSTRAINT `dashboard_widgets_dashboard_layout_id_foreign` FOREIGN KEY (`dashboard_layout_id`) REFERENCES `dashboard_layouts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `dashboard_widgets_report_widget_id_foreign` FOREIGN KEY (`report_widget_id`) REFERENCES `report_widgets` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `dashboard_widgets`
--

LOCK TABLES `dashboard_widgets` WRITE;
/*!40000 ALTER TABLE `dashboard_widgets` DISABLE KEYS */;
/*!40000 ALTER TABLE `dashboard_widgets` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `data_consistency_logs`
--

DROP TABLE IF EXISTS `data_consistency_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `data_consistency_logs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `rule_id` bigint unsigned DEFAULT NULL,
  `subject_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `subject_id` bigint unsigned DEFAULT NULL,
  `detection_type` varchar(50) COLLATE utf8mb4_unicode_ci NOT NULL,
  `before` json DEFAULT NULL,
  `after` json DEFAULT NULL,
  `auto_corrected` tinyint(1) NOT NULL DEFAULT '0',
  `detected_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `corrected_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `data_consistency_logs_rule_id_foreign` (`rule_id`),
  KEY `data_consistency_logs_subject_type_subject_id_index` (`subject_type`,`subject_id`),
  KEY `data_consistency_logs_detection_type_detected_at_index` (`detection_type`,`detected_at`),
  CONSTRAINT `data_consistency_logs_rule_id_foreign` FOREIGN KEY (`rule_id`) REFERENCES `data_consistency_rules` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `data_consistency_logs`
--

LOCK TABLES `data_consistency_logs` WRITE;
/*!40000 ALTER TABLE `data_consistency_logs` DISABLE KEYS */;
/*!40000 ALTER TABLE `data_consistency_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `data_consistency_rules`
--

DROP TABLE IF EXISTS `data_consistency_rules`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `data_consistency_rules` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `target_table` varchar(64) COLLATE utf8mb4_unicode_ci NOT NULL,
  `description` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `check_sql` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `repair_sql` text COLLATE utf8mb4_unicode_ci,
  `severity` enum('info','warning','error') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'warning',
  `auto_repair` tinyint(1) NOT NULL DEFAULT '0',
  `is_enabled` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `data_consistency_rules_code_unique` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `data_consistency_rules`
--

LOCK TABLES `data_consistency_rules` WRITE;
/*!40000 ALTER TABLE `data_consistency_rules` DISABLE KEYS */;
INSERT INTO `data_consistency_rules` VALUES (1,'appointment_without_company','appointments','Every appointment belongs to a company','select id from appointments where company_id is null',NULL,'error',0,1,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `data_consistency_rules` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `data_consistency_triggers`
--

DROP TABLE IF EXISTS `data_consistency_triggers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `data_consistency_triggers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `rule_id` bigint unsigned NOT NULL,
  `timing` enum('before','after','nightly') COLLATE utf8mb4_unicode_ci NOT NULL,
  `event` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `fired_count` int unsigned NOT NULL DEFAULT '0',
  `last_fired_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `data_consistency_triggers_rule_id_timing_event_unique` (`rule_id`,`timing`,`event`),
  CONSTRAINT `data_consistency_triggers_rule_id_foreign` FOREIGN KEY (`rule_id`) REFERENCES `data_consistency_rules` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `data_consistency_triggers`
--

LOCK TABLES `data_consistency_triggers` WRITE;
/*!40000 ALTER TABLE `data_consistency_triggers` DISABLE KEYS */;
/*!40000 ALTER TABLE `data_consistency_triggers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `data_flow_logs`
--

DROP TABLE IF EXISTS `data_flow_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `data_flow_logs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `flow_type` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `source` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `destination` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `correlation_id` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `payload` json DEFAULT NULL,
  `payload_hash` char(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'ok',
  `duration_ms` double DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `data_flow_logs_correlation_id_index` (`correlation_id`),
  KEY `data_flow_logs_flow_type_status_created_at_index` (`flow_type`,`status`,`created_at`),
  KEY `data_flow_logs_company_id_foreign` (`company_id`),
  CONSTRAINT `data_flow_logs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `data_flow_logs`
--

LOCK TABLES `data_flow_logs` WRITE;
/*!40000 ALTER TABLE `data_flow_logs` DISABLE KEYS */;
/*!40000 ALTER TABLE `data_flow_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `document_files`
--

DROP TABLE IF EXISTS `document_files`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `document_files` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `document_folder_id` bigint unsigned DEFAULT NULL,
  `uploaded_by` bigint unsigned DEFAULT NULL,
  `attached_to_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `attached_to_id` bigint unsigned DEFAULT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `extension` varchar(12) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (lower(substring_index(`name`,_utf8mb4'.',-(1)))) STORED,
  `mime_type` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `size` bigint unsigned NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `document_files_document_folder_id_foreign` (`document_folder_id`),
  KEY `document_files_uploaded_by_foreign` (`uploaded_by`),
  KEY `document_files_attached_to_type_attached_to_id_index` (`attached_to_type`,`attached_to_id`),
  KEY `document_files_extension_index` (`extension`),
  CONSTRAINT `document_files_document_folder_id_foreign` FOREIGN KEY (`document_folder_id`) REFERENCES `document_folders` (`id`) ON DELETE SET NULL,
  CONSTRAINT `document_files_uploaded_by_foreign` FOREIGN KEY (`uploaded_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `document_files`
--

LOCK TABLES `document_files` WRITE;
/*!40000 ALTER TABLE `document_files` DISABLE KEYS */;
/*!40000 ALTER TABLE `document_files` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `document_folders`
--

DROP TABLE IF EXISTS `document_folders`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `document_folders` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `parent_id` bigint unsigned DEFAULT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `document_folders_company_id_parent_id_name_unique` (`company_id`,`parent_id`,`name`),
  KEY `document_folders_parent_id_foreign` (`parent_id`),
  CONSTRAINT `document_folders_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `document_folders_parent_id_foreign` FOREIGN KEY (`parent_id`) REFERENCES `document_folders` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `document_folders`
--

LOCK TABLES `document_folders` WRITE;
/*!40000 ALTER TABLE `document_folders` DISABLE KEYS */;
/*!40000 ALTER TABLE `document_folders` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `document_shares`
--

DROP TABLE IF EXISTS `document_shares`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `document_shares` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `document_file_id` bigint unsigned NOT NULL,
  `token` char(48) COLLATE utf8mb4_unicode_ci NOT NULL,
  `recipient_email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `max_downloads` smallint unsigned DEFAULT NULL,
  `downloads` smallint unsigned NOT NULL DEFAULT '0',
  `expires_at` datetime DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `document_shares_token_unique` (`token`),
  KEY `document_shares_document_file_id_foreign` (`document_file_id`),
  CONSTRAINT `document_shares_document_file_id_foreign` FOREIGN KEY (`document_file_id`) REFERENCES `document_files` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `document_shares`
--

LOCK TABLES `document_shares` WRITE;
/*!40000 ALTER TABLE `document_shares` DISABLE KEYS */;
/*!40000 ALTER TABLE `document_shares` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `document_signatures`
--

DROP TABLE IF EXISTS `document_signatures`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `document_signatures` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `document_version_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `signer_name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `signed_from` varchar(45) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `image` mediumtext COLLATE utf8mb4_unicode_ci,
  `signed_at` timestamp NULL DEFAULT NULL,
  `revoked_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `document_signatures_document_version_id_foreign` (`document_version_id`),
  KEY `document_signatures_customer_id_foreign` (`customer_id`),
  CONSTRAINT `document_signatures_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `document_signatures_document_version_id_foreign` FOREIGN KEY (`document_version_id`) REFERENCES `document_versions` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `document_signatures`
--

LOCK TABLES `document_signatures` WRITE;
/*!40000 ALTER TABLE `document_signatures` DISABLE KEYS */;
/*!40000 ALTER TABLE `document_signatures` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `document_versions`
--

DROP TABLE IF EXISTS `document_versions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `document_versions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `document_file_id` bigint unsigned NOT NULL,
  `version` int unsigned NOT NULL,
  `path` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `sha256` char(64) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `document_versions_document_file_id_version_unique` (`document_file_id`,`version`),
  CONSTRAINT `document_versions_document_file_id_foreign` FOREIGN KEY (`document_file_id`) REFERENCES `document_files` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `document_versions`
--

LOCK TABLES `document_versions` WRITE;
/*!40000 ALTER TABLE `document_versions` DISABLE KEYS */;
/*!40000 ALTER TABLE `document_versions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `email_attachments`
--

DROP TABLE IF EXISTS `email_attachments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `email_attachments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email_message_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `disk` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'local',
  `path` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `filename` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `mime_type` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'application/octet-stream',
  `size` bigint unsigned NOT NULL DEFAULT '0',
  `sha256` char(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `email_attachments_email_message_id_foreign` (`email_message_id`),
  CONSTRAINT `email_attachments_email_message_id_foreign` FOREIGN KEY (`email_message_id`) REFERENCES `email_messages` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `email_attachments`
--

LOCK TABLES `email_attachments` WRITE;
/*!40000 ALTER TABLE `email_attachments` DISABLE KEYS */;
/*!40000 ALTER TABLE `email_attachments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `email_bounces`
--

DROP TABLE IF EXISTS `email_bounces`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `email_bounces` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email_message_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `address` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `type` enum('hard','soft','complaint') COLLATE utf8mb4_unicode_ci NOT NULL,
  `diagnostic` varchar(1000) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `bounced_at` timestamp NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `email_bounces_email_message_id_foreign` (`email_message_id`),
  KEY `email_bounces_address_type_index` (`address`,`type`),
  CONSTRAINT `email_bounces_email_message_id_foreign` FOREIGN KEY (`email_message_id`) REFERENCES `email_messages` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `email_bounces`
--

LOCK TABLES `email_bounces` WRITE;
/*!40000 ALTER TABLE `email_bounces` DISABLE KEYS */;
/*!40000 ALTER TABLE `email_bounces` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `email_layouts`
--

DROP TABLE IF EXISTS `email_layouts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `email_layouts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `html` mediumtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `plain` text COLLATE utf8mb4_unicode_ci,
  `brand_color` char(7) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '#1f6feb',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `email_layouts_company_id_foreign` (`company_id`),
  CONSTRAINT `email_layouts_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `email_layouts`
--

LOCK TABLES `email_layouts` WRITE;
/*!40000 ALTER TABLE `email_layouts` DISABLE KEYS */;
/*!40000 ALTER TABLE `email_layouts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `email_messages`
--

DROP TABLE IF EXISTS `email_messages`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `email_messages` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `email_template_id` bigint unsigned DEFAULT NULL,
  `related_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `related_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `message_id` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `to_address` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `to_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `cc` json DEFAULT NULL,
  `bcc` json DEFAULT NULL,
  `subject` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `status` enum('queued','sent','delivered','opened','bounced','failed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'queued',
  `sent_at` timestamp NULL DEFAULT NULL,
  `opened_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email_messages_message_id_unique` (`message_id`),
  KEY `email_messages_email_template_id_foreign` (`email_template_id`),
  KEY `email_messages_related_type_related_id_index` (`related_type`,`related_id`),
  KEY `email_messages_company_id_status_sent_at_index` (`company_id`,`status`,`sent_at`),
  KEY `email_messages_to_address_index` (`to_address`),
  CONSTRAINT `email_messages_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `email_messages_email_template_id_foreign` FOREIGN KEY (`email_template_id`) REFERENCES `email_templates` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `email_messages`
--

LOCK TABLES `email_messages` WRITE;
/*!40000 ALTER TABLE `email_messages` DISABLE KEYS */;
/*!40000 ALTER TABLE `email_messages` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `email_suppressions`
--

DROP TABLE IF EXISTS `email_suppressions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `email_suppressions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `address` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `address_hash` varchar(64) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (sha2(lower(`address`),256)) STORED,
  `email_bounce_id` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email_suppressions_company_id_address_hash_unique` (`company_id`,`address_hash`),
  KEY `email_suppressions_email_bounce_id_foreign` (`email_bounce_id`),
  CONSTRAINT `email_suppressions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `email_suppressions_email_bounce_id_foreign` FOREIGN KEY (`email_bounce_id`) REFERENCES `email_bounces` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `email_suppressions`
--

LOCK TABLES `email_suppressions` WRITE;
/*!40000 ALTER TABLE `email_suppressions` DISABLE KEYS */;
/*!40000 ALTER TABLE `email_suppressions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `email_templates`
--

DROP TABLE IF EXISTS `email_templates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `email_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email_layout_id` bigint unsigned DEFAULT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `key` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `subject` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `preheader` varchar(160) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `body` mediumtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `variables` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email_templates_unique_key` (`company_id`,`key`,`language`),
  KEY `email_templates_email_layout_id_foreign` (`email_layout_id`),
  CONSTRAINT `email_templates_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `email_templates_email_layout_id_foreign` FOREIGN KEY (`email_layout_id`) REFERENCES `email_layouts` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `email_templates`
--

LOCK TABLES `email_templates` WRITE;
/*!40000 ALTER TABLE `email_templates` DISABLE KEYS */;
/*!40000 ALTER TABLE `email_templates` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `export_files`
--

DROP TABLE IF EXISTS `export_files`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `export_files` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `export_job_id` bigint unsigned NOT NULL,
  `path` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `bytes` bigint unsigned NOT NULL DEFAULT '0',
  `delete_after` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `export_files_export_job_id_foreign` (`export_job_id`),
  KEY `export_files_delete_after_index` (`delete_after`),
  CONSTRAINT `export_files_export_job_id_foreign` FOREIGN KEY (`export_job_id`) REFERENCES `export_jobs` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `export_files`
--

LOCK TABLES `export_files` WRITE;
/*!40000 ALTER TABLE `export_files` DISABLE KEYS */;
/*!40000 ALTER TABLE `export_files` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `export_jobs`
--

DROP TABLE IF EXISTS `export_jobs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `export_jobs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `export_preset_id` bigint unsigned DEFAULT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `format` enum('csv','xlsx','json') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'csv',
  `status` enum('queued','running','done','failed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'queued',
  `progress` tinyint unsigned NOT NULL DEFAULT '0',
  `finished_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `export_jobs_export_preset_id_foreign` (`export_preset_id`),
  KEY `export_jobs_user_id_foreign` (`user_id`),
  KEY `export_jobs_status_created_at_index` (`status`,`created_at`),
  CONSTRAINT `export_jobs_export_preset_id_foreign` FOREIGN KEY (`export_preset_id`) REFERENCES `export_presets` (`id`) ON DELETE SET NULL,
  CONSTRAINT `export_jobs_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `export_jobs`
--

LOCK TABLES `export_jobs` WRITE;
/*!40000 ALTER TABLE `export_jobs` DISABLE KEYS */;
/*!40000 ALTER TABLE `export_jobs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `export_presets`
--

DROP TABLE IF EXISTS `export_presets`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `export_presets` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `entity` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `fields` json NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `export_presets_company_id_foreign` (`company_id`),
  CONSTRAINT `export_presets_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `export_presets`
--

LOCK TABLES `export_presets` WRITE;
/*!40000 ALTER TABLE `export_presets` DISABLE KEYS */;
/*!40000 ALTER TABLE `export_presets` ENABLE KEYS */;
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
-- Table structure for table `feature_flag_overrides`
--

DROP TABLE IF EXISTS `feature_flag_overrides`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `feature_flag_overrides` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `feature_flag_id` bigint unsigned NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `enabled` tinyint(1) NOT NULL,
  `reason` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `feature_flag_overrides_feature_flag_id_company_id_unique` (`feature_flag_id`,`company_id`),
  KEY `feature_flag_overrides_company_id_foreign` (`company_id`),
  CONSTRAINT `feature_flag_overrides_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `feature_flag_overrides_feature_flag_id_foreign` FOREIGN KEY (`feature_flag_id`) REFERENCES `feature_flags` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `feature_flag_overrides`
--

LOCK TABLES `feature_flag_overrides` WRITE;
/*!40000 ALTER TABLE `feature_flag_overrides` DISABLE KEYS */;
/*!40000 ALTER TABLE `feature_flag_overrides` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `feature_flags`
--

DROP TABLE IF EXISTS `feature_flags`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `feature_flags` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `key` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `description` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '',
  `enabled` tinyint(1) NOT NULL DEFAULT '0',
  `rollout_percent` tinyint unsigned NOT NULL DEFAULT '0',
  `feature_segment_id` bigint unsigned DEFAULT NULL,
  `remove_after` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `feature_flags_key_unique` (`key`),
  KEY `feature_flags_feature_segment_id_foreign` (`feature_segment_id`),
  CONSTRAINT `feature_flags_feature_segment_id_foreign` FOREIGN KEY (`feature_segment_id`) REFERENCES `feature_segments` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `feature_flags`
--

LOCK TABLES `feature_flags` WRITE;
/*!40000 ALTER TABLE `feature_flags` DISABLE KEYS */;
INSERT INTO `feature_flags` VALUES (1,'voice.booking','Book by telephone',1,100,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(2,'voice.rebooking','Move appointments by telephone',0,0,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(3,'waitlist','Offer free slots to people who wait',0,0,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00'),(4,'loyalty','Points and rewards',0,0,NULL,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00');
/*!40000 ALTER TABLE `feature_flags` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `feature_segments`
--

DROP TABLE IF EXISTS `feature_segments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `feature_segments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `conditions` json NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `feature_segments_name_unique` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `feature_segments`
--

LOCK TABLES `feature_segments` WRITE;
/*!40000 ALTER TABLE `feature_segments` DISABLE KEYS */;
/*!40000 ALTER TABLE `feature_segments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `feature_usage_events`
--

DROP TABLE IF EXISTS `feature_usage_events`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `feature_usage_events` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `feature_flag_id` bigint unsigned DEFAULT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `event` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `happened_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (`id`),
  KEY `feature_usage_events_feature_flag_id_foreign` (`feature_flag_id`),
  KEY `feature_usage_events_company_id_foreign` (`company_id`),
  KEY `feature_usage_events_user_id_foreign` (`user_id`),
  KEY `feature_usage_events_event_happened_at_index` (`event`,`happened_at`),
  CONSTRAINT `feature_usage_events_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `feature_usage_events_feature_flag_id_foreign` FOREIGN KEY (`feature_flag_id`) REFERENCES `feature_flags` (`id`) ON DELETE SET NULL,
  CONSTRAINT `feature_usage_events_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `feature_usage_events`
--

LOCK TABLES `feature_usage_events` WRITE;
/*!40000 ALTER TABLE `feature_usage_events` DISABLE KEYS */;
/*!40000 ALTER TABLE `feature_usage_events` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `form_answers`
--

DROP TABLE IF EXISTS `form_answers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `form_answers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `form_submission_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `form_field_id` bigint unsigned NOT NULL,
  `value` text COLLATE utf8mb4_unicode_ci,
  `value_prefix` varchar(60) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (left(`value`,60)) VIRTUAL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `form_answers_form_submission_id_form_field_id_unique` (`form_submission_id`,`form_field_id`),
  KEY `form_answers_form_field_id_foreign` (`form_field_id`),
  CONSTRAINT `form_answers_form_field_id_foreign` FOREIGN KEY (`form_field_id`) REFERENCES `form_fields` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `form_answers_form_submission_id_foreign` FOREIGN KEY (`form_submission_id`) REFERENCES `form_submissions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `form_answers`
--

LOCK TABLES `form_answers` WRITE;
/*!40000 ALTER TABLE `form_answers` DISABLE KEYS */;
/*!40000 ALTER TABLE `form_answers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `form_definitions`
--

DROP TABLE IF EXISTS `form_definitions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `form_definitions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `title` varchar(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  `slug` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `intro` text COLLATE utf8mb4_unicode_ci,
  `is_required` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'before the first appointment',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `form_definitions_company_id_slug_deleted_at_unique` (`company_id`,`slug`,`deleted_at`),
  CONSTRAINT `form_definitions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `form_definitions`
--

LOCK TABLES `form_definitions` WRITE;
/*!40000 ALTER TABLE `form_definitions` DISABLE KEYS */;
/*!40000 ALTER TABLE `form_definitions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `form_fields`
--

DROP TABLE IF EXISTS `form_fields`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `form_fields` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `form_version_id` bigint unsigned NOT NULL,
  `shown_if_field_id` bigint unsigned DEFAULT NULL,
  `name` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `label` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `type` enum('text','textarea','number','date','checkbox','select','signature') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'text',
  `options` json DEFAULT NULL,
  `rules` json DEFAULT NULL,
  `position` smallint unsigned NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `form_fields_form_version_id_name_unique` (`form_version_id`,`name`),
  KEY `form_fields_shown_if_field_id_foreign` (`shown_if_field_id`),
  CONSTRAINT `form_fields_form_version_id_foreign` FOREIGN KEY (`form_version_id`) REFERENCES `form_versions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `form_fields_shown_if_field_id_foreign` FOREIGN KEY (`shown_if_field_id`) REFERENCES `form_fields` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `form_fields`
--

LOCK TABLES `form_fields` WRITE;
/*!40000 ALTER TABLE `form_fields` DISABLE KEYS */;
/*!40000 ALTER TABLE `form_fields` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `form_submissions`
--

DROP TABLE IF EXISTS `form_submissions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `form_submissions` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `form_version_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `ip` varchar(45) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `user_agent` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `submitted_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `form_submissions_form_version_id_foreign` (`form_version_id`),
  KEY `form_submissions_customer_id_foreign` (`customer_id`),
  KEY `form_submissions_appointment_id_foreign` (`appointment_id`),
  CONSTRAINT `form_submissions_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `form_submissions_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `form_submissions_form_version_id_foreign` FOREIGN KEY (`form_version_id`) REFERENCES `form_versions` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `form_submissions`
--

LOCK TABLES `form_submissions` WRITE;
/*!40000 ALTER TABLE `form_submissions` DISABLE KEYS */;
/*!40000 ALTER TABLE `form_submissions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `form_versions`
--

DROP TABLE IF EXISTS `form_versions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `form_versions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `form_definition_id` bigint unsigned NOT NULL,
  `version` int unsigned NOT NULL DEFAULT '1',
  `published_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `form_versions_form_definition_id_version_unique` (`form_definition_id`,`version`),
  KEY `form_versions_company_id_foreign` (`company_id`),
  CONSTRAINT `form_versions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `form_versions_form_definition_id_foreign` FOREIGN KEY (`form_definition_id`) REFERENCES `form_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `form_versions`
--

LOCK TABLES `form_versions` WRITE;
/*!40000 ALTER TABLE `form_versions` DISABLE KEYS */;
/*!40000 ALTER TABLE `form_versions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `gift_card_designs`
--

DROP TABLE IF EXISTS `gift_card_designs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `gift_card_designs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `image_path` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `gift_card_designs_company_id_foreign` (`company_id`),
  CONSTRAINT `gift_card_designs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `gift_card_designs`
--

LOCK TABLES `gift_card_designs` WRITE;
/*!40000 ALTER TABLE `gift_card_designs` DISABLE KEYS */;
/*!40000 ALTER TABLE `gift_card_designs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `gift_card_transactions`
--

DROP TABLE IF EXISTS `gift_card_transactions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `gift_card_transactions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `gift_card_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `amount_cents` int NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `gift_card_transactions_gift_card_id_foreign` (`gift_card_id`),
  KEY `gift_card_transactions_appointment_id_foreign` (`appointment_id`),
  CONSTRAINT `gift_card_transactions_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `gift_card_transactions_gift_card_id_foreign` FOREIGN KEY (`gift_card_id`) REFERENCES `gift_cards` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `gift_card_transactions`
--

LOCK TABLES `gift_card_transactions` WRITE;
/*!40000 ALTER TABLE `gift_card_transactions` DISABLE KEYS */;
/*!40000 ALTER TABLE `gift_card_transactions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `gift_cards`
--

DROP TABLE IF EXISTS `gift_cards`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `gift_cards` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `gift_card_design_id` bigint unsigned DEFAULT NULL,
  `buyer_id` bigint unsigned DEFAULT NULL,
  `recipient_id` bigint unsigned DEFAULT NULL,
  `code` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `value_cents` int unsigned NOT NULL,
  `remaining_cents` int unsigned NOT NULL,
  `message` text COLLATE utf8mb4_unicode_ci,
  `valid_until` date DEFAULT NULL,
  `activated_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `gift_cards_code_unique` (`code`),
  KEY `gift_cards_gift_card_design_id_foreign` (`gift_card_design_id`),
  KEY `gift_cards_buyer_id_foreign` (`buyer_id`),
  KEY `gift_cards_recipient_id_foreign` (`recipient_id`),
  KEY `gift_cards_company_id_valid_until_index` (`company_id`,`valid_until`),
  CONSTRAINT `gift_cards_buyer_id_foreign` FOREIGN KEY (`buyer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `gift_cards_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `gift_cards_gift_card_design_id_foreign` FOREIGN KEY (`gift_card_design_id`) REFERENCES `gift_card_designs` (`id`) ON DELETE SET NULL,
  CONSTRAINT `gift_cards_recipient_id_foreign` FOREIGN KEY (`recipient_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `gift_cards_remaining_check` CHECK ((`remaining_cents` <= `value_cents`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `gift_cards`
--

LOCK TABLES `gift_cards` WRITE;
/*!40000 ALTER TABLE `gift_cards` DISABLE KEYS */;
/*!40000 ALTER TABLE `gift_cards` ENABLE KEYS */;
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
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
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
-- Table structure for table `import_batches`
--

DROP TABLE IF EXISTS `import_batches`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `import_batches` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `import_source_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `filename` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `rows_total` int unsigned NOT NULL DEFAULT '0',
  `rows_done` int unsigned NOT NULL DEFAULT '0',
  `rows_failed` int unsigned NOT NULL DEFAULT '0',
  `status` enum('uploaded','mapped','running','done','failed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'uploaded',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `import_batches_import_source_id_foreign` (`import_source_id`),
  KEY `import_batches_user_id_foreign` (`user_id`),
  KEY `import_batches_company_id_foreign` (`company_id`),
  CONSTRAINT `import_batches_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `import_batches_import_source_id_foreign` FOREIGN KEY (`import_source_id`) REFERENCES `import_sources` (`id`) ON DELETE CASCADE,
  CONSTRAINT `import_batches_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `import_batches`
--

LOCK TABLES `import_batches` WRITE;
/*!40000 ALTER TABLE `import_batches` DISABLE KEYS */;
/*!40000 ALTER TABLE `import_batches` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `import_errors`
--

DROP TABLE IF EXISTS `import_errors`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `import_errors` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `import_row_id` bigint unsigned NOT NULL,
  `column` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `message` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `import_errors_import_row_id_foreign` (`import_row_id`),
  CONSTRAINT `import_errors_import_row_id_foreign` FOREIGN KEY (`import_row_id`) REFERENCES `import_rows` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `import_errors`
--

LOCK TABLES `import_errors` WRITE;
/*!40000 ALTER TABLE `import_errors` DISABLE KEYS */;
/*!40000 ALTER TABLE `import_errors` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `import_mappings`
--

DROP TABLE IF EXISTS `import_mappings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `import_mappings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `import_source_id` bigint unsigned NOT NULL,
  `from_column` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `to_attribute` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `transform` varchar(60) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `import_mappings_import_source_id_from_column_unique` (`import_source_id`,`from_column`),
  CONSTRAINT `import_mappings_import_source_id_foreign` FOREIGN KEY (`import_source_id`) REFERENCES `import_sources` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `import_mappings`
--

LOCK TABLES `import_mappings` WRITE;
/*!40000 ALTER TABLE `import_mappings` DISABLE KEYS */;
/*!40000 ALTER TABLE `import_mappings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `import_rows`
--

DROP TABLE IF EXISTS `import_rows`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `import_rows` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `import_batch_id` bigint unsigned NOT NULL,
  `row_number` int unsigned NOT NULL,
  `data` json NOT NULL,
  `imported_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `imported_id` bigint unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `import_rows_import_batch_id_row_number_unique` (`import_batch_id`,`row_number`),
  KEY `import_rows_imported_type_imported_id_index` (`imported_type`,`imported_id`),
  CONSTRAINT `import_rows_import_batch_id_foreign` FOREIGN KEY (`import_batch_id`) REFERENCES `import_batches` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `import_rows`
--

LOCK TABLES `import_rows` WRITE;
/*!40000 ALTER TABLE `import_rows` DISABLE KEYS */;
/*!40000 ALTER TABLE `import_rows` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `import_sources`
--

DROP TABLE IF EXISTS `import_sources`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `import_sources` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `kind` enum('csv','xlsx','ics','api') COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `options` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `import_sources_company_id_foreign` (`company_id`),
  CONSTRAINT `import_sources_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `import_sources`
--

LOCK TABLES `import_sources` WRITE;
/*!40000 ALTER TABLE `import_sources` DISABLE KEYS */;
/*!40000 ALTER TABLE `import_sources` ENABLE KEYS */;
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
-- Table structure for table `knowledge_bases`
--

DROP TABLE IF EXISTS `knowledge_bases`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `knowledge_bases` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `is_published` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `knowledge_bases_company_id_foreign` (`company_id`),
  CONSTRAINT `knowledge_bases_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `knowledge_bases`
--

LOCK TABLES `knowledge_bases` WRITE;
/*!40000 ALTER TABLE `knowledge_bases` DISABLE KEYS */;
/*!40000 ALTER TABLE `knowledge_bases` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `knowledge_chunks`
--

DROP TABLE IF EXISTS `knowledge_chunks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `knowledge_chunks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `knowledge_document_id` bigint unsigned NOT NULL,
  `position` int unsigned NOT NULL,
  `body` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `embedding` blob,
  `embedding_model` varchar(60) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `knowledge_chunks_knowledge_document_id_position_unique` (`knowledge_document_id`,`position`),
  FULLTEXT KEY `knowledge_chunks_body_search` (`body`),
  CONSTRAINT `knowledge_chunks_knowledge_document_id_foreign` FOREIGN KEY (`knowledge_document_id`) REFERENCES `knowledge_documents` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `knowledge_chunks`
--

LOCK TABLES `knowledge_chunks` WRITE;
/*!40000 ALTER TABLE `knowledge_chunks` DISABLE KEYS */;
/*!40000 ALTER TABLE `knowledge_chunks` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `knowledge_documents`
--

DROP TABLE IF EXISTS `knowledge_documents`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `knowledge_documents` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `knowledge_base_id` bigint unsigned NOT NULL,
  `knowledge_source_id` bigint unsigned DEFAULT NULL,
  `title` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `content` longtext COLLATE utf8mb4_unicode_ci,
  `content_hash` char(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `tokens` int unsigned NOT NULL DEFAULT '0',
  `year` year DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `knowledge_documents_knowledge_base_id_foreign` (`knowledge_base_id`),
  KEY `knowledge_documents_knowledge_source_id_foreign` (`knowledge_source_id`),
  KEY `knowledge_documents_content_hash_index` (`content_hash`),
  FULLTEXT KEY `knowledge_documents_title_content_fulltext` (`title`,`content`),
  CONSTRAINT `knowledge_documents_knowledge_base_id_foreign` FOREIGN KEY (`knowledge_base_id`) REFERENCES `knowledge_bases` (`id`) ON DELETE CASCADE,
  CONSTRAINT `knowledge_documents_knowledge_source_id_foreign` FOREIGN KEY (`knowledge_source_id`) REFERENCES `knowledge_sources` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `knowledge_documents`
--

LOCK TABLES `knowledge_documents` WRITE;
/*!40000 ALTER TABLE `knowledge_documents` DISABLE KEYS */;
/*!40000 ALTER TABLE `knowledge_documents` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `knowledge_feedback`
--

DROP TABLE IF EXISTS `knowledge_feedback`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `knowledge_feedback` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `knowledge_chunk_id` bigint unsigned DEFAULT NULL,
  `call_id` bigint unsigned DEFAULT NULL,
  `question` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `was_helpful` tinyint(1) DEFAULT NULL,
  `suggested_answer` text COLLATE utf8mb4_unicode_ci,
  `reviewed_by` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `knowledge_feedback_knowledge_chunk_id_foreign` (`knowledge_chunk_id`),
  KEY `knowledge_feedback_call_id_foreign` (`call_id`),
  KEY `knowledge_feedback_reviewed_by_foreign` (`reviewed_by`),
  CONSTRAINT `knowledge_feedback_call_id_foreign` FOREIGN KEY (`call_id`) REFERENCES `calls` (`id`) ON DELETE SET NULL,
  CONSTRAINT `knowledge_feedback_knowledge_chunk_id_foreign` FOREIGN KEY (`knowledge_chunk_id`) REFERENCES `knowledge_chunks` (`id`) ON DELETE SET NULL,
  CONSTRAINT `knowledge_feedback_reviewed_by_foreign` FOREIGN KEY (`reviewed_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `knowledge_feedback`
--

LOCK TABLES `knowledge_feedback` WRITE;
/*!40000 ALTER TABLE `knowledge_feedback` DISABLE KEYS */;
/*!40000 ALTER TABLE `knowledge_feedback` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `knowledge_sources`
--

DROP TABLE IF EXISTS `knowledge_sources`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `knowledge_sources` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `knowledge_base_id` bigint unsigned NOT NULL,
  `type` enum('url','file','text','faq') COLLATE utf8mb4_unicode_ci NOT NULL,
  `uri` varchar(2048) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `options` json DEFAULT NULL,
  `refresh_hours` smallint unsigned NOT NULL DEFAULT '24',
  `fetched_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `knowledge_sources_knowledge_base_id_foreign` (`knowledge_base_id`),
  CONSTRAINT `knowledge_sources_knowledge_base_id_foreign` FOREIGN KEY (`knowledge_base_id`) REFERENCES `knowledge_bases` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `knowledge_sources`
--

LOCK TABLES `knowledge_sources` WRITE;
/*!40000 ALTER TABLE `knowledge_sources` DISABLE KEYS */;
/*!40000 ALTER TABLE `knowledge_sources` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `knowledge_sync_runs`
--

DROP TABLE IF EXISTS `knowledge_sync_runs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `knowledge_sync_runs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `knowledge_source_id` bigint unsigned NOT NULL,
  `documents_added` int NOT NULL DEFAULT '0',
  `documents_updated` int NOT NULL DEFAULT '0',
  `documents_removed` int NOT NULL DEFAULT '0',
  `error` text COLLATE utf8mb4_unicode_ci,
  `started_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `finished_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `knowledge_sync_runs_knowledge_source_id_foreign` (`knowledge_source_id`),
  CONSTRAINT `knowledge_sync_runs_knowledge_source_id_foreign` FOREIGN KEY (`knowledge_source_id`) REFERENCES `knowledge_sources` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `knowledge_sync_runs`
--

LOCK TABLES `knowledge_sync_runs` WRITE;
/*!40000 ALTER TABLE `knowledge_sync_runs` DISABLE KEYS */;
/*!40000 ALTER TABLE `knowledge_sync_runs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `location_closures`
--

DROP TABLE IF EXISTS `location_closures`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `location_closures` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `closed_from` date NOT NULL,
  `closed_until` date NOT NULL,
  `reason` varchar(200) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `announce_on_phone` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `location_closures_branch_id_closed_from_unique` (`branch_id`,`closed_from`),
  CONSTRAINT `location_closures_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `location_closures`
--

LOCK TABLES `location_closures` WRITE;
/*!40000 ALTER TABLE `location_closures` DISABLE KEYS */;
/*!40000 ALTER TABLE `location_closures` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `location_regions`
--

DROP TABLE IF EXISTS `location_regions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `location_regions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `country` char(2) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'DE',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `location_regions_company_id_foreign` (`company_id`),
  CONSTRAINT `location_regions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `location_regions`
--

LOCK TABLES `location_regions` WRITE;
/*!40000 ALTER TABLE `location_regions` DISABLE KEYS */;
/*!40000 ALTER TABLE `location_regions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `location_travel_times`
--

DROP TABLE IF EXISTS `location_travel_times`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `location_travel_times` (
  `from_branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `to_branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `minutes` smallint unsigned NOT NULL,
  `kilometres` decimal(7,2) DEFAULT NULL,
  `by` enum('car','bike','transit','foot') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'car',
  `calculated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`from_branch_id`,`to_branch_id`,`by`),
  KEY `location_travel_times_to_branch_id_foreign` (`to_branch_id`),
  CONSTRAINT `location_travel_times_from_branch_id_foreign` FOREIGN KEY (`from_branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `location_travel_times_to_branch_id_foreign` FOREIGN KEY (`to_branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `location_travel_times`
--

LOCK TABLES `location_travel_times` WRITE;
/*!40000 ALTER TABLE `location_travel_times` DISABLE KEYS */;
/*!40000 ALTER TABLE `location_travel_times` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `location_zones`
--

DROP TABLE IF EXISTS `location_zones`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `location_zones` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `location_region_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `zip_from` varchar(10) COLLATE utf8mb4_unicode_ci NOT NULL,
  `zip_until` varchar(10) COLLATE utf8mb4_unicode_ci NOT NULL,
  `surcharge` decimal(8,2) NOT NULL DEFAULT '0.00',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `location_zones_location_region_id_foreign` (`location_region_id`),
  KEY `location_zones_branch_id_foreign` (`branch_id`),
  KEY `location_zones_zip_from_zip_until_index` (`zip_from`,`zip_until`),
  CONSTRAINT `location_zones_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `location_zones_location_region_id_foreign` FOREIGN KEY (`location_region_id`) REFERENCES `location_regions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `location_zones`
--

LOCK TABLES `location_zones` WRITE;
/*!40000 ALTER TABLE `location_zones` DISABLE KEYS */;
/*!40000 ALTER TABLE `location_zones` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `loyalty_accounts`
--

DROP TABLE IF EXISTS `loyalty_accounts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `loyalty_accounts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `loyalty_program_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `loyalty_tier_id` bigint unsigned DEFAULT NULL,
  `points` bigint NOT NULL DEFAULT '0',
  `points_expire_on` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `loyalty_accounts_loyalty_program_id_customer_id_unique` (`loyalty_program_id`,`customer_id`),
  KEY `loyalty_accounts_customer_id_foreign` (`customer_id`),
  KEY `loyalty_accounts_loyalty_tier_id_foreign` (`loyalty_tier_id`),
  KEY `loyalty_accounts_company_id_foreign` (`company_id`),
  CONSTRAINT `loyalty_accounts_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `loyalty_accounts_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  CONSTRAINT `loyalty_accounts_loyalty_program_id_foreign` FOREIGN KEY (`loyalty_program_id`) REFERENCES `loyalty_programs` (`id`) ON DELETE CASCADE,
  CONSTRAINT `loyalty_accounts_loyalty_tier_id_foreign` FOREIGN KEY (`loyalty_tier_id`) REFERENCES `loyalty_tiers` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `loyalty_accounts`
--

LOCK TABLES `loyalty_accounts` WRITE;
/*!40000 ALTER TABLE `loyalty_accounts` DISABLE KEYS */;
/*!40000 ALTER TABLE `loyalty_accounts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `loyalty_programs`
--

DROP TABLE IF EXISTS `loyalty_programs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `loyalty_programs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `points_per_euro` decimal(6,2) NOT NULL DEFAULT '1.00',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `loyalty_programs_company_id_foreign` (`company_id`),
  CONSTRAINT `loyalty_programs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `loyalty_programs`
--

LOCK TABLES `loyalty_programs` WRITE;
/*!40000 ALTER TABLE `loyalty_programs` DISABLE KEYS */;
/*!40000 ALTER TABLE `loyalty_programs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `loyalty_redemptions`
--

DROP TABLE IF EXISTS `loyalty_redemptions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `loyalty_redemptions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `loyalty_reward_id` bigint unsigned NOT NULL,
  `loyalty_account_id` bigint unsigned NOT NULL,
  `loyalty_transaction_id` bigint unsigned DEFAULT NULL,
  `code` varchar(12) COLLATE utf8mb4_unicode_ci NOT NULL,
  `redeemed_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `loyalty_redemptions_code_unique` (`code`),
  UNIQUE KEY `loyalty_redemptions_loyalty_transaction_id_unique` (`loyalty_transaction_id`),
  KEY `loyalty_redemptions_loyalty_reward_id_foreign` (`loyalty_reward_id`),
  KEY `loyalty_redemptions_loyalty_account_id_foreign` (`loyalty_account_id`),
  CONSTRAINT `loyalty_redemptions_loyalty_account_id_foreign` FOREIGN KEY (`loyalty_account_id`) REFERENCES `loyalty_accounts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `loyalty_redemptions_loyalty_reward_id_foreign` FOREIGN KEY (`loyalty_reward_id`) REFERENCES `loyalty_rewards` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `loyalty_redemptions_loyalty_transaction_id_foreign` FOREIGN KEY (`loyalty_transaction_id`) REFERENCES `loyalty_transactions` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `loyalty_redemptions`
--

LOCK TABLES `loyalty_redemptions` WRITE;
/*!40000 ALTER TABLE `loyalty_redemptions` DISABLE KEYS */;
/*!40000 ALTER TABLE `loyalty_redemptions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `loyalty_rewards`
--

DROP TABLE IF EXISTS `loyalty_rewards`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `loyalty_rewards` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `loyalty_program_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned DEFAULT NULL,
  `title` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `cost_points` int unsigned NOT NULL,
  `stock` int unsigned DEFAULT NULL COMMENT 'null: as many as you like',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `loyalty_rewards_loyalty_program_id_foreign` (`loyalty_program_id`),
  KEY `loyalty_rewards_service_id_foreign` (`service_id`),
  CONSTRAINT `loyalty_rewards_loyalty_program_id_foreign` FOREIGN KEY (`loyalty_program_id`) REFERENCES `loyalty_programs` (`id`) ON DELETE CASCADE,
  CONSTRAINT `loyalty_rewards_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `loyalty_rewards`
--

LOCK TABLES `loyalty_rewards` WRITE;
/*!40000 ALTER TABLE `loyalty_rewards` DISABLE KEYS */;
/*!40000 ALTER TABLE `loyalty_rewards` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `loyalty_tiers`
--

DROP TABLE IF EXISTS `loyalty_tiers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `loyalty_tiers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `loyalty_program_id` bigint unsigned NOT NULL,
  `name` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `from_points` int unsigned NOT NULL DEFAULT '0',
  `discount_percent` tinyint unsigned NOT NULL DEFAULT '0',
  `color` char(7) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `loyalty_tiers_loyalty_program_id_from_points_unique` (`loyalty_program_id`,`from_points`),
  CONSTRAINT `loyalty_tiers_loyalty_program_id_foreign` FOREIGN KEY (`loyalty_program_id`) REFERENCES `loyalty_programs` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `loyalty_tiers`
--

LOCK TABLES `loyalty_tiers` WRITE;
/*!40000 ALTER TABLE `loyalty_tiers` DISABLE KEYS */;
/*!40000 ALTER TABLE `loyalty_tiers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `loyalty_transactions`
--

DROP TABLE IF EXISTS `loyalty_transactions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `loyalty_transactions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `loyalty_account_id` bigint unsigned NOT NULL,
  `cause_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `cause_id` bigint unsigned DEFAULT NULL,
  `kind` enum('earn','spend','expire','correct') COLLATE utf8mb4_unicode_ci NOT NULL,
  `points` int NOT NULL,
  `balance_after` bigint NOT NULL,
  `note` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '',
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `loyalty_transactions_cause` (`cause_type`,`cause_id`),
  KEY `loyalty_transactions_loyalty_account_id_created_at_index` (`loyalty_account_id`,`created_at`),
  CONSTRAINT `loyalty_transactions_loyalty_account_id_foreign` FOREIGN KEY (`loyalty_account_id`) REFERENCES `loyalty_accounts` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `loyalty_transactions`
--

LOCK TABLES `loyalty_transactions` WRITE;
/*!40000 ALTER TABLE `loyalty_transactions` DISABLE KEYS */;
/*!40000 ALTER TABLE `loyalty_transactions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `metric_alerts`
--

DROP TABLE IF EXISTS `metric_alerts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `metric_alerts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `metric_definition_id` bigint unsigned NOT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `comparison` enum('<','<=','>','>=') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '>',
  `threshold` double NOT NULL,
  `for_minutes` smallint unsigned NOT NULL DEFAULT '5',
  `last_raised_at` timestamp NULL DEFAULT NULL,
  `muted` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `metric_alerts_metric_definition_id_foreign` (`metric_definition_id`),
  KEY `metric_alerts_company_id_foreign` (`company_id`),
  CONSTRAINT `metric_alerts_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `metric_alerts_metric_definition_id_foreign` FOREIGN KEY (`metric_definition_id`) REFERENCES `metric_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `metric_alerts`
--

LOCK TABLES `metric_alerts` WRITE;
/*!40000 ALTER TABLE `metric_alerts` DISABLE KEYS */;
/*!40000 ALTER TABLE `metric_alerts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `metric_daily_rollups`
--

DROP TABLE IF EXISTS `metric_daily_rollups`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `metric_daily_rollups` (
  `metric_definition_id` bigint unsigned NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `day` date NOT NULL,
  `samples` int unsigned NOT NULL DEFAULT '0',
  `total` decimal(20,4) NOT NULL DEFAULT '0.0000',
  `minimum` decimal(20,4) DEFAULT NULL,
  `maximum` decimal(20,4) DEFAULT NULL,
  `average` decimal(20,4) GENERATED ALWAYS AS ((case when (`samples` = 0) then NULL else (`total` / `samples`) end)) VIRTUAL,
  PRIMARY KEY (`metric_definition_id`,`company_id`,`day`),
  KEY `metric_daily_rollups_company_day_index` (`company_id`,`day`),
  CONSTRAINT `metric_daily_rollups_company_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `metric_daily_rollups_definition_foreign` FOREIGN KEY (`metric_definition_id`) REFERENCES `metric_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Written by the nightly job';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `metric_daily_rollups`
--

LOCK TABLES `metric_daily_rollups` WRITE;
/*!40000 ALTER TABLE `metric_daily_rollups` DISABLE KEYS */;
/*!40000 ALTER TABLE `metric_daily_rollups` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `metric_definitions`
--

DROP TABLE IF EXISTS `metric_definitions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `metric_definitions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `key` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `unit` varchar(20) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `aggregate` enum('sum','avg','min','max','count') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'sum',
  `description` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `metric_definitions_key_unique` (`key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `metric_definitions`
--

LOCK TABLES `metric_definitions` WRITE;
/*!40000 ALTER TABLE `metric_definitions` DISABLE KEYS */;
/*!40000 ALTER TABLE `metric_definitions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `metric_snapshots`
--

DROP TABLE IF EXISTS `metric_snapshots`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `metric_snapshots` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `metric_definition_id` bigint unsigned NOT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `value` double NOT NULL,
  `dimensions` json DEFAULT NULL,
  `taken_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `metric_snapshots_company_id_foreign` (`company_id`),
  KEY `metric_snapshots_metric_definition_id_taken_at_index` (`metric_definition_id`,`taken_at`),
  CONSTRAINT `metric_snapshots_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `metric_snapshots_metric_definition_id_foreign` FOREIGN KEY (`metric_definition_id`) REFERENCES `metric_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `metric_snapshots`
--

LOCK TABLES `metric_snapshots` WRITE;
/*!40000 ALTER TABLE `metric_snapshots` DISABLE KEYS */;
/*!40000 ALTER TABLE `metric_snapshots` ENABLE KEYS */;
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
) ENGINE=InnoDB AUTO_INCREMENT=243 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `migrations`
--

LOCK TABLES `migrations` WRITE;
/*!40000 ALTER TABLE `migrations` DISABLE KEYS */;
INSERT INTO `migrations` VALUES (1,'0001_01_01_000000_create_users_table',1),(2,'0001_01_01_000001_create_cache_table',1),(3,'0001_01_01_000002_create_jobs_table',1),(4,'2024_01_08_091500_create_tenants_table',2),(5,'2024_01_08_091600_create_companies_table',2),(6,'2024_01_08_091700_create_branches_table',2),(7,'2024_01_08_092000_create_staff_table',2),(8,'2024_01_08_092500_create_customers_table',2),(9,'2024_01_09_101010_create_services_table',2),(10,'2024_01_09_101300_create_service_staff_table',2),(11,'2024_01_09_101400_create_branch_service_table',2),(12,'2024_01_10_083000_create_appointments_table',2),(13,'2024_01_12_140212_create_personal_access_tokens_table',2),(14,'2024_01_15_090000_create_company_phones_table',2),(15,'2024_01_16_110455_create_calls_table',2),(16,'2024_01_18_153000_add_slug_to_services',2),(17,'2024_01_22_080101_add_company_id_to_users_table',2),(18,'2024_01_29_101500_create_working_hours_table',2),(19,'2024_02_02_120000_create_customer_notes_table',3),(20,'2024_02_05_094512_add_indexes_to_appointments_table',3),(21,'2024_02_09_160000_add_color_and_category_to_services',3),(22,'2024_02_14_071530_create_telescope_entries_table',3),(23,'2024_02_20_113000_rename_branch_id_to_home_branch_id_on_staff',3),(24,'2024_02_27_090909_add_call_id_to_appointments',3),(25,'2024_03_04_101112_create_calcom_event_types_table',4),(26,'2024_03_04_101530_create_calcom_bookings_table',4),(27,'2024_03_05_081500_add_calcom_columns_to_appointments_table',4),(28,'2024_03_11_145233_create_webhook_logs_table',4),(29,'2024_03_18_100000_rename_company_phones_to_phone_numbers',4),(30,'2024_03_25_133700_add_settings_to_companies',4),(31,'2024_04_02_091011_add_normalized_phone_to_customers',5),(32,'2024_04_08_083000_create_permission_tables',5),(33,'2024_04_15_101010_add_duration_minutes_to_calls_table',5),(34,'2024_04_22_170000_speed_up_appointment_calendar',5),(35,'2024_05_06_090000_create_retell_webhooks_table',6),(36,'2024_05_13_112233_add_fulltext_index_to_calls_transcript',6),(37,'2024_05_21_143000_change_price_on_services_to_decimal',6),(38,'2024_05_28_081212_create_activity_log_table',6),(39,'2024_06_03_100500_make_users_passwordless',7),(40,'2024_06_10_093030_create_calcom_service_mappings_table',7),(41,'2024_06_17_150000_add_soft_deletes_to_core_tables',7),(42,'2024_06_24_110000_create_integrations_table',7),(43,'2024_07_01_084500_add_preferred_staff_to_customers',8),(44,'2024_07_09_121500_add_generated_full_name_to_staff',8),(45,'2024_07_16_100000_widen_recording_url_on_calls',8),(46,'2024_07_23_131313_rename_calcom_service_mappings',8),(47,'2024_08_05_091500_create_holidays_table',9),(48,'2024_08_12_101500_add_status_enum_to_appointments',9),(49,'2024_08_20_141500_create_staff_service_assignments_table',9),(50,'2024_08_20_141600_backfill_staff_service_assignments',9),(51,'2024_09_02_090000_add_company_indexes_everywhere',10),(52,'2024_09_09_080000_add_geo_to_branches',10),(53,'2024_09_16_103000_create_calcom_sync_logs_table',10),(54,'2024_09_23_111500_add_reminder_columns_to_appointments',10),(55,'2024_10_01_083000_add_cost_to_calls',11),(56,'2024_10_08_153000_create_notification_tables',11),(57,'2024_10_15_094500_add_tenant_id_to_companies',11),(58,'2024_10_22_101010_add_starts_on_to_appointments',11),(59,'2024_11_04_120000_add_billing_status_to_companies',12),(60,'2024_11_11_090000_add_phone_number_id_to_calls',12),(61,'2024_11_18_140000_add_is_default_to_services',12),(62,'2024_11_25_101500_add_dashboard_indexes_to_appointments',12),(63,'2024_12_02_083045_drop_legacy_columns_from_customers',13),(64,'2024_12_09_110000_add_default_language_to_companies',13),(65,'2024_12_16_093000_unique_branch_slug_per_company',13),(66,'2025_01_07_085959_backfill_company_id_on_customers',14),(67,'2025_01_13_101500_add_parent_id_to_customer_notes',14),(68,'2025_01_20_150000_add_series_to_appointments',14),(69,'2025_01_27_090000_rename_duration_on_calls',14),(70,'2025_02_03_113000_convert_call_direction_to_enum',15),(71,'2025_02_10_094500_add_meta_to_customers',15),(72,'2025_02_17_081500_add_valid_from_to_working_hours',15),(73,'2025_02_24_140000_rename_indexes_on_phone_numbers',15),(74,'2025_03_03_100000_add_company_scope_to_permissions',16),(75,'2025_03_10_123000_add_analysis_to_calls',16),(76,'2025_03_17_091500_performance_indexes_round_two',16),(77,'2025_03_24_110011_add_version_to_appointments',16),(78,'2025_03_31_083000_drop_unused_index_from_calls',16),(79,'2025_04_07_141414_add_last_login_to_users',17),(80,'2025_04_14_100000_add_signature_to_retell_webhooks',17),(81,'2025_04_22_090000_add_overrides_to_branch_service',17),(82,'2025_04_28_113000_add_duration_ms_to_webhook_logs',17),(83,'2025_05_05_083000_make_customer_email_nullable',18),(84,'2025_05_12_150505_add_cancellation_to_appointments',18),(85,'2025_05_19_101500_add_buffer_to_services',18),(86,'2025_05_26_093000_add_calcom_event_type_to_services',18),(87,'2025_06_02_110000_add_opening_hours_to_branches',19),(88,'2025_06_10_081500_add_user_id_to_staff',19),(89,'2025_06_16_142000_add_balance_to_companies',19),(90,'2025_06_23_100000_add_no_show_count_to_customers',19),(91,'2025_07_01_091500_more_appointment_indexes',20),(92,'2025_07_14_103000_add_attendee_to_calcom_bookings',20),(93,'2025_07_28_084500_add_company_id_to_activity_log',20),(94,'2025_08_11_120000_add_metadata_to_calcom_event_types',21),(95,'2025_08_25_093000_backfill_appointment_duration',21),(96,'2025_09_08_101500_add_external_id_to_appointments',22),(97,'2025_09_22_140000_multi_tenant_indexes_on_appointments',22),(98,'2025_10_01_060100_create_notification_configurations_table',23),(99,'2025_10_01_060201_create_policy_configurations_table',23),(100,'2025_10_01_060203_create_callback_requests_table',23),(101,'2025_10_01_060304_create_appointment_modifications_table',23),(102,'2025_10_01_060305_create_callback_escalations_table',23),(103,'2025_10_01_060400_create_appointment_modification_stats_table',23),(104,'2025_10_14_093000_add_expires_at_to_callback_requests',23),(105,'2025_10_23_162250_add_priority_to_services_table',23),(106,'2025_10_24_083015_create_retell_call_sessions_table',23),(107,'2025_10_24_083120_create_retell_call_events_table',23),(108,'2025_10_24_083210_create_retell_transcript_segments_table',23),(109,'2025_10_24_083305_create_retell_function_traces_table',23),(110,'2025_10_24_091500_create_retell_error_log_table',23),(111,'2025_10_25_101112_add_branch_and_phone_to_retell_call_sessions',23),(112,'2025_10_27_074401_create_data_consistency_tables',23),(113,'2025_10_27_090000_create_data_flow_logs_table',23),(114,'2025_10_28_112233_create_conversation_flows_table',23),(115,'2025_10_28_112400_create_conversation_flow_versions_and_nodes',23),(116,'2025_10_29_080542_create_retell_agents_table',23),(117,'2025_10_29_080700_create_retell_agent_prompts_and_versions',23),(118,'2025_10_29_133000_create_retell_configurations_table',23),(119,'2025_10_30_064500_add_current_version_to_conversation_flows',23),(120,'2025_10_30_151617_create_retell_calls_backup_table',23),(121,'2025_10_31_093045_create_retell_call_debug_view_table',23),(122,'2025_10_31_101500_create_call_overview_view',23),(123,'2025_11_02_120000_create_notification_templates_table',24),(124,'2025_11_02_120510_create_notification_queues_table',24),(125,'2025_11_02_121000_create_notification_delivery_attempts_table',24),(126,'2025_11_03_073311_create_notification_routing_tables',24),(127,'2025_11_03_145500_create_notification_digests_and_suppressions',24),(128,'2025_11_04_081234_create_notification_provider_accounts_table',24),(129,'2025_11_04_160000_seed_default_notification_templates',24),(130,'2025_11_05_090909_create_system_test_runs_table',24),(131,'2025_11_05_091010_create_system_test_results_table',24),(132,'2025_11_05_141500_create_admin_updates_table',24),(133,'2025_11_06_070707_create_appointment_wishes_table',24),(134,'2025_11_06_070815_create_appointment_wish_notifications_table',24),(135,'2025_11_07_103000_create_retell_ai_call_campaigns_table',24),(136,'2025_11_07_152030_add_latency_columns_to_retell_call_sessions',24),(137,'2025_11_08_064512_rename_duration_on_retell_call_sessions',24),(138,'2025_11_10_080000_create_waitlist_tables',24),(139,'2025_11_10_083344_create_sms_providers_table',24),(140,'2025_11_10_084000_create_sms_messages_tables',24),(141,'2025_11_11_111111_create_sms_opt_outs_table',24),(142,'2025_11_11_134523_add_sms_columns_to_customers',24),(143,'2025_11_12_092200_create_email_tables',24),(144,'2025_11_12_092800_create_email_attachments_and_bounces',24),(145,'2025_11_12_170000_create_email_suppressions_table',24),(146,'2025_11_13_080101_make_email_subject_longer',24),(147,'2025_11_13_101520_create_voice_providers_and_profiles',24),(148,'2025_11_13_102000_create_voice_library_tables',24),(149,'2025_11_14_073000_create_voice_latency_metrics_table',24),(150,'2025_11_14_114410_link_retell_agents_to_voice_profiles',24),(151,'2025_11_15_090000_create_knowledge_base_tables',24),(152,'2025_11_15_093000_create_knowledge_sync_runs_table',24),(153,'2025_11_17_081818_create_knowledge_feedback_table',24),(154,'2025_11_17_150000_add_fulltext_index_to_knowledge_chunks',24),(155,'2025_11_18_091111_create_billing_accounts_table',24),(156,'2025_11_18_091500_create_billing_plans_tables',24),(157,'2025_11_18_092000_create_billing_subscriptions_table',24),(158,'2025_11_18_093000_create_billing_usage_records_table',24),(159,'2025_11_19_100000_create_billing_invoices_table',24),(160,'2025_11_19_141414_create_billing_credit_notes_table',24),(161,'2025_11_20_080000_create_billing_tax_rates_table',24),(162,'2025_11_20_111530_add_tax_rate_to_billing_invoice_items',24),(163,'2025_11_21_094500_create_payment_tables',24),(164,'2025_11_21_101010_create_payment_refunds_and_disputes',24),(165,'2025_11_22_085959_create_payment_payouts_table',24),(166,'2025_11_24_070000_create_payment_reminders_table',24),(167,'2025_11_24_133700_convert_billing_amounts_to_cents',24),(168,'2025_11_25_084211_create_loyalty_tables',24),(169,'2025_11_25_085000_create_loyalty_transactions_table',24),(170,'2025_11_25_142233_create_loyalty_rewards_tables',24),(171,'2025_11_26_090000_create_gift_card_tables',24),(172,'2025_11_26_121212_create_coupon_tables',24),(173,'2025_11_26_121300_create_coupon_service_table',24),(174,'2025_11_27_083030_add_discount_columns_to_appointments',24),(175,'2025_11_28_074500_create_resource_tables',24),(176,'2025_11_28_075500_create_resource_bookings_table',24),(177,'2025_11_28_080500_create_resource_service_table',24),(178,'2025_11_29_101500_create_resource_maintenance_windows_table',24),(179,'2025_12_01_070000_create_shift_tables',25),(180,'2025_12_01_072000_create_shift_breaks_table',25),(181,'2025_12_01_114500_create_shift_swap_requests_table',25),(182,'2025_12_02_093311_create_absence_tables',25),(183,'2025_12_02_150505_rename_shift_swap_requests_to_shift_swaps',25),(184,'2025_12_03_080000_create_form_definitions_table',25),(185,'2025_12_03_081500_create_form_fields_table',25),(186,'2025_12_03_083000_create_form_submissions_and_answers',25),(187,'2025_12_04_093000_create_review_tables',25),(188,'2025_12_04_101000_create_review_replies_and_flags',25),(189,'2025_12_05_072727_create_survey_tables',25),(190,'2025_12_05_073500_create_survey_responses_table',25),(191,'2025_12_05_140000_add_nps_bucket_to_survey_responses',25),(192,'2025_12_08_081122_create_report_tables',25),(193,'2025_12_08_082000_create_report_exports_and_recipients',25),(194,'2025_12_08_120000_create_report_widgets_table',25),(195,'2025_12_09_094545_create_dashboard_tables',25),(196,'2025_12_09_151500_drop_legacy_columns_from_report_runs',25),(197,'2025_12_10_083000_create_metric_tables',25),(198,'2025_12_10_084500_create_metric_daily_rollups_table',25),(199,'2025_12_11_070815_add_sentiment_score_to_calls_table',25),(200,'2025_12_11_142020_create_feature_flags_tables',25),(201,'2025_12_12_090000_create_feature_usage_events_table',25),(202,'2025_12_12_113000_seed_initial_feature_flags',25),(203,'2025_12_13_101010_create_import_tables',25),(204,'2025_12_13_103000_create_import_errors_table',25),(205,'2025_12_15_080000_create_export_tables',25),(206,'2025_12_15_092211_create_sync_tables',25),(207,'2025_12_15_093000_create_sync_cursors_and_mappings',25),(208,'2025_12_16_071500_add_company_id_to_operational_tables',25),(209,'2025_12_16_141414_create_tmp_customer_merge_table',25),(210,'2025_12_17_063000_merge_duplicate_customer_contacts',25),(211,'2025_12_17_064500_drop_tmp_customer_merge_table',25),(212,'2025_12_18_090909_create_document_tables',25),(213,'2025_12_18_093000_create_document_signatures_table',25),(214,'2025_12_19_112233_create_document_shares_table',25),(215,'2026_01_05_081500_create_contract_tables',26),(216,'2026_01_05_083000_create_contract_renewals_table',26),(217,'2026_01_07_074455_create_ticket_tables',26),(218,'2026_01_07_075500_create_ticket_label_tables',26),(219,'2026_01_08_101500_change_ticket_status_to_enum',26),(220,'2026_01_09_090000_create_location_tables',26),(221,'2026_01_09_093000_create_location_travel_times_table',26),(222,'2026_01_12_080808_create_calendar_tables',26),(223,'2026_01_12_082000_create_calendar_sync_tokens_table',26),(224,'2026_01_13_151515_add_timezone_to_calendar_and_location_tables',26),(225,'2026_01_15_092244_create_campaign_tables',26),(226,'2026_01_15_093000_create_campaign_clicks_table',26),(227,'2026_01_19_070000_create_consent_tables',26),(228,'2026_01_19_071500_create_consent_withdrawals_table',26),(229,'2026_01_20_083045_create_privacy_tables',26),(230,'2026_01_22_094512_create_security_tables',26),(231,'2026_01_22_100000_create_security_api_tokens_table',26),(232,'2026_01_26_081234_create_workflow_definition_tables',26),(233,'2026_01_26_083000_create_workflow_run_tables',26),(234,'2026_01_27_090000_create_workflow_triggers_table',26),(235,'2026_02_02_074500_add_missing_company_indexes',27),(236,'2026_02_09_101112_widen_external_ids',27),(237,'2026_02_12_130000_backfill_retell_call_session_companies',27),(238,'2026_02_18_083300_add_check_constraints_to_billing',27),(239,'2026_02_23_091500_add_soft_deletes_to_configuration_tables',27),(240,'2026_03_02_070700_rework_conversation_flow_node_keys',28),(241,'2026_03_06_144500_add_search_columns_to_customers',28),(242,'2026_03_11_090000_finalize_call_cost_columns',28);
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
-- Table structure for table `notification_delivery_attempts`
--

DROP TABLE IF EXISTS `notification_delivery_attempts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_delivery_attempts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `notification_queue_id` bigint unsigned NOT NULL,
  `attempt_number` tinyint unsigned NOT NULL,
  `provider` varchar(60) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `provider_message_id` varchar(160) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `success` tinyint(1) NOT NULL DEFAULT '0',
  `response_code` smallint unsigned DEFAULT NULL,
  `response` json DEFAULT NULL,
  `response_time_ms` int unsigned DEFAULT NULL,
  `attempted_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `nda_queue_attempt_unique` (`notification_queue_id`,`attempt_number`),
  KEY `nda_provider_message_index` (`provider_message_id`),
  CONSTRAINT `notification_delivery_attempts_notification_queue_id_foreign` FOREIGN KEY (`notification_queue_id`) REFERENCES `notification_queues` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_delivery_attempts`
--

LOCK TABLES `notification_delivery_attempts` WRITE;
/*!40000 ALTER TABLE `notification_delivery_attempts` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_delivery_attempts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_digests`
--

DROP TABLE IF EXISTS `notification_digests`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_digests` (
  `id` char(26) COLLATE utf8mb4_unicode_ci NOT NULL,
  `user_id` bigint unsigned NOT NULL,
  `frequency` enum('hourly','daily','weekly') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'daily',
  `send_at` time NOT NULL DEFAULT '07:30:00',
  `weekdays` set('mo','tu','we','th','fr','sa','su') COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `items` json DEFAULT NULL,
  `last_sent_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `notification_digests_user_id_foreign` (`user_id`),
  CONSTRAINT `notification_digests_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_digests`
--

LOCK TABLES `notification_digests` WRITE;
/*!40000 ALTER TABLE `notification_digests` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_digests` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_escalation_steps`
--

DROP TABLE IF EXISTS `notification_escalation_steps`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_escalation_steps` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `event_type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `step` tinyint unsigned NOT NULL DEFAULT '1',
  `wait_minutes` smallint unsigned NOT NULL DEFAULT '30',
  `escalate_to` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `notification_escalation_steps_escalate_to_foreign` (`escalate_to`),
  KEY `notification_escalation_steps_event_index` (`company_id`,`event_type`),
  CONSTRAINT `notification_escalation_steps_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `notification_escalation_steps_escalate_to_foreign` FOREIGN KEY (`escalate_to`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_escalation_steps`
--

LOCK TABLES `notification_escalation_steps` WRITE;
/*!40000 ALTER TABLE `notification_escalation_steps` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_escalation_steps` ENABLE KEYS */;
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
-- Table structure for table `notification_provider_accounts`
--

DROP TABLE IF EXISTS `notification_provider_accounts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_provider_accounts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `provider` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `channel` enum('email','sms','whatsapp','push') COLLATE utf8mb4_unicode_ci NOT NULL,
  `credentials` text COLLATE utf8mb4_unicode_ci COMMENT 'encrypted by the model',
  `rate_limit` int unsigned DEFAULT NULL,
  `balance` decimal(12,4) NOT NULL DEFAULT '0.0000',
  `allowed_countries` json DEFAULT NULL,
  `is_default` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `npa_company_provider_unique` (`company_id`,`provider`,`channel`),
  CONSTRAINT `notification_provider_accounts_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_provider_accounts`
--

LOCK TABLES `notification_provider_accounts` WRITE;
/*!40000 ALTER TABLE `notification_provider_accounts` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_provider_accounts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_queues`
--

DROP TABLE IF EXISTS `notification_queues`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_queues` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `uuid` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `notifiable_type` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `notifiable_id` varchar(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `template_id` bigint unsigned DEFAULT NULL,
  `channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `recipient` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `data` json DEFAULT NULL,
  `status` enum('pending','processing','sent','delivered','failed','cancelled') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `attempts` tinyint NOT NULL DEFAULT '0',
  `scheduled_for` datetime DEFAULT NULL,
  `sent_at` datetime DEFAULT NULL,
  `delivered_at` datetime DEFAULT NULL,
  `failed_at` datetime DEFAULT NULL,
  `error_message` text COLLATE utf8mb4_unicode_ci,
  `cost` decimal(8,4) DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `notification_queues_uuid_unique` (`uuid`),
  KEY `notification_queues_company_id_foreign` (`company_id`),
  KEY `notification_queues_template_id_foreign` (`template_id`),
  KEY `notification_queues_notifiable_type_notifiable_id_index` (`notifiable_type`,`notifiable_id`),
  KEY `notification_queues_status_scheduled_for_index` (`status`,`scheduled_for`),
  KEY `notification_queues_channel_status_index` (`channel`,`status`),
  CONSTRAINT `notification_queues_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `notification_queues_template_id_foreign` FOREIGN KEY (`template_id`) REFERENCES `notification_templates` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_queues`
--

LOCK TABLES `notification_queues` WRITE;
/*!40000 ALTER TABLE `notification_queues` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_queues` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_routing_rules`
--

DROP TABLE IF EXISTS `notification_routing_rules`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_routing_rules` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `event_type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `conditions` json DEFAULT NULL,
  `target_channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `sort_order` smallint unsigned NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `notification_routing_rules_event_index` (`company_id`,`event_type`),
  CONSTRAINT `notification_routing_rules_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_routing_rules`
--

LOCK TABLES `notification_routing_rules` WRITE;
/*!40000 ALTER TABLE `notification_routing_rules` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_routing_rules` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_suppressions`
--

DROP TABLE IF EXISTS `notification_suppressions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_suppressions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `address` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `reason` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'complaint',
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `notification_suppressions_company_id_channel_address_unique` (`company_id`,`channel`,`address`),
  CONSTRAINT `notification_suppressions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_suppressions`
--

LOCK TABLES `notification_suppressions` WRITE;
/*!40000 ALTER TABLE `notification_suppressions` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_suppressions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_template_versions`
--

DROP TABLE IF EXISTS `notification_template_versions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_template_versions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `notification_template_id` bigint unsigned NOT NULL,
  `version` int unsigned NOT NULL DEFAULT '1',
  `content` json NOT NULL,
  `edited_by` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ntv_template_version_unique` (`notification_template_id`,`version`),
  KEY `notification_template_versions_edited_by_foreign` (`edited_by`),
  CONSTRAINT `notification_template_versions_edited_by_foreign` FOREIGN KEY (`edited_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ntv_template_foreign` FOREIGN KEY (`notification_template_id`) REFERENCES `notification_templates` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_template_versions`
--

LOCK TABLES `notification_template_versions` WRITE;
/*!40000 ALTER TABLE `notification_template_versions` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_template_versions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_templates`
--

DROP TABLE IF EXISTS `notification_templates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL COMMENT 'null: for everybody',
  `key` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `channel` enum('email','sms','whatsapp','push') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'email',
  `type` enum('confirmation','reminder','cancellation','reschedule','marketing','system') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'system',
  `subject` json DEFAULT NULL COMMENT 'by language',
  `content` json NOT NULL,
  `variables` json DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `is_system` tinyint(1) NOT NULL DEFAULT '0',
  `priority_level` tinyint unsigned NOT NULL DEFAULT '5',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `notification_templates_lookup` (`company_id`,`key`,`channel`),
  KEY `notification_templates_channel_type_is_active_index` (`channel`,`type`,`is_active`),
  CONSTRAINT `notification_templates_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_templates`
--

LOCK TABLES `notification_templates` WRITE;
/*!40000 ALTER TABLE `notification_templates` DISABLE KEYS */;
INSERT INTO `notification_templates` VALUES (1,NULL,'appointment_confirmed','Appointment confirmed','email','confirmation','{\"en\": \"Your appointment is booked\"}','{\"en\": \"Hello {{ customer }}, your appointment is booked.\"}',NULL,1,1,5,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,NULL,'appointment_reminder','Appointment reminder','email','reminder','{\"en\": \"See you tomorrow\"}','{\"en\": \"Hello {{ customer }}, see you tomorrow.\"}',NULL,1,1,5,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,NULL,'appointment_cancelled','Appointment cancelled','email','cancellation','{\"en\": \"Your appointment was cancelled\"}','{\"en\": \"Hello {{ customer }}, your appointment was cancelled.\"}',NULL,1,1,5,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(4,NULL,'appointment_moved','Appointment moved','email','reschedule','{\"en\": \"Your appointment has a new time\"}','{\"en\": \"Hello {{ customer }}, your appointment has a new time.\"}',NULL,1,1,5,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `notification_templates` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notification_throttles`
--

DROP TABLE IF EXISTS `notification_throttles`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `notification_throttles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `event_type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `max_per_hour` int unsigned NOT NULL DEFAULT '20',
  `max_per_day` int unsigned NOT NULL DEFAULT '100',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `notification_throttles_event_index` (`company_id`,`event_type`),
  CONSTRAINT `notification_throttles_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notification_throttles`
--

LOCK TABLES `notification_throttles` WRITE;
/*!40000 ALTER TABLE `notification_throttles` DISABLE KEYS */;
/*!40000 ALTER TABLE `notification_throttles` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_disputes`
--

DROP TABLE IF EXISTS `payment_disputes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_disputes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `payment_transaction_id` bigint unsigned NOT NULL,
  `status` enum('open','evidence_sent','won','lost') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'open',
  `reason_code` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `respond_by` date DEFAULT NULL,
  `evidence` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `payment_disputes_payment_transaction_id_unique` (`payment_transaction_id`),
  CONSTRAINT `payment_disputes_payment_transaction_id_foreign` FOREIGN KEY (`payment_transaction_id`) REFERENCES `payment_transactions` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_disputes`
--

LOCK TABLES `payment_disputes` WRITE;
/*!40000 ALTER TABLE `payment_disputes` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_disputes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_intents`
--

DROP TABLE IF EXISTS `payment_intents`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_intents` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `payment_method_id` bigint unsigned DEFAULT NULL,
  `amount_cents` int unsigned NOT NULL,
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `purpose` enum('deposit','full','no_show_fee') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'full',
  `status` enum('created','authorized','captured','failed','expired') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'created',
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `payment_intents_customer_id_foreign` (`customer_id`),
  KEY `payment_intents_appointment_id_foreign` (`appointment_id`),
  KEY `payment_intents_payment_method_id_foreign` (`payment_method_id`),
  KEY `payment_intents_company_id_status_index` (`company_id`,`status`),
  CONSTRAINT `payment_intents_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `payment_intents_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `payment_intents_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `payment_intents_payment_method_id_foreign` FOREIGN KEY (`payment_method_id`) REFERENCES `payment_methods` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_intents`
--

LOCK TABLES `payment_intents` WRITE;
/*!40000 ALTER TABLE `payment_intents` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_intents` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_methods`
--

DROP TABLE IF EXISTS `payment_methods`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_methods` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `owner_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `owner_id` bigint unsigned NOT NULL,
  `type` enum('card','debit','transfer','cash') COLLATE utf8mb4_unicode_ci NOT NULL,
  `gateway` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `gateway_reference` varchar(160) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `last_four` char(4) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `expires_month` tinyint unsigned DEFAULT NULL,
  `expires_year` year DEFAULT NULL,
  `is_default` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `payment_methods_owner_type_owner_id_index` (`owner_type`,`owner_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_methods`
--

LOCK TABLES `payment_methods` WRITE;
/*!40000 ALTER TABLE `payment_methods` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_methods` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_payouts`
--

DROP TABLE IF EXISTS `payment_payouts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_payouts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `amount_cents` bigint NOT NULL,
  `fee_cents` bigint NOT NULL DEFAULT '0',
  `net_cents` bigint GENERATED ALWAYS AS ((`amount_cents` - `fee_cents`)) VIRTUAL COMMENT 'what arrives',
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `arrives_on` date DEFAULT NULL,
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `statement_descriptor` varchar(22) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `payment_payouts_status_index` (`status`),
  KEY `payment_payouts_company_id_arrives_on_idx` (`company_id`,`arrives_on`),
  CONSTRAINT `payment_payouts_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_payouts`
--

LOCK TABLES `payment_payouts` WRITE;
/*!40000 ALTER TABLE `payment_payouts` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_payouts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_refunds`
--

DROP TABLE IF EXISTS `payment_refunds`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_refunds` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `payment_transaction_id` bigint unsigned NOT NULL,
  `amount_cents` int unsigned NOT NULL,
  `reason` varchar(200) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `requested_by` bigint unsigned DEFAULT NULL,
  `refunded_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `payment_refunds_payment_transaction_id_foreign` (`payment_transaction_id`),
  KEY `payment_refunds_requested_by_foreign` (`requested_by`),
  CONSTRAINT `payment_refunds_payment_transaction_id_foreign` FOREIGN KEY (`payment_transaction_id`) REFERENCES `payment_transactions` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `payment_refunds_requested_by_foreign` FOREIGN KEY (`requested_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_refunds`
--

LOCK TABLES `payment_refunds` WRITE;
/*!40000 ALTER TABLE `payment_refunds` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_refunds` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_reminders`
--

DROP TABLE IF EXISTS `payment_reminders`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_reminders` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `billing_invoice_id` bigint unsigned NOT NULL,
  `level` tinyint unsigned NOT NULL DEFAULT '1',
  `fee_cents` int NOT NULL DEFAULT '0',
  `sent_on` date DEFAULT NULL,
  `new_due_on` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `payment_reminders_billing_invoice_id_level_unique` (`billing_invoice_id`,`level`),
  CONSTRAINT `payment_reminders_billing_invoice_id_foreign` FOREIGN KEY (`billing_invoice_id`) REFERENCES `billing_invoices` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_reminders`
--

LOCK TABLES `payment_reminders` WRITE;
/*!40000 ALTER TABLE `payment_reminders` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_reminders` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `payment_transactions`
--

DROP TABLE IF EXISTS `payment_transactions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_transactions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `payment_intent_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `billing_invoice_id` bigint unsigned DEFAULT NULL,
  `kind` enum('authorize','capture','charge','void') COLLATE utf8mb4_unicode_ci NOT NULL,
  `amount_cents` int NOT NULL,
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `gateway_reference` varchar(160) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `succeeded` tinyint(1) NOT NULL DEFAULT '0',
  `gateway_response` json DEFAULT NULL,
  `processed_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `payment_transactions_gateway_reference_unique` (`gateway_reference`),
  KEY `payment_transactions_payment_intent_id_foreign` (`payment_intent_id`),
  KEY `payment_transactions_billing_invoice_id_foreign` (`billing_invoice_id`),
  CONSTRAINT `payment_transactions_billing_invoice_id_foreign` FOREIGN KEY (`billing_invoice_id`) REFERENCES `billing_invoices` (`id`) ON DELETE SET NULL,
  CONSTRAINT `payment_transactions_payment_intent_id_foreign` FOREIGN KEY (`payment_intent_id`) REFERENCES `payment_intents` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `payment_transactions`
--

LOCK TABLES `payment_transactions` WRITE;
/*!40000 ALTER TABLE `payment_transactions` DISABLE KEYS */;
/*!40000 ALTER TABLE `payment_transactions` ENABLE KEYS */;
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
-- Table structure for table `privacy_deletions`
--

DROP TABLE IF EXISTS `privacy_deletions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `privacy_deletions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `privacy_request_id` bigint unsigned DEFAULT NULL,
  `table_name` varchar(64) COLLATE utf8mb4_unicode_ci NOT NULL,
  `record_id` varchar(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `columns_cleared` int unsigned NOT NULL DEFAULT '0',
  `deleted_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `privacy_deletions_privacy_request_id_foreign` (`privacy_request_id`),
  KEY `privacy_deletions_table_name_record_id_index` (`table_name`,`record_id`),
  CONSTRAINT `privacy_deletions_privacy_request_id_foreign` FOREIGN KEY (`privacy_request_id`) REFERENCES `privacy_requests` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `privacy_deletions`
--

LOCK TABLES `privacy_deletions` WRITE;
/*!40000 ALTER TABLE `privacy_deletions` DISABLE KEYS */;
/*!40000 ALTER TABLE `privacy_deletions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `privacy_exports`
--

DROP TABLE IF EXISTS `privacy_exports`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `privacy_exports` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `privacy_request_id` bigint unsigned NOT NULL,
  `path` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `downloaded_at` timestamp NULL DEFAULT NULL,
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `privacy_exports_privacy_request_id_foreign` (`privacy_request_id`),
  CONSTRAINT `privacy_exports_privacy_request_id_foreign` FOREIGN KEY (`privacy_request_id`) REFERENCES `privacy_requests` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `privacy_exports`
--

LOCK TABLES `privacy_exports` WRITE;
/*!40000 ALTER TABLE `privacy_exports` DISABLE KEYS */;
/*!40000 ALTER TABLE `privacy_exports` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `privacy_requests`
--

DROP TABLE IF EXISTS `privacy_requests`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `privacy_requests` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `kind` enum('access','erasure','correction','portability') COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` enum('received','verified','done','refused') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'received',
  `due_on` date NOT NULL,
  `handled_by` bigint unsigned DEFAULT NULL,
  `notes` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `privacy_requests_company_id_foreign` (`company_id`),
  KEY `privacy_requests_handled_by_foreign` (`handled_by`),
  KEY `privacy_requests_customer_id_index` (`customer_id`),
  CONSTRAINT `privacy_requests_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `privacy_requests_handled_by_foreign` FOREIGN KEY (`handled_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `privacy_requests`
--

LOCK TABLES `privacy_requests` WRITE;
/*!40000 ALTER TABLE `privacy_requests` DISABLE KEYS */;
/*!40000 ALTER TABLE `privacy_requests` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `report_definitions`
--

DROP TABLE IF EXISTS `report_definitions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `report_definitions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `dataset` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `filters` json DEFAULT NULL,
  `columns` json DEFAULT NULL,
  `grouping` json DEFAULT NULL,
  `is_shared` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `report_definitions_company_id_foreign` (`company_id`),
  KEY `report_definitions_user_id_foreign` (`user_id`),
  CONSTRAINT `report_definitions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `report_definitions_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `report_definitions`
--

LOCK TABLES `report_definitions` WRITE;
/*!40000 ALTER TABLE `report_definitions` DISABLE KEYS */;
/*!40000 ALTER TABLE `report_definitions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `report_exports`
--

DROP TABLE IF EXISTS `report_exports`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `report_exports` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `report_run_id` bigint unsigned NOT NULL,
  `disk` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'exports',
  `path` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `bytes` bigint unsigned NOT NULL DEFAULT '0',
  `downloads` int unsigned NOT NULL DEFAULT '0',
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `report_exports_report_run_id_foreign` (`report_run_id`),
  CONSTRAINT `report_exports_report_run_id_foreign` FOREIGN KEY (`report_run_id`) REFERENCES `report_runs` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `report_exports`
--

LOCK TABLES `report_exports` WRITE;
/*!40000 ALTER TABLE `report_exports` DISABLE KEYS */;
/*!40000 ALTER TABLE `report_exports` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `report_recipients`
--

DROP TABLE IF EXISTS `report_recipients`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `report_recipients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `report_schedule_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `email` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `report_recipients_report_schedule_id_user_id_email_unique` (`report_schedule_id`,`user_id`,`email`),
  KEY `report_recipients_user_id_foreign` (`user_id`),
  CONSTRAINT `report_recipients_report_schedule_id_foreign` FOREIGN KEY (`report_schedule_id`) REFERENCES `report_schedules` (`id`) ON DELETE CASCADE,
  CONSTRAINT `report_recipients_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `report_recipients`
--

LOCK TABLES `report_recipients` WRITE;
/*!40000 ALTER TABLE `report_recipients` DISABLE KEYS */;
/*!40000 ALTER TABLE `report_recipients` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `report_runs`
--

DROP TABLE IF EXISTS `report_runs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `report_runs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `report_definition_id` bigint unsigned NOT NULL,
  `report_schedule_id` bigint unsigned DEFAULT NULL,
  `requested_by` bigint unsigned DEFAULT NULL,
  `row_count` int unsigned DEFAULT NULL,
  `took_ms` int unsigned DEFAULT NULL,
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'queued',
  `error` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `report_runs_report_definition_id_foreign` (`report_definition_id`),
  KEY `report_runs_report_schedule_id_foreign` (`report_schedule_id`),
  KEY `report_runs_requester_foreign` (`requested_by`),
  KEY `report_runs_status_created_at_index` (`status`,`created_at`),
  KEY `report_runs_company_id_foreign` (`company_id`),
  CONSTRAINT `report_runs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `report_runs_report_definition_id_foreign` FOREIGN KEY (`report_definition_id`) REFERENCES `report_definitions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `report_runs_report_schedule_id_foreign` FOREIGN KEY (`report_schedule_id`) REFERENCES `report_schedules` (`id`) ON DELETE SET NULL,
  CONSTRAINT `report_runs_requester_foreign` FOREIGN KEY (`requested_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `report_runs`
--

LOCK TABLES `report_runs` WRITE;
/*!40000 ALTER TABLE `report_runs` DISABLE KEYS */;
/*!40000 ALTER TABLE `report_runs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `report_schedules`
--

DROP TABLE IF EXISTS `report_schedules`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `report_schedules` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `report_definition_id` bigint unsigned NOT NULL,
  `cron` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '0 6 * * 1',
  `timezone` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'UTC',
  `format` enum('pdf','csv','xlsx') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pdf',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `next_run_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `report_schedules_report_definition_id_foreign` (`report_definition_id`),
  KEY `report_schedules_next_run_at_index` (`next_run_at`),
  CONSTRAINT `report_schedules_report_definition_id_foreign` FOREIGN KEY (`report_definition_id`) REFERENCES `report_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `report_schedules`
--

LOCK TABLES `report_schedules` WRITE;
/*!40000 ALTER TABLE `report_schedules` DISABLE KEYS */;
/*!40000 ALTER TABLE `report_schedules` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `report_widgets`
--

DROP TABLE IF EXISTS `report_widgets`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `report_widgets` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `report_definition_id` bigint unsigned NOT NULL,
  `chart` enum('number','line','bar','donut','table') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'number',
  `options` json DEFAULT NULL,
  `remember_token` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL COMMENT 'for public links',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `report_widgets_report_definition_id_foreign` (`report_definition_id`),
  CONSTRAINT `report_widgets_report_definition_id_foreign` FOREIGN KEY (`report_definition_id`) REFERENCES `report_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `report_widgets`
--

LOCK TABLES `report_widgets` WRITE;
/*!40000 ALTER TABLE `report_widgets` DISABLE KEYS */;
/*!40000 ALTER TABLE `report_widgets` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `resource_availability`
--

DROP TABLE IF EXISTS `resource_availability`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `resource_availability` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `resource_item_id` bigint unsigned NOT NULL,
  `weekday` tinyint unsigned NOT NULL COMMENT '1 = Monday',
  `from` time NOT NULL,
  `until` time NOT NULL,
  `valid_from` date DEFAULT NULL,
  `valid_until` date DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `resource_availability_resource_item_id_weekday_index` (`resource_item_id`,`weekday`),
  CONSTRAINT `resource_availability_resource_item_id_foreign` FOREIGN KEY (`resource_item_id`) REFERENCES `resource_items` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `resource_availability`
--

LOCK TABLES `resource_availability` WRITE;
/*!40000 ALTER TABLE `resource_availability` DISABLE KEYS */;
/*!40000 ALTER TABLE `resource_availability` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `resource_bookings`
--

DROP TABLE IF EXISTS `resource_bookings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `resource_bookings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `resource_item_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `starts_at` datetime NOT NULL,
  `ends_at` datetime NOT NULL,
  `quantity` tinyint unsigned NOT NULL DEFAULT '1',
  `purpose` varchar(200) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `resource_bookings_appointment_id_foreign` (`appointment_id`),
  KEY `resource_bookings_overlap_index` (`resource_item_id`,`starts_at`,`ends_at`),
  CONSTRAINT `resource_bookings_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE,
  CONSTRAINT `resource_bookings_resource_item_id_foreign` FOREIGN KEY (`resource_item_id`) REFERENCES `resource_items` (`id`) ON DELETE CASCADE,
  CONSTRAINT `resource_bookings_order_check` CHECK ((`ends_at` > `starts_at`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `resource_bookings`
--

LOCK TABLES `resource_bookings` WRITE;
/*!40000 ALTER TABLE `resource_bookings` DISABLE KEYS */;
/*!40000 ALTER TABLE `resource_bookings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `resource_items`
--

DROP TABLE IF EXISTS `resource_items`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `resource_items` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `resource_type_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `inventory_number` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `capacity` tinyint unsigned NOT NULL DEFAULT '1',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `resource_items_inventory_number_unique` (`inventory_number`),
  KEY `resource_items_resource_type_id_foreign` (`resource_type_id`),
  KEY `resource_items_branch_id_is_active_index` (`branch_id`,`is_active`),
  KEY `resource_items_company_id_foreign` (`company_id`),
  CONSTRAINT `resource_items_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `resource_items_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `resource_items_resource_type_id_foreign` FOREIGN KEY (`resource_type_id`) REFERENCES `resource_types` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `resource_items`
--

LOCK TABLES `resource_items` WRITE;
/*!40000 ALTER TABLE `resource_items` DISABLE KEYS */;
/*!40000 ALTER TABLE `resource_items` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `resource_maintenance_windows`
--

DROP TABLE IF EXISTS `resource_maintenance_windows`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `resource_maintenance_windows` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `resource_item_id` bigint unsigned NOT NULL,
  `title` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `starts_at` datetime NOT NULL,
  `ends_at` datetime NOT NULL,
  `recurrence` enum('none','weekly','monthly','yearly') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'none',
  `performed_by` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `resource_maintenance_windows_resource_item_id_foreign` (`resource_item_id`),
  KEY `resource_maintenance_windows_performed_by_foreign` (`performed_by`),
  KEY `resource_maintenance_windows_starts_at_index` (`starts_at`),
  CONSTRAINT `resource_maintenance_windows_performed_by_foreign` FOREIGN KEY (`performed_by`) REFERENCES `staff` (`id`) ON DELETE SET NULL,
  CONSTRAINT `resource_maintenance_windows_resource_item_id_foreign` FOREIGN KEY (`resource_item_id`) REFERENCES `resource_items` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `resource_maintenance_windows`
--

LOCK TABLES `resource_maintenance_windows` WRITE;
/*!40000 ALTER TABLE `resource_maintenance_windows` DISABLE KEYS */;
/*!40000 ALTER TABLE `resource_maintenance_windows` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `resource_service`
--

DROP TABLE IF EXISTS `resource_service`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `resource_service` (
  `resource_type_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `needed` tinyint unsigned NOT NULL DEFAULT '1',
  UNIQUE KEY `resource_service_resource_type_id_service_id_unique` (`resource_type_id`,`service_id`),
  KEY `resource_service_service_id_foreign` (`service_id`),
  CONSTRAINT `resource_service_resource_type_id_foreign` FOREIGN KEY (`resource_type_id`) REFERENCES `resource_types` (`id`) ON DELETE CASCADE,
  CONSTRAINT `resource_service_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `resource_service`
--

LOCK TABLES `resource_service` WRITE;
/*!40000 ALTER TABLE `resource_service` DISABLE KEYS */;
/*!40000 ALTER TABLE `resource_service` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `resource_types`
--

DROP TABLE IF EXISTS `resource_types`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `resource_types` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `icon` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `resource_types_company_id_name_unique` (`company_id`,`name`),
  CONSTRAINT `resource_types_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `resource_types`
--

LOCK TABLES `resource_types` WRITE;
/*!40000 ALTER TABLE `resource_types` DISABLE KEYS */;
/*!40000 ALTER TABLE `resource_types` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_agent_prompts`
--

DROP TABLE IF EXISTS `retell_agent_prompts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_agent_prompts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `version` int unsigned NOT NULL DEFAULT '1',
  `prompt_content` longtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `functions_config` json DEFAULT NULL,
  `template_name` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '0',
  `is_template` tinyint(1) NOT NULL DEFAULT '0',
  `validation_status` enum('pending','valid','invalid') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `validation_errors` json DEFAULT NULL,
  `deployment_notes` text COLLATE utf8mb4_unicode_ci,
  `deployed_at` timestamp NULL DEFAULT NULL,
  `deployed_by` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `retell_agent_prompts_branch_id_version_unique` (`branch_id`,`version`),
  KEY `retell_agent_prompts_deployed_by_foreign` (`deployed_by`),
  KEY `retell_agent_prompts_branch_id_is_active_index` (`branch_id`,`is_active`),
  CONSTRAINT `retell_agent_prompts_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `retell_agent_prompts_deployed_by_foreign` FOREIGN KEY (`deployed_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_agent_prompts`
--

LOCK TABLES `retell_agent_prompts` WRITE;
/*!40000 ALTER TABLE `retell_agent_prompts` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_agent_prompts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_agent_versions`
--

DROP TABLE IF EXISTS `retell_agent_versions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_agent_versions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `agent_id` bigint unsigned NOT NULL,
  `prompt_id` bigint unsigned DEFAULT NULL,
  `version` int unsigned NOT NULL,
  `snapshot` json NOT NULL,
  `created_by` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `retell_agent_versions_agent_id_version_unique` (`agent_id`,`version`),
  KEY `retell_agent_versions_prompt_id_foreign` (`prompt_id`),
  KEY `retell_agent_versions_created_by_foreign` (`created_by`),
  CONSTRAINT `retell_agent_versions_agent_id_foreign` FOREIGN KEY (`agent_id`) REFERENCES `retell_agents` (`id`) ON DELETE CASCADE,
  CONSTRAINT `retell_agent_versions_created_by_foreign` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_agent_versions_prompt_id_foreign` FOREIGN KEY (`prompt_id`) REFERENCES `retell_agent_prompts` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_agent_versions`
--

LOCK TABLES `retell_agent_versions` WRITE;
/*!40000 ALTER TABLE `retell_agent_versions` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_agent_versions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_agents`
--

DROP TABLE IF EXISTS `retell_agents`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_agents` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `agent_id` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `voice_profile_id` bigint unsigned DEFAULT NULL,
  `language` varchar(10) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en-GB',
  `settings` json DEFAULT NULL,
  `temperature` decimal(3,2) NOT NULL DEFAULT '0.20',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `is_default` tinyint(1) NOT NULL DEFAULT '0',
  `conversation_flow_id` bigint unsigned DEFAULT NULL,
  `last_synced_at` timestamp NULL DEFAULT NULL,
  `sync_status` enum('pending','synced','failed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `retell_agents_agent_id_unique` (`agent_id`),
  KEY `retell_agents_conversation_flow_id_foreign` (`conversation_flow_id`),
  KEY `retell_agents_branch_id_foreign` (`branch_id`),
  KEY `retell_agents_company_id_is_active_index` (`company_id`,`is_active`),
  KEY `retell_agents_voice_profile_id_foreign` (`voice_profile_id`),
  CONSTRAINT `retell_agents_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_agents_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `retell_agents_conversation_flow_id_foreign` FOREIGN KEY (`conversation_flow_id`) REFERENCES `conversation_flows` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_agents_voice_profile_id_foreign` FOREIGN KEY (`voice_profile_id`) REFERENCES `voice_profiles` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_agents`
--

LOCK TABLES `retell_agents` WRITE;
/*!40000 ALTER TABLE `retell_agents` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_agents` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_ai_call_campaigns`
--

DROP TABLE IF EXISTS `retell_ai_call_campaigns`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_ai_call_campaigns` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `retell_agent_id` bigint unsigned DEFAULT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `description` text COLLATE utf8mb4_unicode_ci,
  `target_type` enum('customers','leads','csv') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'customers',
  `target_criteria` json DEFAULT NULL,
  `scheduled_at` datetime DEFAULT NULL,
  `status` enum('draft','scheduled','running','paused','done') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'draft',
  `total_targets` int unsigned NOT NULL DEFAULT '0',
  `calls_completed` int unsigned NOT NULL DEFAULT '0',
  `calls_failed` int unsigned NOT NULL DEFAULT '0',
  `completion_rate` decimal(5,2) GENERATED ALWAYS AS ((case when (`total_targets` = 0) then 0 else round(((`calls_completed` * 100) / `total_targets`),2) end)) VIRTUAL,
  `created_by` bigint unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `retell_ai_call_campaigns_company_id_foreign` (`company_id`),
  KEY `retell_ai_call_campaigns_retell_agent_id_foreign` (`retell_agent_id`),
  KEY `retell_ai_call_campaigns_created_by_foreign` (`created_by`),
  KEY `raicc_status_scheduled_index` (`status`,`scheduled_at`),
  CONSTRAINT `retell_ai_call_campaigns_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `retell_ai_call_campaigns_created_by_foreign` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_ai_call_campaigns_retell_agent_id_foreign` FOREIGN KEY (`retell_agent_id`) REFERENCES `retell_agents` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_ai_call_campaigns`
--

LOCK TABLES `retell_ai_call_campaigns` WRITE;
/*!40000 ALTER TABLE `retell_ai_call_campaigns` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_ai_call_campaigns` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_call_debug_view`
--

DROP TABLE IF EXISTS `retell_call_debug_view`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_call_debug_view` (
  `call_session_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_id` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `company_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `customer_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `call_status` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL,
  `started_at` timestamp NULL DEFAULT NULL,
  `events` int unsigned NOT NULL DEFAULT '0',
  `failed_functions` int unsigned NOT NULL DEFAULT '0',
  `last_error` text COLLATE utf8mb4_unicode_ci,
  `timeline` json DEFAULT NULL,
  `refreshed_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`call_session_id`),
  KEY `retell_call_debug_view_call_id_index` (`call_id`),
  KEY `retell_call_debug_view_company_id_index` (`company_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Filled every five minutes, safe to truncate';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_call_debug_view`
--

LOCK TABLES `retell_call_debug_view` WRITE;
/*!40000 ALTER TABLE `retell_call_debug_view` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_call_debug_view` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_call_events`
--

DROP TABLE IF EXISTS `retell_call_events`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_call_events` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_session_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `correlation_id` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `event_type` enum('call_started','call_ended','call_analyzed','function_call','transcript','flow_transition','error') COLLATE utf8mb4_unicode_ci NOT NULL,
  `occurred_at` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  `call_offset_ms` int unsigned DEFAULT NULL,
  `function_name` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `function_arguments` json DEFAULT NULL,
  `function_response` json DEFAULT NULL,
  `response_time_ms` int unsigned DEFAULT NULL,
  `from_node` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `to_node` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `error_message` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `retell_call_events_call_session_id_occurred_at_index` (`call_session_id`,`occurred_at`),
  KEY `retell_call_events_event_type_function_name_index` (`event_type`,`function_name`),
  KEY `retell_call_events_correlation_id_index` (`correlation_id`),
  CONSTRAINT `retell_call_events_call_session_id_foreign` FOREIGN KEY (`call_session_id`) REFERENCES `retell_call_sessions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_call_events`
--

LOCK TABLES `retell_call_events` WRITE;
/*!40000 ALTER TABLE `retell_call_events` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_call_events` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_call_sessions`
--

DROP TABLE IF EXISTS `retell_call_sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_call_sessions` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_id` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'id given by the voice provider',
  `company_id` bigint unsigned DEFAULT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `phone_number` varchar(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL COMMENT 'the number that was called',
  `branch_name` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `agent_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `agent_version` int unsigned DEFAULT NULL,
  `conversation_flow_id` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `started_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `ended_at` timestamp NULL DEFAULT NULL,
  `call_status` enum('in_progress','completed','failed','abandoned') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'in_progress',
  `disconnection_reason` varchar(100) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `duration_ms` bigint unsigned DEFAULT NULL COMMENT 'milliseconds',
  `total_events` smallint unsigned NOT NULL DEFAULT '0',
  `function_call_count` smallint unsigned NOT NULL DEFAULT '0',
  `transcript_segment_count` smallint unsigned NOT NULL DEFAULT '0',
  `error_count` smallint unsigned NOT NULL DEFAULT '0',
  `min_response_ms` int unsigned DEFAULT NULL,
  `max_response_ms` int unsigned DEFAULT NULL,
  `avg_response_ms` int unsigned DEFAULT NULL,
  `metadata` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `retell_call_sessions_call_id_unique` (`call_id`),
  KEY `retell_call_sessions_customer_id_foreign` (`customer_id`),
  KEY `rcs_company_status_index` (`company_id`,`call_status`),
  KEY `retell_call_sessions_started_at_index` (`started_at`),
  KEY `retell_call_sessions_agent_id_agent_version_index` (`agent_id`,`agent_version`),
  KEY `retell_call_sessions_branch_id_foreign` (`branch_id`),
  KEY `retell_call_sessions_company_id_started_at_idx` (`company_id`,`started_at`),
  CONSTRAINT `retell_call_sessions_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_call_sessions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_call_sessions_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_call_sessions`
--

LOCK TABLES `retell_call_sessions` WRITE;
/*!40000 ALTER TABLE `retell_call_sessions` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_call_sessions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_calls_backup`
--

DROP TABLE IF EXISTS `retell_calls_backup`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_calls_backup` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `retell_call_id` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `status` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'unknown',
  `duration_sec` int unsigned DEFAULT NULL,
  `transcript` longtext COLLATE utf8mb4_unicode_ci,
  `raw` json DEFAULT NULL,
  `backed_up_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `retell_calls_backup_call_unique` (`retell_call_id`),
  KEY `retell_calls_backup_company_index` (`company_id`,`backed_up_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_calls_backup`
--

LOCK TABLES `retell_calls_backup` WRITE;
/*!40000 ALTER TABLE `retell_calls_backup` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_calls_backup` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_configurations`
--

DROP TABLE IF EXISTS `retell_configurations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_configurations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `webhook_url` varchar(512) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `custom_functions` json DEFAULT NULL,
  `enabled_events` json DEFAULT NULL,
  `max_call_minutes` tinyint unsigned NOT NULL DEFAULT '15',
  `silence_timeout_ms` smallint unsigned NOT NULL DEFAULT '8000',
  `record_calls` tinyint(1) NOT NULL DEFAULT '1',
  `test_mode` tinyint(1) NOT NULL DEFAULT '0',
  `last_test_status` varchar(20) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `last_tested_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `retell_configurations_company_id_unique` (`company_id`),
  CONSTRAINT `retell_configurations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_configurations`
--

LOCK TABLES `retell_configurations` WRITE;
/*!40000 ALTER TABLE `retell_configurations` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_configurations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_error_log`
--

DROP TABLE IF EXISTS `retell_error_log`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_error_log` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_session_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `error_code` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `error_type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `severity` enum('low','medium','high','critical') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'medium',
  `error_message` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `stack_trace` mediumtext COLLATE utf8mb4_unicode_ci,
  `error_context` json DEFAULT NULL,
  `call_terminated` tinyint(1) NOT NULL DEFAULT '0',
  `booking_failed` tinyint(1) NOT NULL DEFAULT '0',
  `resolved` tinyint(1) NOT NULL DEFAULT '0',
  `resolved_at` timestamp NULL DEFAULT NULL,
  `resolved_by` bigint unsigned DEFAULT NULL,
  `occurred_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `retell_error_log_call_session_id_foreign` (`call_session_id`),
  KEY `retell_error_log_resolved_by_foreign` (`resolved_by`),
  KEY `retell_error_log_resolved_severity_occurred_at_index` (`resolved`,`severity`,`occurred_at`),
  KEY `retell_error_log_error_code_index` (`error_code`),
  KEY `retell_error_log_severity_occurred_at_idx` (`severity`,`occurred_at`),
  CONSTRAINT `retell_error_log_call_session_id_foreign` FOREIGN KEY (`call_session_id`) REFERENCES `retell_call_sessions` (`id`) ON DELETE SET NULL,
  CONSTRAINT `retell_error_log_resolved_by_foreign` FOREIGN KEY (`resolved_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_error_log`
--

LOCK TABLES `retell_error_log` WRITE;
/*!40000 ALTER TABLE `retell_error_log` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_error_log` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_function_traces`
--

DROP TABLE IF EXISTS `retell_function_traces`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_function_traces` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_session_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `event_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `parent_trace_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `function_name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `execution_sequence` int unsigned NOT NULL DEFAULT '1',
  `started_at` timestamp(3) NOT NULL,
  `completed_at` timestamp(3) NULL DEFAULT NULL,
  `duration_ms` int unsigned DEFAULT NULL,
  `input_params` json DEFAULT NULL,
  `output_result` json DEFAULT NULL,
  `status` enum('pending','success','error','timeout') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'pending',
  `error_details` json DEFAULT NULL,
  `db_query_count` int unsigned NOT NULL DEFAULT '0',
  `db_query_time_ms` int unsigned NOT NULL DEFAULT '0',
  `external_api_calls` int unsigned NOT NULL DEFAULT '0',
  `memory_usage_kb` int unsigned DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `retell_function_traces_event_id_foreign` (`event_id`),
  KEY `retell_function_traces_function_name_status_index` (`function_name`,`status`),
  KEY `rft_session_sequence_index` (`call_session_id`,`execution_sequence`),
  KEY `rft_parent_foreign` (`parent_trace_id`),
  CONSTRAINT `retell_function_traces_call_session_id_foreign` FOREIGN KEY (`call_session_id`) REFERENCES `retell_call_sessions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `retell_function_traces_event_id_foreign` FOREIGN KEY (`event_id`) REFERENCES `retell_call_events` (`id`) ON DELETE SET NULL,
  CONSTRAINT `rft_parent_foreign` FOREIGN KEY (`parent_trace_id`) REFERENCES `retell_function_traces` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_function_traces`
--

LOCK TABLES `retell_function_traces` WRITE;
/*!40000 ALTER TABLE `retell_function_traces` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_function_traces` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `retell_transcript_segments`
--

DROP TABLE IF EXISTS `retell_transcript_segments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `retell_transcript_segments` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_session_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `event_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `segment_sequence` int unsigned NOT NULL,
  `role` enum('agent','user') COLLATE utf8mb4_unicode_ci NOT NULL,
  `text` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `call_offset_ms` int unsigned DEFAULT NULL,
  `duration_ms` int unsigned DEFAULT NULL,
  `word_count` smallint unsigned DEFAULT NULL,
  `confidence` decimal(4,3) DEFAULT NULL,
  `sentiment` enum('positive','neutral','negative') COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `metadata` json DEFAULT NULL,
  `occurred_at` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `rts_session_sequence_unique` (`call_session_id`,`segment_sequence`),
  KEY `retell_transcript_segments_event_id_foreign` (`event_id`),
  FULLTEXT KEY `retell_transcript_segments_text_fulltext` (`text`),
  CONSTRAINT `retell_transcript_segments_call_session_id_foreign` FOREIGN KEY (`call_session_id`) REFERENCES `retell_call_sessions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `retell_transcript_segments_event_id_foreign` FOREIGN KEY (`event_id`) REFERENCES `retell_call_events` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `retell_transcript_segments`
--

LOCK TABLES `retell_transcript_segments` WRITE;
/*!40000 ALTER TABLE `retell_transcript_segments` DISABLE KEYS */;
/*!40000 ALTER TABLE `retell_transcript_segments` ENABLE KEYS */;
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
-- Table structure for table `review_flags`
--

DROP TABLE IF EXISTS `review_flags`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `review_flags` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `review_response_id` bigint unsigned NOT NULL,
  `reason` enum('spam','abuse','wrong_company') COLLATE utf8mb4_unicode_ci NOT NULL,
  `resolved_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `review_flags_review_response_id_foreign` (`review_response_id`),
  CONSTRAINT `review_flags_review_response_id_foreign` FOREIGN KEY (`review_response_id`) REFERENCES `review_responses` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `review_flags`
--

LOCK TABLES `review_flags` WRITE;
/*!40000 ALTER TABLE `review_flags` DISABLE KEYS */;
/*!40000 ALTER TABLE `review_flags` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `review_platforms`
--

DROP TABLE IF EXISTS `review_platforms`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `review_platforms` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `platform` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `profile_url` varchar(1024) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `average` decimal(3,2) DEFAULT NULL,
  `reviews` int unsigned NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `review_platforms_branch_id_platform_unique` (`branch_id`,`platform`),
  CONSTRAINT `review_platforms_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `review_platforms`
--

LOCK TABLES `review_platforms` WRITE;
/*!40000 ALTER TABLE `review_platforms` DISABLE KEYS */;
/*!40000 ALTER TABLE `review_platforms` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `review_replies`
--

DROP TABLE IF EXISTS `review_replies`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `review_replies` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `review_response_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `body` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `drafted_by_assistant` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `review_replies_review_response_id_foreign` (`review_response_id`),
  KEY `review_replies_user_id_foreign` (`user_id`),
  CONSTRAINT `review_replies_review_response_id_foreign` FOREIGN KEY (`review_response_id`) REFERENCES `review_responses` (`id`) ON DELETE CASCADE,
  CONSTRAINT `review_replies_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `review_replies`
--

LOCK TABLES `review_replies` WRITE;
/*!40000 ALTER TABLE `review_replies` DISABLE KEYS */;
/*!40000 ALTER TABLE `review_replies` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `review_requests`
--

DROP TABLE IF EXISTS `review_requests`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `review_requests` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `appointment_id` bigint unsigned NOT NULL,
  `review_platform_id` bigint unsigned DEFAULT NULL,
  `token` char(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `sent_at` timestamp NULL DEFAULT NULL,
  `clicked_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `review_requests_token_unique` (`token`),
  KEY `review_requests_appointment_id_foreign` (`appointment_id`),
  KEY `review_requests_review_platform_id_foreign` (`review_platform_id`),
  CONSTRAINT `review_requests_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE,
  CONSTRAINT `review_requests_review_platform_id_foreign` FOREIGN KEY (`review_platform_id`) REFERENCES `review_platforms` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `review_requests`
--

LOCK TABLES `review_requests` WRITE;
/*!40000 ALTER TABLE `review_requests` DISABLE KEYS */;
/*!40000 ALTER TABLE `review_requests` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `review_responses`
--

DROP TABLE IF EXISTS `review_responses`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `review_responses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `review_request_id` bigint unsigned DEFAULT NULL,
  `review_platform_id` bigint unsigned DEFAULT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `stars` tinyint unsigned NOT NULL,
  `text` text COLLATE utf8mb4_unicode_ci,
  `author` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `is_published` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `review_responses_review_request_id_foreign` (`review_request_id`),
  KEY `review_responses_review_platform_id_foreign` (`review_platform_id`),
  KEY `review_responses_staff_id_foreign` (`staff_id`),
  FULLTEXT KEY `review_responses_text_fulltext` (`text`),
  CONSTRAINT `review_responses_review_platform_id_foreign` FOREIGN KEY (`review_platform_id`) REFERENCES `review_platforms` (`id`) ON DELETE SET NULL,
  CONSTRAINT `review_responses_review_request_id_foreign` FOREIGN KEY (`review_request_id`) REFERENCES `review_requests` (`id`) ON DELETE SET NULL,
  CONSTRAINT `review_responses_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL,
  CONSTRAINT `review_responses_stars_check` CHECK ((`stars` between 1 and 5))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `review_responses`
--

LOCK TABLES `review_responses` WRITE;
/*!40000 ALTER TABLE `review_responses` DISABLE KEYS */;
/*!40000 ALTER TABLE `review_responses` ENABLE KEYS */;
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
-- Table structure for table `security_api_tokens`
--

DROP TABLE IF EXISTS `security_api_tokens`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `security_api_tokens` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `digest` char(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `abilities` json DEFAULT NULL,
  `device` varchar(17) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `last_used_at` timestamp NULL DEFAULT NULL,
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `security_api_tokens_digest_unique` (`digest`),
  KEY `security_api_tokens_company_id_foreign` (`company_id`),
  CONSTRAINT `security_api_tokens_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `security_api_tokens`
--

LOCK TABLES `security_api_tokens` WRITE;
/*!40000 ALTER TABLE `security_api_tokens` DISABLE KEYS */;
/*!40000 ALTER TABLE `security_api_tokens` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `security_events`
--

DROP TABLE IF EXISTS `security_events`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `security_events` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `severity` enum('info','warning','alarm') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'info',
  `ip_address` varchar(45) COLLATE utf8mb4_unicode_ci NOT NULL,
  `details` json DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `security_events_company_id_foreign` (`company_id`),
  KEY `security_events_user_id_foreign` (`user_id`),
  KEY `security_events_type_created_at_index` (`type`,`created_at`),
  KEY `security_events_severity_created_at_index` (`severity`,`created_at`),
  CONSTRAINT `security_events_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL,
  CONSTRAINT `security_events_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `security_events`
--

LOCK TABLES `security_events` WRITE;
/*!40000 ALTER TABLE `security_events` DISABLE KEYS */;
/*!40000 ALTER TABLE `security_events` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `security_ip_rules`
--

DROP TABLE IF EXISTS `security_ip_rules`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `security_ip_rules` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `cidr` varchar(49) COLLATE utf8mb4_unicode_ci NOT NULL,
  `action` enum('allow','deny') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'allow',
  `note` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `security_ip_rules_company_id_cidr_unique` (`company_id`,`cidr`),
  CONSTRAINT `security_ip_rules_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `security_ip_rules`
--

LOCK TABLES `security_ip_rules` WRITE;
/*!40000 ALTER TABLE `security_ip_rules` DISABLE KEYS */;
/*!40000 ALTER TABLE `security_ip_rules` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `security_login_attempts`
--

DROP TABLE IF EXISTS `security_login_attempts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `security_login_attempts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(191) COLLATE utf8mb4_unicode_ci NOT NULL,
  `ip_address` varchar(45) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `successful` tinyint(1) NOT NULL DEFAULT '0',
  `failures_in_a_row` smallint unsigned NOT NULL DEFAULT '0',
  `attempted_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `sla_email_time_index` (`email`,`attempted_at`),
  KEY `security_login_attempts_ip_address_index` (`ip_address`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `security_login_attempts`
--

LOCK TABLES `security_login_attempts` WRITE;
/*!40000 ALTER TABLE `security_login_attempts` DISABLE KEYS */;
/*!40000 ALTER TABLE `security_login_attempts` ENABLE KEYS */;
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
  `priority` int NOT NULL DEFAULT '999',
  `color` char(7) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
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
INSERT INTO `services` VALUES (1,1,'Cut','cut',NULL,30,0,29.00,'EUR',1,NULL,0,1,0,999,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,'Colour','colour',NULL,90,0,89.50,'EUR',NULL,NULL,0,1,0,999,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,3,'Massage','massage',NULL,45,0,60.00,'EUR',3,NULL,0,1,0,999,NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
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
-- Table structure for table `shift_assignments`
--

DROP TABLE IF EXISTS `shift_assignments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `shift_assignments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `shift_template_id` bigint unsigned DEFAULT NULL,
  `shift_rotation_id` bigint unsigned DEFAULT NULL,
  `day` date NOT NULL,
  `starts_at` time NOT NULL,
  `ends_at` time NOT NULL,
  `status` enum('planned','confirmed','worked','missed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'planned',
  `note` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `shift_assignments_staff_id_day_starts_at_unique` (`staff_id`,`day`,`starts_at`),
  KEY `shift_assignments_shift_template_id_foreign` (`shift_template_id`),
  KEY `shift_assignments_shift_rotation_id_foreign` (`shift_rotation_id`),
  KEY `shift_assignments_branch_id_day_index` (`branch_id`,`day`),
  CONSTRAINT `shift_assignments_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE SET NULL,
  CONSTRAINT `shift_assignments_shift_rotation_id_foreign` FOREIGN KEY (`shift_rotation_id`) REFERENCES `shift_rotations` (`id`) ON DELETE SET NULL,
  CONSTRAINT `shift_assignments_shift_template_id_foreign` FOREIGN KEY (`shift_template_id`) REFERENCES `shift_templates` (`id`) ON DELETE SET NULL,
  CONSTRAINT `shift_assignments_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `shift_assignments`
--

LOCK TABLES `shift_assignments` WRITE;
/*!40000 ALTER TABLE `shift_assignments` DISABLE KEYS */;
/*!40000 ALTER TABLE `shift_assignments` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `shift_breaks`
--

DROP TABLE IF EXISTS `shift_breaks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `shift_breaks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `shift_assignment_id` bigint unsigned NOT NULL,
  `starts_at` time NOT NULL,
  `minutes` tinyint unsigned NOT NULL DEFAULT '15',
  `paid` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `shift_breaks_shift_assignment_id_foreign` (`shift_assignment_id`),
  CONSTRAINT `shift_breaks_shift_assignment_id_foreign` FOREIGN KEY (`shift_assignment_id`) REFERENCES `shift_assignments` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `shift_breaks`
--

LOCK TABLES `shift_breaks` WRITE;
/*!40000 ALTER TABLE `shift_breaks` DISABLE KEYS */;
/*!40000 ALTER TABLE `shift_breaks` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `shift_rotations`
--

DROP TABLE IF EXISTS `shift_rotations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `shift_rotations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `weeks` tinyint unsigned NOT NULL DEFAULT '2',
  `pattern` json NOT NULL,
  `anchored_on` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `shift_rotations_company_id_foreign` (`company_id`),
  CONSTRAINT `shift_rotations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `shift_rotations`
--

LOCK TABLES `shift_rotations` WRITE;
/*!40000 ALTER TABLE `shift_rotations` DISABLE KEYS */;
/*!40000 ALTER TABLE `shift_rotations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `shift_swaps`
--

DROP TABLE IF EXISTS `shift_swaps`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `shift_swaps` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `shift_assignment_id` bigint unsigned NOT NULL,
  `from_staff_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `to_staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `status` enum('asked','accepted','refused','withdrawn') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'asked',
  `reason` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `decided_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `shift_swap_requests_shift_assignment_id_foreign` (`shift_assignment_id`),
  KEY `shift_swap_requests_from_staff_id_foreign` (`from_staff_id`),
  KEY `shift_swap_requests_to_staff_id_foreign` (`to_staff_id`),
  KEY `shift_swaps_status_created_at_index` (`status`,`created_at`),
  CONSTRAINT `shift_swap_requests_from_staff_id_foreign` FOREIGN KEY (`from_staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE,
  CONSTRAINT `shift_swap_requests_shift_assignment_id_foreign` FOREIGN KEY (`shift_assignment_id`) REFERENCES `shift_assignments` (`id`) ON DELETE CASCADE,
  CONSTRAINT `shift_swap_requests_to_staff_id_foreign` FOREIGN KEY (`to_staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `shift_swaps`
--

LOCK TABLES `shift_swaps` WRITE;
/*!40000 ALTER TABLE `shift_swaps` DISABLE KEYS */;
/*!40000 ALTER TABLE `shift_swaps` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `shift_templates`
--

DROP TABLE IF EXISTS `shift_templates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `shift_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `name` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `starts_at` time NOT NULL,
  `ends_at` time NOT NULL,
  `break_minutes` smallint unsigned NOT NULL DEFAULT '30',
  `color` char(7) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '#8957e5',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `shift_templates_company_id_foreign` (`company_id`),
  CONSTRAINT `shift_templates_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `shift_templates`
--

LOCK TABLES `shift_templates` WRITE;
/*!40000 ALTER TABLE `shift_templates` DISABLE KEYS */;
/*!40000 ALTER TABLE `shift_templates` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sms_delivery_reports`
--

DROP TABLE IF EXISTS `sms_delivery_reports`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sms_delivery_reports` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `sms_message_id` char(26) COLLATE utf8mb4_unicode_ci NOT NULL,
  `provider_status` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `error_code` smallint DEFAULT NULL,
  `raw` json DEFAULT NULL,
  `received_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `sms_delivery_reports_sms_message_id_foreign` (`sms_message_id`),
  CONSTRAINT `sms_delivery_reports_sms_message_id_foreign` FOREIGN KEY (`sms_message_id`) REFERENCES `sms_messages` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sms_delivery_reports`
--

LOCK TABLES `sms_delivery_reports` WRITE;
/*!40000 ALTER TABLE `sms_delivery_reports` DISABLE KEYS */;
/*!40000 ALTER TABLE `sms_delivery_reports` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sms_messages`
--

DROP TABLE IF EXISTS `sms_messages`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sms_messages` (
  `id` char(26) COLLATE utf8mb4_unicode_ci NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `sms_template_id` bigint unsigned DEFAULT NULL,
  `sms_sender_id` int unsigned DEFAULT NULL,
  `to` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `body` varchar(1600) COLLATE utf8mb4_unicode_ci NOT NULL,
  `parts` tinyint unsigned NOT NULL DEFAULT '1',
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'queued',
  `sent_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `sms_messages_sms_template_id_foreign` (`sms_template_id`),
  KEY `sms_messages_sms_sender_id_foreign` (`sms_sender_id`),
  KEY `sms_messages_company_id_created_at_index` (`company_id`,`created_at`),
  KEY `sms_messages_status_sent_at_index` (`status`,`sent_at`),
  KEY `sms_messages_customer_id_status_index` (`customer_id`,`status`),
  CONSTRAINT `sms_messages_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `sms_messages_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `sms_messages_sms_sender_id_foreign` FOREIGN KEY (`sms_sender_id`) REFERENCES `sms_sender_ids` (`id`) ON DELETE SET NULL,
  CONSTRAINT `sms_messages_sms_template_id_foreign` FOREIGN KEY (`sms_template_id`) REFERENCES `sms_templates` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sms_messages`
--

LOCK TABLES `sms_messages` WRITE;
/*!40000 ALTER TABLE `sms_messages` DISABLE KEYS */;
/*!40000 ALTER TABLE `sms_messages` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sms_opt_outs`
--

DROP TABLE IF EXISTS `sms_opt_outs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sms_opt_outs` (
  `company_id` bigint unsigned NOT NULL,
  `number` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `via` enum('reply','call','desk') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'reply',
  `opted_out_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`company_id`,`number`),
  CONSTRAINT `sms_opt_outs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sms_opt_outs`
--

LOCK TABLES `sms_opt_outs` WRITE;
/*!40000 ALTER TABLE `sms_opt_outs` DISABLE KEYS */;
/*!40000 ALTER TABLE `sms_opt_outs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sms_providers`
--

DROP TABLE IF EXISTS `sms_providers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sms_providers` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL,
  `label` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `endpoint` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `price_per_part` decimal(6,4) NOT NULL DEFAULT '0.0750',
  `currency` char(3) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'EUR',
  `enabled` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `sms_providers_code_unique` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sms_providers`
--

LOCK TABLES `sms_providers` WRITE;
/*!40000 ALTER TABLE `sms_providers` DISABLE KEYS */;
/*!40000 ALTER TABLE `sms_providers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sms_sender_ids`
--

DROP TABLE IF EXISTS `sms_sender_ids`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sms_sender_ids` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `sms_provider_id` int unsigned NOT NULL,
  `company_id` bigint unsigned NOT NULL,
  `sender` varchar(11) COLLATE utf8mb4_unicode_ci NOT NULL,
  `verified_on` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `sms_sender_ids_sms_provider_id_sender_unique` (`sms_provider_id`,`sender`),
  KEY `sms_sender_ids_company_id_foreign` (`company_id`),
  CONSTRAINT `sms_sender_ids_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `sms_sender_ids_sms_provider_id_foreign` FOREIGN KEY (`sms_provider_id`) REFERENCES `sms_providers` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sms_sender_ids`
--

LOCK TABLES `sms_sender_ids` WRITE;
/*!40000 ALTER TABLE `sms_sender_ids` DISABLE KEYS */;
/*!40000 ALTER TABLE `sms_sender_ids` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sms_templates`
--

DROP TABLE IF EXISTS `sms_templates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sms_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `key` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `language` varchar(5) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'en',
  `body` varchar(480) COLLATE utf8mb4_unicode_ci NOT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `sms_templates_company_id_key_language_unique` (`company_id`,`key`,`language`),
  CONSTRAINT `sms_templates_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sms_templates`
--

LOCK TABLES `sms_templates` WRITE;
/*!40000 ALTER TABLE `sms_templates` DISABLE KEYS */;
/*!40000 ALTER TABLE `sms_templates` ENABLE KEYS */;
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
-- Table structure for table `survey_answers`
--

DROP TABLE IF EXISTS `survey_answers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `survey_answers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `survey_response_id` bigint unsigned NOT NULL,
  `survey_question_id` bigint unsigned NOT NULL,
  `number` tinyint DEFAULT NULL,
  `text` text COLLATE utf8mb4_unicode_ci,
  PRIMARY KEY (`id`),
  UNIQUE KEY `survey_answers_once` (`survey_response_id`,`survey_question_id`),
  KEY `survey_answers_survey_question_id_foreign` (`survey_question_id`),
  CONSTRAINT `survey_answers_survey_question_id_foreign` FOREIGN KEY (`survey_question_id`) REFERENCES `survey_questions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `survey_answers_survey_response_id_foreign` FOREIGN KEY (`survey_response_id`) REFERENCES `survey_responses` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `survey_answers`
--

LOCK TABLES `survey_answers` WRITE;
/*!40000 ALTER TABLE `survey_answers` DISABLE KEYS */;
/*!40000 ALTER TABLE `survey_answers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `survey_invitations`
--

DROP TABLE IF EXISTS `survey_invitations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `survey_invitations` (
  `id` char(26) COLLATE utf8mb4_unicode_ci NOT NULL,
  `survey_template_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `about_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `about_id` bigint unsigned DEFAULT NULL,
  `channel` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'sms',
  `sent_at` timestamp NULL DEFAULT NULL,
  `expires_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `survey_invitations_survey_template_id_foreign` (`survey_template_id`),
  KEY `survey_invitations_customer_id_foreign` (`customer_id`),
  KEY `survey_invitations_about_type_about_id_index` (`about_type`,`about_id`),
  CONSTRAINT `survey_invitations_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  CONSTRAINT `survey_invitations_survey_template_id_foreign` FOREIGN KEY (`survey_template_id`) REFERENCES `survey_templates` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `survey_invitations`
--

LOCK TABLES `survey_invitations` WRITE;
/*!40000 ALTER TABLE `survey_invitations` DISABLE KEYS */;
/*!40000 ALTER TABLE `survey_invitations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `survey_questions`
--

DROP TABLE IF EXISTS `survey_questions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `survey_questions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `survey_template_id` bigint unsigned NOT NULL,
  `position` smallint unsigned NOT NULL,
  `text` varchar(400) COLLATE utf8mb4_unicode_ci NOT NULL,
  `kind` enum('nps','stars','yes_no','open') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'stars',
  `required` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `survey_questions_survey_template_id_position_unique` (`survey_template_id`,`position`),
  CONSTRAINT `survey_questions_survey_template_id_foreign` FOREIGN KEY (`survey_template_id`) REFERENCES `survey_templates` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `survey_questions`
--

LOCK TABLES `survey_questions` WRITE;
/*!40000 ALTER TABLE `survey_questions` DISABLE KEYS */;
/*!40000 ALTER TABLE `survey_questions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `survey_responses`
--

DROP TABLE IF EXISTS `survey_responses`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `survey_responses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `survey_invitation_id` char(26) COLLATE utf8mb4_unicode_ci NOT NULL,
  `nps` tinyint unsigned DEFAULT NULL,
  `nps_bucket` varchar(12) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS ((case when (`nps` is null) then NULL when (`nps` >= 9) then _utf8mb4'promoter' when (`nps` >= 7) then _utf8mb4'passive' else _utf8mb4'detractor' end)) STORED,
  `comment` text COLLATE utf8mb4_unicode_ci,
  `completed_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `survey_responses_survey_invitation_id_foreign` (`survey_invitation_id`),
  KEY `survey_responses_nps_bucket_index` (`nps_bucket`),
  CONSTRAINT `survey_responses_survey_invitation_id_foreign` FOREIGN KEY (`survey_invitation_id`) REFERENCES `survey_invitations` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `survey_responses`
--

LOCK TABLES `survey_responses` WRITE;
/*!40000 ALTER TABLE `survey_responses` DISABLE KEYS */;
/*!40000 ALTER TABLE `survey_responses` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `survey_templates`
--

DROP TABLE IF EXISTS `survey_templates`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `survey_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `trigger` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'after_call',
  `delay_minutes` smallint unsigned NOT NULL DEFAULT '10',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `survey_templates_company_id_foreign` (`company_id`),
  CONSTRAINT `survey_templates_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `survey_templates`
--

LOCK TABLES `survey_templates` WRITE;
/*!40000 ALTER TABLE `survey_templates` DISABLE KEYS */;
/*!40000 ALTER TABLE `survey_templates` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sync_conflicts`
--

DROP TABLE IF EXISTS `sync_conflicts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sync_conflicts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `sync_run_id` bigint unsigned NOT NULL,
  `record_type` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `record_id` bigint unsigned NOT NULL,
  `ours` json DEFAULT NULL,
  `theirs` json DEFAULT NULL,
  `resolution` enum('open','ours','theirs','merged') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'open',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `sync_conflicts_sync_run_id_foreign` (`sync_run_id`),
  KEY `sync_conflicts_record_type_record_id_index` (`record_type`,`record_id`),
  CONSTRAINT `sync_conflicts_sync_run_id_foreign` FOREIGN KEY (`sync_run_id`) REFERENCES `sync_runs` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sync_conflicts`
--

LOCK TABLES `sync_conflicts` WRITE;
/*!40000 ALTER TABLE `sync_conflicts` DISABLE KEYS */;
/*!40000 ALTER TABLE `sync_conflicts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sync_connections`
--

DROP TABLE IF EXISTS `sync_connections`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sync_connections` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `system` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `settings` text COLLATE utf8mb4_unicode_ci,
  `is_paused` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `sync_connections_company_id_system_unique` (`company_id`,`system`),
  CONSTRAINT `sync_connections_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sync_connections`
--

LOCK TABLES `sync_connections` WRITE;
/*!40000 ALTER TABLE `sync_connections` DISABLE KEYS */;
/*!40000 ALTER TABLE `sync_connections` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sync_cursors`
--

DROP TABLE IF EXISTS `sync_cursors`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sync_cursors` (
  `sync_connection_id` bigint unsigned NOT NULL,
  `entity` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `cursor` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`sync_connection_id`,`entity`),
  CONSTRAINT `sync_cursors_sync_connection_id_foreign` FOREIGN KEY (`sync_connection_id`) REFERENCES `sync_connections` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sync_cursors`
--

LOCK TABLES `sync_cursors` WRITE;
/*!40000 ALTER TABLE `sync_cursors` DISABLE KEYS */;
/*!40000 ALTER TABLE `sync_cursors` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sync_mappings`
--

DROP TABLE IF EXISTS `sync_mappings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sync_mappings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `sync_connection_id` bigint unsigned NOT NULL,
  `local_type` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `local_id` varchar(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `external_id` varchar(191) COLLATE utf8mb4_unicode_ci NOT NULL,
  `checksum` char(40) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `sync_mappings_local_unique` (`sync_connection_id`,`local_type`,`local_id`),
  UNIQUE KEY `sync_mappings_external_unique` (`sync_connection_id`,`local_type`,`external_id`),
  CONSTRAINT `sync_mappings_sync_connection_id_foreign` FOREIGN KEY (`sync_connection_id`) REFERENCES `sync_connections` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sync_mappings`
--

LOCK TABLES `sync_mappings` WRITE;
/*!40000 ALTER TABLE `sync_mappings` DISABLE KEYS */;
/*!40000 ALTER TABLE `sync_mappings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sync_runs`
--

DROP TABLE IF EXISTS `sync_runs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `sync_runs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `sync_connection_id` bigint unsigned NOT NULL,
  `direction` enum('in','out','both') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'both',
  `created` int unsigned NOT NULL DEFAULT '0',
  `updated` int unsigned NOT NULL DEFAULT '0',
  `failed` int unsigned NOT NULL DEFAULT '0',
  `started_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `finished_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `sync_runs_sync_connection_id_foreign` (`sync_connection_id`),
  KEY `sync_runs_company_id_foreign` (`company_id`),
  CONSTRAINT `sync_runs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `sync_runs_sync_connection_id_foreign` FOREIGN KEY (`sync_connection_id`) REFERENCES `sync_connections` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sync_runs`
--

LOCK TABLES `sync_runs` WRITE;
/*!40000 ALTER TABLE `sync_runs` DISABLE KEYS */;
/*!40000 ALTER TABLE `sync_runs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `system_test_results`
--

DROP TABLE IF EXISTS `system_test_results`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `system_test_results` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `system_test_run_id` bigint unsigned NOT NULL,
  `name` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `passed` tinyint(1) NOT NULL,
  `message` text COLLATE utf8mb4_unicode_ci,
  `duration_ms` double DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `system_test_results_system_test_run_id_passed_index` (`system_test_run_id`,`passed`),
  CONSTRAINT `system_test_results_system_test_run_id_foreign` FOREIGN KEY (`system_test_run_id`) REFERENCES `system_test_runs` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `system_test_results`
--

LOCK TABLES `system_test_results` WRITE;
/*!40000 ALTER TABLE `system_test_results` DISABLE KEYS */;
/*!40000 ALTER TABLE `system_test_results` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `system_test_runs`
--

DROP TABLE IF EXISTS `system_test_runs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `system_test_runs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned DEFAULT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `test_type` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` enum('queued','running','passed','failed','aborted') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'queued',
  `parameters` json DEFAULT NULL,
  `output` mediumtext COLLATE utf8mb4_unicode_ci,
  `exit_code` int unsigned DEFAULT NULL,
  `started_at` timestamp NULL DEFAULT NULL,
  `finished_at` timestamp NULL DEFAULT NULL,
  `seconds` int unsigned GENERATED ALWAYS AS (timestampdiff(SECOND,`started_at`,`finished_at`)) STORED,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `system_test_runs_user_id_foreign` (`user_id`),
  KEY `system_test_runs_company_id_foreign` (`company_id`),
  KEY `system_test_runs_test_type_index` (`test_type`),
  CONSTRAINT `system_test_runs_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE SET NULL,
  CONSTRAINT `system_test_runs_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `system_test_runs`
--

LOCK TABLES `system_test_runs` WRITE;
/*!40000 ALTER TABLE `system_test_runs` DISABLE KEYS */;
/*!40000 ALTER TABLE `system_test_runs` ENABLE KEYS */;
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
-- Table structure for table `ticket_categories`
--

DROP TABLE IF EXISTS `ticket_categories`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `ticket_categories` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `parent_id` bigint unsigned DEFAULT NULL,
  `name` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `answer_within_hours` smallint unsigned NOT NULL DEFAULT '24',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `ticket_categories_parent_id_foreign` (`parent_id`),
  CONSTRAINT `ticket_categories_parent_id_foreign` FOREIGN KEY (`parent_id`) REFERENCES `ticket_categories` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `ticket_categories`
--

LOCK TABLES `ticket_categories` WRITE;
/*!40000 ALTER TABLE `ticket_categories` DISABLE KEYS */;
/*!40000 ALTER TABLE `ticket_categories` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `ticket_label_thread`
--

DROP TABLE IF EXISTS `ticket_label_thread`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `ticket_label_thread` (
  `ticket_label_id` mediumint unsigned NOT NULL,
  `ticket_thread_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`ticket_label_id`,`ticket_thread_id`),
  KEY `ticket_label_thread_ticket_thread_id_foreign` (`ticket_thread_id`),
  CONSTRAINT `ticket_label_thread_ticket_label_id_foreign` FOREIGN KEY (`ticket_label_id`) REFERENCES `ticket_labels` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ticket_label_thread_ticket_thread_id_foreign` FOREIGN KEY (`ticket_thread_id`) REFERENCES `ticket_threads` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `ticket_label_thread`
--

LOCK TABLES `ticket_label_thread` WRITE;
/*!40000 ALTER TABLE `ticket_label_thread` DISABLE KEYS */;
/*!40000 ALTER TABLE `ticket_label_thread` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `ticket_labels`
--

DROP TABLE IF EXISTS `ticket_labels`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `ticket_labels` (
  `id` mediumint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(40) COLLATE utf8mb4_unicode_ci NOT NULL,
  `color` char(7) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '#57606a',
  PRIMARY KEY (`id`),
  UNIQUE KEY `ticket_labels_name_unique` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `ticket_labels`
--

LOCK TABLES `ticket_labels` WRITE;
/*!40000 ALTER TABLE `ticket_labels` DISABLE KEYS */;
/*!40000 ALTER TABLE `ticket_labels` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `ticket_messages`
--

DROP TABLE IF EXISTS `ticket_messages`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `ticket_messages` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `ticket_thread_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned DEFAULT NULL,
  `body` mediumtext COLLATE utf8mb4_unicode_ci NOT NULL,
  `is_internal` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `ticket_messages_ticket_thread_id_foreign` (`ticket_thread_id`),
  KEY `ticket_messages_user_id_foreign` (`user_id`),
  CONSTRAINT `ticket_messages_ticket_thread_id_foreign` FOREIGN KEY (`ticket_thread_id`) REFERENCES `ticket_threads` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ticket_messages_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `ticket_messages`
--

LOCK TABLES `ticket_messages` WRITE;
/*!40000 ALTER TABLE `ticket_messages` DISABLE KEYS */;
/*!40000 ALTER TABLE `ticket_messages` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `ticket_threads`
--

DROP TABLE IF EXISTS `ticket_threads`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `ticket_threads` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `ticket_category_id` bigint unsigned DEFAULT NULL,
  `opened_by` bigint unsigned DEFAULT NULL,
  `assigned_to` bigint unsigned DEFAULT NULL,
  `call_id` bigint unsigned DEFAULT NULL,
  `subject` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  `status` enum('new','open','waiting','solved','closed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'new',
  `urgency` tinyint NOT NULL DEFAULT '0',
  `first_answer_at` timestamp NULL DEFAULT NULL,
  `closed_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `ticket_threads_ticket_category_id_foreign` (`ticket_category_id`),
  KEY `ticket_threads_opened_by_foreign` (`opened_by`),
  KEY `ticket_threads_call_id_foreign` (`call_id`),
  KEY `ticket_threads_company_id_status_index` (`company_id`,`status`),
  KEY `ticket_threads_assigned_to_status_index` (`assigned_to`,`status`),
  KEY `ticket_threads_company_id_closed_at_idx` (`company_id`,`closed_at`),
  CONSTRAINT `ticket_threads_assigned_to_foreign` FOREIGN KEY (`assigned_to`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ticket_threads_call_id_foreign` FOREIGN KEY (`call_id`) REFERENCES `calls` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ticket_threads_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ticket_threads_opened_by_foreign` FOREIGN KEY (`opened_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ticket_threads_ticket_category_id_foreign` FOREIGN KEY (`ticket_category_id`) REFERENCES `ticket_categories` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `ticket_threads`
--

LOCK TABLES `ticket_threads` WRITE;
/*!40000 ALTER TABLE `ticket_threads` DISABLE KEYS */;
/*!40000 ALTER TABLE `ticket_threads` ENABLE KEYS */;
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
-- Table structure for table `voice_greetings`
--

DROP TABLE IF EXISTS `voice_greetings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `voice_greetings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `branch_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `voice_profile_id` bigint unsigned DEFAULT NULL,
  `occasion` enum('default','closed','holiday','busy') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'default',
  `text` text COLLATE utf8mb4_unicode_ci NOT NULL,
  `valid_from` date DEFAULT NULL,
  `valid_until` date DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `voice_greetings_voice_profile_id_foreign` (`voice_profile_id`),
  KEY `voice_greetings_branch_id_occasion_valid_from_index` (`branch_id`,`occasion`,`valid_from`),
  CONSTRAINT `voice_greetings_branch_id_foreign` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE CASCADE,
  CONSTRAINT `voice_greetings_voice_profile_id_foreign` FOREIGN KEY (`voice_profile_id`) REFERENCES `voice_profiles` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `voice_greetings`
--

LOCK TABLES `voice_greetings` WRITE;
/*!40000 ALTER TABLE `voice_greetings` DISABLE KEYS */;
/*!40000 ALTER TABLE `voice_greetings` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `voice_latency_metrics`
--

DROP TABLE IF EXISTS `voice_latency_metrics`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `voice_latency_metrics` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `call_session_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `turn` smallint unsigned NOT NULL,
  `stt_ms` int unsigned NOT NULL DEFAULT '0',
  `llm_ms` int unsigned NOT NULL DEFAULT '0',
  `tts_ms` int unsigned NOT NULL DEFAULT '0',
  `network_ms` int unsigned NOT NULL DEFAULT '0',
  `total_ms` int unsigned GENERATED ALWAYS AS ((((`stt_ms` + `llm_ms`) + `tts_ms`) + `network_ms`)) VIRTUAL,
  `measured_at` timestamp(3) NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `voice_latency_metrics_call_session_id_turn_unique` (`call_session_id`,`turn`),
  CONSTRAINT `voice_latency_metrics_call_session_id_foreign` FOREIGN KEY (`call_session_id`) REFERENCES `retell_call_sessions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `voice_latency_metrics`
--

LOCK TABLES `voice_latency_metrics` WRITE;
/*!40000 ALTER TABLE `voice_latency_metrics` DISABLE KEYS */;
/*!40000 ALTER TABLE `voice_latency_metrics` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `voice_profiles`
--

DROP TABLE IF EXISTS `voice_profiles`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `voice_profiles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `voice_provider_id` tinyint unsigned NOT NULL,
  `company_id` bigint unsigned DEFAULT NULL,
  `external_voice_id` varchar(160) COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'as the provider names it',
  `name` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  `gender` enum('female','male','neutral') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'neutral',
  `accent` varchar(60) COLLATE utf8mb4_unicode_ci DEFAULT 'neutral',
  `speed` decimal(3,2) NOT NULL DEFAULT '1.00',
  `pitch` decimal(3,2) NOT NULL DEFAULT '1.00',
  `languages` json DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `voice_profiles_voice_provider_id_external_voice_id_unique` (`voice_provider_id`,`external_voice_id`),
  KEY `voice_profiles_company_id_foreign` (`company_id`),
  CONSTRAINT `voice_profiles_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `voice_profiles_voice_provider_id_foreign` FOREIGN KEY (`voice_provider_id`) REFERENCES `voice_providers` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `voice_profiles`
--

LOCK TABLES `voice_profiles` WRITE;
/*!40000 ALTER TABLE `voice_profiles` DISABLE KEYS */;
/*!40000 ALTER TABLE `voice_profiles` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `voice_pronunciations`
--

DROP TABLE IF EXISTS `voice_pronunciations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `voice_pronunciations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `word` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `phonetic` varchar(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  `alphabet` varchar(10) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'ipa',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `voice_pronunciations_company_id_word_unique` (`company_id`,`word`),
  CONSTRAINT `voice_pronunciations_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `voice_pronunciations`
--

LOCK TABLES `voice_pronunciations` WRITE;
/*!40000 ALTER TABLE `voice_pronunciations` DISABLE KEYS */;
/*!40000 ALTER TABLE `voice_pronunciations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `voice_providers`
--

DROP TABLE IF EXISTS `voice_providers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `voice_providers` (
  `id` tinyint unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(30) COLLATE utf8mb4_unicode_ci NOT NULL,
  `label` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `supports_cloning` tinyint(1) NOT NULL DEFAULT '0',
  PRIMARY KEY (`id`),
  UNIQUE KEY `voice_providers_code_unique` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `voice_providers`
--

LOCK TABLES `voice_providers` WRITE;
/*!40000 ALTER TABLE `voice_providers` DISABLE KEYS */;
INSERT INTO `voice_providers` VALUES (1,'built_in','Built-in voices',0),(2,'studio','Studio voices',1);
/*!40000 ALTER TABLE `voice_providers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `voice_samples`
--

DROP TABLE IF EXISTS `voice_samples`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `voice_samples` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `voice_profile_id` bigint unsigned NOT NULL,
  `path` varchar(500) COLLATE utf8mb4_unicode_ci NOT NULL,
  `length_ms` int unsigned NOT NULL DEFAULT '0',
  `fingerprint` binary(32) DEFAULT NULL,
  `spoken_text` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `voice_samples_voice_profile_id_foreign` (`voice_profile_id`),
  CONSTRAINT `voice_samples_voice_profile_id_foreign` FOREIGN KEY (`voice_profile_id`) REFERENCES `voice_profiles` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `voice_samples`
--

LOCK TABLES `voice_samples` WRITE;
/*!40000 ALTER TABLE `voice_samples` DISABLE KEYS */;
/*!40000 ALTER TABLE `voice_samples` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `waitlist_entries`
--

DROP TABLE IF EXISTS `waitlist_entries`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `waitlist_entries` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `waitlist_rule_id` bigint unsigned DEFAULT NULL,
  `earliest_on` date DEFAULT NULL,
  `latest_on` date DEFAULT NULL,
  `status` enum('waiting','offered','booked','gone') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'waiting',
  `remark` text COLLATE utf8mb4_unicode_ci,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `waitlist_entries_customer_id_foreign` (`customer_id`),
  KEY `waitlist_entries_waitlist_rule_id_foreign` (`waitlist_rule_id`),
  KEY `waitlist_entries_service_id_status_earliest_on_index` (`service_id`,`status`,`earliest_on`),
  KEY `waitlist_entries_company_id_status_idx` (`company_id`,`status`),
  CONSTRAINT `waitlist_entries_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `waitlist_entries_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  CONSTRAINT `waitlist_entries_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE,
  CONSTRAINT `waitlist_entries_waitlist_rule_id_foreign` FOREIGN KEY (`waitlist_rule_id`) REFERENCES `waitlist_rules` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `waitlist_entries`
--

LOCK TABLES `waitlist_entries` WRITE;
/*!40000 ALTER TABLE `waitlist_entries` DISABLE KEYS */;
/*!40000 ALTER TABLE `waitlist_entries` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `waitlist_offers`
--

DROP TABLE IF EXISTS `waitlist_offers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `waitlist_offers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `waitlist_entry_id` bigint unsigned NOT NULL,
  `appointment_id` bigint unsigned DEFAULT NULL,
  `staff_id` char(36) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `starts_at` datetime NOT NULL,
  `expires_at` datetime NOT NULL,
  `accepted_at` timestamp NULL DEFAULT NULL,
  `declined_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `waitlist_offers_waitlist_entry_id_foreign` (`waitlist_entry_id`),
  KEY `waitlist_offers_appointment_id_foreign` (`appointment_id`),
  KEY `waitlist_offers_staff_id_foreign` (`staff_id`),
  CONSTRAINT `waitlist_offers_appointment_id_foreign` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE SET NULL,
  CONSTRAINT `waitlist_offers_staff_id_foreign` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE SET NULL,
  CONSTRAINT `waitlist_offers_waitlist_entry_id_foreign` FOREIGN KEY (`waitlist_entry_id`) REFERENCES `waitlist_entries` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `waitlist_offers`
--

LOCK TABLES `waitlist_offers` WRITE;
/*!40000 ALTER TABLE `waitlist_offers` DISABLE KEYS */;
/*!40000 ALTER TABLE `waitlist_offers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `waitlist_preferences`
--

DROP TABLE IF EXISTS `waitlist_preferences`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `waitlist_preferences` (
  `waitlist_entry_id` bigint unsigned NOT NULL,
  `weekday` tinyint unsigned NOT NULL,
  `from` time DEFAULT NULL,
  `until` time DEFAULT NULL,
  PRIMARY KEY (`waitlist_entry_id`,`weekday`),
  CONSTRAINT `waitlist_preferences_waitlist_entry_id_foreign` FOREIGN KEY (`waitlist_entry_id`) REFERENCES `waitlist_entries` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `waitlist_preferences`
--

LOCK TABLES `waitlist_preferences` WRITE;
/*!40000 ALTER TABLE `waitlist_preferences` DISABLE KEYS */;
/*!40000 ALTER TABLE `waitlist_preferences` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `waitlist_rules`
--

DROP TABLE IF EXISTS `waitlist_rules`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `waitlist_rules` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned DEFAULT NULL,
  `max_entries` smallint unsigned NOT NULL DEFAULT '50',
  `offer_valid_minutes` smallint unsigned NOT NULL DEFAULT '120',
  `order` enum('first_come','vip_first','random') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'first_come',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `waitlist_rules_company_id_foreign` (`company_id`),
  KEY `waitlist_rules_service_id_foreign` (`service_id`),
  CONSTRAINT `waitlist_rules_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE,
  CONSTRAINT `waitlist_rules_service_id_foreign` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `waitlist_rules`
--

LOCK TABLES `waitlist_rules` WRITE;
/*!40000 ALTER TABLE `waitlist_rules` DISABLE KEYS */;
/*!40000 ALTER TABLE `waitlist_rules` ENABLE KEYS */;
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
-- Table structure for table `workflow_definitions`
--

DROP TABLE IF EXISTS `workflow_definitions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `workflow_definitions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `company_id` bigint unsigned DEFAULT NULL,
  `name` varchar(150) COLLATE utf8mb4_unicode_ci NOT NULL,
  `description` text COLLATE utf8mb4_unicode_ci,
  `version` int unsigned NOT NULL DEFAULT '1',
  `is_active` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  `deleted_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `workflow_definitions_company_id_foreign` (`company_id`),
  CONSTRAINT `workflow_definitions_company_id_foreign` FOREIGN KEY (`company_id`) REFERENCES `companies` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workflow_definitions`
--

LOCK TABLES `workflow_definitions` WRITE;
/*!40000 ALTER TABLE `workflow_definitions` DISABLE KEYS */;
/*!40000 ALTER TABLE `workflow_definitions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `workflow_run_steps`
--

DROP TABLE IF EXISTS `workflow_run_steps`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `workflow_run_steps` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `workflow_run_id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `workflow_step_id` bigint unsigned DEFAULT NULL,
  `attempt` tinyint unsigned NOT NULL DEFAULT '1',
  `status` varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
  `result` json DEFAULT NULL,
  `error` text COLLATE utf8mb4_unicode_ci,
  `finished_at` timestamp(3) NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `workflow_run_steps_workflow_step_id_foreign` (`workflow_step_id`),
  KEY `workflow_run_steps_workflow_run_id_attempt_index` (`workflow_run_id`,`attempt`),
  CONSTRAINT `workflow_run_steps_workflow_run_id_foreign` FOREIGN KEY (`workflow_run_id`) REFERENCES `workflow_runs` (`id`) ON DELETE CASCADE,
  CONSTRAINT `workflow_run_steps_workflow_step_id_foreign` FOREIGN KEY (`workflow_step_id`) REFERENCES `workflow_steps` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workflow_run_steps`
--

LOCK TABLES `workflow_run_steps` WRITE;
/*!40000 ALTER TABLE `workflow_run_steps` DISABLE KEYS */;
/*!40000 ALTER TABLE `workflow_run_steps` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `workflow_runs`
--

DROP TABLE IF EXISTS `workflow_runs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `workflow_runs` (
  `id` char(36) COLLATE utf8mb4_unicode_ci NOT NULL,
  `workflow_definition_id` bigint unsigned NOT NULL,
  `subject_type` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `subject_id` bigint unsigned DEFAULT NULL,
  `status` enum('waiting','running','done','failed','cancelled') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'waiting',
  `context` json DEFAULT NULL,
  `started_at` timestamp(3) NULL DEFAULT NULL,
  `finished_at` timestamp(3) NULL DEFAULT NULL,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `workflow_runs_subject_type_subject_id_index` (`subject_type`,`subject_id`),
  KEY `workflow_runs_workflow_definition_id_status_index` (`workflow_definition_id`,`status`),
  CONSTRAINT `workflow_runs_workflow_definition_id_foreign` FOREIGN KEY (`workflow_definition_id`) REFERENCES `workflow_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workflow_runs`
--

LOCK TABLES `workflow_runs` WRITE;
/*!40000 ALTER TABLE `workflow_runs` DISABLE KEYS */;
/*!40000 ALTER TABLE `workflow_runs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `workflow_steps`
--

DROP TABLE IF EXISTS `workflow_steps`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `workflow_steps` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `workflow_definition_id` bigint unsigned NOT NULL,
  `key` varchar(60) COLLATE utf8mb4_unicode_ci NOT NULL,
  `action` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `parameters` json DEFAULT NULL,
  `timeout_seconds` smallint unsigned NOT NULL DEFAULT '60',
  `retries` tinyint unsigned NOT NULL DEFAULT '0',
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `workflow_steps_workflow_definition_id_key_unique` (`workflow_definition_id`,`key`),
  CONSTRAINT `workflow_steps_workflow_definition_id_foreign` FOREIGN KEY (`workflow_definition_id`) REFERENCES `workflow_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workflow_steps`
--

LOCK TABLES `workflow_steps` WRITE;
/*!40000 ALTER TABLE `workflow_steps` DISABLE KEYS */;
/*!40000 ALTER TABLE `workflow_steps` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `workflow_transitions`
--

DROP TABLE IF EXISTS `workflow_transitions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `workflow_transitions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `from_step_id` bigint unsigned NOT NULL,
  `to_step_id` bigint unsigned NOT NULL,
  `condition` varchar(500) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `position` smallint unsigned NOT NULL DEFAULT '0',
  PRIMARY KEY (`id`),
  UNIQUE KEY `workflow_transitions_from_step_id_position_unique` (`from_step_id`,`position`),
  KEY `workflow_transitions_to_step_id_foreign` (`to_step_id`),
  CONSTRAINT `workflow_transitions_from_step_id_foreign` FOREIGN KEY (`from_step_id`) REFERENCES `workflow_steps` (`id`) ON DELETE CASCADE,
  CONSTRAINT `workflow_transitions_to_step_id_foreign` FOREIGN KEY (`to_step_id`) REFERENCES `workflow_steps` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workflow_transitions`
--

LOCK TABLES `workflow_transitions` WRITE;
/*!40000 ALTER TABLE `workflow_transitions` DISABLE KEYS */;
/*!40000 ALTER TABLE `workflow_transitions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `workflow_triggers`
--

DROP TABLE IF EXISTS `workflow_triggers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `workflow_triggers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `workflow_definition_id` bigint unsigned NOT NULL,
  `event` varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL,
  `conditions` json DEFAULT NULL,
  `delay_seconds` int NOT NULL DEFAULT '0',
  `is_enabled` tinyint(1) NOT NULL DEFAULT '1' /*!80023 INVISIBLE */,
  `created_at` timestamp NULL DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `workflow_triggers_workflow_definition_id_foreign` (`workflow_definition_id`),
  KEY `workflow_triggers_event_index` (`event`),
  CONSTRAINT `workflow_triggers_workflow_definition_id_foreign` FOREIGN KEY (`workflow_definition_id`) REFERENCES `workflow_definitions` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `workflow_triggers`
--

LOCK TABLES `workflow_triggers` WRITE;
/*!40000 ALTER TABLE `workflow_triggers` DISABLE KEYS */;
/*!40000 ALTER TABLE `workflow_triggers` ENABLE KEYS */;
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
  `timezone` varchar(64) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
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
INSERT INTO `working_hours` VALUES (1,1,'00000000-0000-4000-8000-000000000201',NULL,1,'09:00:00','17:00:00',NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(2,1,'00000000-0000-4000-8000-000000000201',NULL,2,'09:00:00','17:00:00',NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL),(3,1,'00000000-0000-4000-8000-000000000201',NULL,3,'09:00:00','17:00:00',NULL,'2025-10-20 08:00:00','2025-10-20 08:00:00',NULL);
/*!40000 ALTER TABLE `working_hours` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Final view structure for view `call_overview`
--

/*!50001 DROP VIEW IF EXISTS `call_overview`*/;
/*!50001 SET @saved_cs_client          = @@character_set_client */;
/*!50001 SET @saved_cs_results         = @@character_set_results */;
/*!50001 SET @saved_col_connection     = @@collation_connection */;
/*!50001 SET character_set_client      = utf8mb4 */;
/*!50001 SET character_set_results     = utf8mb4 */;
/*!50001 SET collation_connection      = utf8mb4_unicode_ci */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=CURRENT_USER SQL SECURITY DEFINER */
/*!50001 VIEW `call_overview` AS select `c`.`id` AS `call_id`,`c`.`company_id` AS `company_id`,`co`.`name` AS `company_name`,`cu`.`name` AS `customer_name`,`c`.`status` AS `status`,`c`.`duration_sec` AS `duration_sec`,`s`.`call_status` AS `session_status`,`s`.`error_count` AS `error_count` from (((`calls` `c` left join `companies` `co` on((`co`.`id` = `c`.`company_id`))) left join `customers` `cu` on((`cu`.`id` = `c`.`customer_id`))) left join `retell_call_sessions` `s` on((`s`.`call_id` = `c`.`retell_call_id`))) */;
/*!50001 SET character_set_client      = @saved_cs_client */;
/*!50001 SET character_set_results     = @saved_cs_results */;
/*!50001 SET collation_connection      = @saved_col_connection */;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
