<?php
// A WordPress for trying things out: SQLite instead of a database server, nothing leaves the machine.
// Everything that differs between sites comes from the environment (scripts/wordpress/site.mjs).
define('DB_NAME', 'wordpress');
define('DB_USER', '');
define('DB_PASSWORD', '');
define('DB_HOST', '');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('DB_ENGINE', 'sqlite');
define('DB_DIR', getenv('COPYDESK_WP_DATABASE') . '/');
define('DB_FILE', 'site.sqlite');
define('WP_HOME', getenv('COPYDESK_WP_HOME'));
define('WP_SITEURL', getenv('COPYDESK_WP_HOME'));
// The keys guard sessions in browsers; a site that lives for a test needs none that are secret.
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $purpose) {
    define("{$purpose}_KEY", hash('sha256', "key $purpose " . DB_DIR));
    define("{$purpose}_SALT", hash('sha256', "salt $purpose " . DB_DIR));
}
// 'local' is what lets application passwords work without https.
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', getenv('COPYDESK_WP_DATABASE') . '/debug.log');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
