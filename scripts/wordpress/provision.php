<?php
// Installs the site, makes one account of each role with an application password, and prints them as JSON.
// Run with the site's folder as working directory.
foreach (['HTTP_HOST' => '127.0.0.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/', 'SERVER_NAME' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1'] as $name => $value) {
    $_SERVER[$name] = $_SERVER[$name] ?? $value;
}
define('WP_INSTALLING', true);
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');

if (!is_blog_installed()) {
    wp_install('Harbour Cities News', 'admin', 'admin@example.test', false, '', wp_generate_password());
}
update_option('timezone_string', getenv('COPYDESK_WP_TIME_ZONE') ?: 'UTC');
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->set_permalink_structure(getenv('COPYDESK_WP_PERMALINKS') ?: '');
$GLOBALS['wp_rewrite']->flush_rules(false);

$users = [];
foreach (['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor'] as $login => $role) {
    $id = username_exists($login) ?: wp_insert_user(['user_login' => $login, 'user_pass' => wp_generate_password(), 'user_email' => "$login@example.test", 'display_name' => ucfirst($login), 'role' => $role]);
    WP_Application_Passwords::delete_all_application_passwords($id);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Copydesk']);
    $users[$login] = WP_Application_Passwords::chunk_password($password);
}
echo json_encode(['version' => $GLOBALS['wp_version'], 'users' => $users]), "\n";
